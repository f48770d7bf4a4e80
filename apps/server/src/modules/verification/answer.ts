/** Answers of departments as they are kept: sealed, each bound to its query. Only answers about the right person are opened. */
import type { Work } from '#platform/database/work.ts'
import type { DepartmentAnswer } from '#platform/ports.ts'
import type { QueryRow } from './verification.sql.ts'

const bindOf = (queryId: string) => `verification.query/answer_sealed/${queryId}`

export function sealAnswer(work: Work, queryId: string, answer: DepartmentAnswer): Buffer {
  return work.crypto.seal(JSON.stringify(answer), bindOf(queryId))
}

export interface UsableAnswer {
  readonly queryId: string
  readonly personId: string
  readonly source: string
  readonly rows: DepartmentAnswer['rows']
}

export function usableAnswers(work: Work, queries: readonly QueryRow[]): UsableAnswer[] {
  return queries.flatMap(({ id, person_id, source, status, answer_sealed }) => {
    if (status !== 'answered' || !answer_sealed) return []
    const { rows } = JSON.parse(work.crypto.open(answer_sealed, bindOf(id))) as DepartmentAnswer
    return [{ queryId: id, personId: person_id, source, rows }]
  })
}
