/** Two records of one visit, line by line; a person chooses, nothing is overwritten silently. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { post, useAct } from '../../api.ts'
import { QueryView } from '../../parts/query-view.tsx'
import { ProblemNotice } from '../../problems.tsx'
import type { CaseDetail } from '../../views.ts'
import { caseKey, conflictQuery } from './case-queries.ts'
import type { VisitConflict } from './case-views.ts'
import { useCaseWords } from './words.ts'

export function VisitConflictTable({ item, visitId }: { item: CaseDetail; visitId: string }) {
  const question = useQuery(conflictQuery(visitId))
  return (
    <QueryView of={question}>{conflict => <Chooser item={item} visitId={visitId} conflict={conflict} />}</QueryView>
  )
}

type Side = 'server' | 'device'

function Chooser({ item, visitId, conflict }: { item: CaseDetail; visitId: string; conflict: VisitConflict }) {
  const t = useCaseWords()
  const [take, setTake] = useState<Readonly<Record<string, Side>>>({})
  const resolve = useAct(
    (body: { submissionId: string; take: Readonly<Record<string, Side>> }, key) =>
      post('/visits/:id/resolve', { id: visitId }, body, key),
    [caseKey(item.id)],
  )
  const complete = conflict.fields.every(({ field }) => take[field])
  return (
    <>
      <p>{t('visits.conflict')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('visits.field')}</th>
            <th scope="col">{t('visits.server')}</th>
            <th scope="col">{t('visits.device')}</th>
          </tr>
        </thead>
        <tbody>
          {conflict.fields.map(({ field, label, ...sides }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              {(['server', 'device'] as const).map(side => (
                <td key={side}>
                  <label>
                    <input
                      type="radio"
                      name={field}
                      checked={take[field] === side}
                      onChange={() => setTake({ ...take, [field]: side })}
                    />{' '}
                    {sides[side] ?? '—'}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ProblemNotice problem={resolve.error} />
      <Button
        disabled={!complete}
        loading={resolve.isPending}
        onClick={() => resolve.mutate({ submissionId: conflict.submissionId, take })}
      >
        {t('visits.take')}
      </Button>
    </>
  )
}
