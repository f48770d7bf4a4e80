/**
 * Situations as they were assessed, page after page, for whoever tries other rules on them: of every household the
 * newest one, or of every decision the one it rested on. Row scope limits them to the area of the unit of work.
 */
import type { Decision, Situation } from '@doudi/policy'
import { sql } from 'kysely'
import type { Work } from '#platform/database/work.ts'
import { openSituation } from './assess-case.ts'

export interface AssessedSituation {
  /** Where the next page begins. */
  readonly key: string
  readonly householdId: string
  readonly division: string
  readonly pack: string
  readonly edition: string
  readonly assessedFor: string
  /** What was worked out then. */
  readonly decision: Decision
  readonly situation: Situation
}

export interface SituationPage {
  readonly programme: string
  /** Digits with which the division begins. */
  readonly prefix: string
  readonly after: string | null
  readonly limit: number
}

/** In the order of the households. */
export async function newestSituations(work: Work, page: SituationPage): Promise<AssessedSituation[]> {
  const rows = await assessed(work, page)
    .distinctOn('assessment.household_id')
    .select('assessment.household_id as key')
    .$if(page.after !== null, query => query.where('assessment.household_id', '>', page.after!))
    .orderBy('assessment.household_id')
    .orderBy('assessment.created_at', 'desc')
    .orderBy('assessment.id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map(row => opened(work, row))
}

/** In the order of the cases. */
export async function decidedSituations(work: Work, page: SituationPage): Promise<AssessedSituation[]> {
  const rows = await assessed(work, page)
    .select('file.id as key')
    .where(sql<boolean>`assessment.id = (file.state #>> '{decision,assessmentId}')::uuid`)
    .$if(page.after !== null, query => query.where('file.id', '>', page.after!))
    .orderBy('file.id')
    .limit(page.limit)
    .execute()
  return rows.map(row => opened(work, row))
}

export async function countNewestSituations(work: Work, page: Pick<SituationPage, 'programme' | 'prefix'>) {
  const { count } = await assessed(work, page)
    .clearSelect()
    .select(({ fn }) => fn.count<bigint>('assessment.household_id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function countDecidedSituations(work: Work, page: Pick<SituationPage, 'programme' | 'prefix'>) {
  const { count } = await assessed(work, page)
    .clearSelect()
    .where(sql<boolean>`assessment.id = (file.state #>> '{decision,assessmentId}')::uuid`)
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function assessed({ db }: Work, { programme, prefix }: Pick<SituationPage, 'programme' | 'prefix'>) {
  return db
    .selectFrom('casework.assessment as assessment')
    .innerJoin('casework.case_file as file', join =>
      join.onRef('file.id', '=', 'assessment.case_id').onRef('file.county', '=', 'assessment.county'),
    )
    .where('file.programme', '=', programme)
    .where('assessment.division', 'like', `${prefix}%`)
    .select(['assessment.id', 'assessment.household_id', 'assessment.division', 'assessment.pack'])
    .select(['assessment.edition', 'assessment.assessed_for', 'assessment.result', 'assessment.situation_sealed'])
}

type Row = Awaited<ReturnType<ReturnType<typeof assessed>['execute']>>[number] & { readonly key: string }

function opened(work: Work, row: Row): AssessedSituation {
  return {
    ...{ key: row.key, householdId: row.household_id, division: row.division, pack: row.pack, edition: row.edition },
    assessedFor: row.assessed_for,
    // Assessments made before one-off aid existed have no such amount.
    decision: { amountFenOnce: 0, ...(row.result as Omit<Decision, 'amountFenOnce'>) },
    situation: openSituation(work, row),
  }
}
