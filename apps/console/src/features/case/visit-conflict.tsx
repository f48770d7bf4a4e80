/** Two records of one visit, line by line; a person chooses, nothing is overwritten silently. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { post, useAct } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { QueryView } from '../../parts/query-view.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import type { CaseDetail } from '../../views.ts'
import { caseKey, conflictQuery } from './case-queries.ts'
import type { VisitConflict } from './case-views.ts'
import { useVisitWords } from './visit-lines.tsx'
import { useCaseWords } from './words.ts'

type Side = 'server' | 'device'
type Submission = VisitConflict['submissions'][number]

export function VisitConflicts({ item, visitId }: { item: CaseDetail; visitId: string }) {
  const question = useQuery(conflictQuery(visitId))
  return (
    <QueryView of={question}>
      {({ submissions }) =>
        submissions.map(submission => (
          <Chooser key={submission.id} item={item} visitId={visitId} submission={submission} />
        ))
      }
    </QueryView>
  )
}

function Chooser({ item, visitId, submission }: { item: CaseDetail; visitId: string; submission: Submission }) {
  const t = useCaseWords()
  const may = useMay()
  const { moment } = useDates()
  const words = useVisitWords(item)
  const [take, setTake] = useState<Readonly<Record<string, Side>>>({})
  const resolve = useAct(
    (body: { submissionId: string; take: Record<string, Side> }, key) =>
      post('/visits/:id/resolve', { id: visitId }, body, key),
    [caseKey(item.id), ['visit', visitId]],
  )
  const complete = submission.conflicts.every(({ field }) => take[field])
  return (
    <>
      <p>{t('visits.conflict')}</p>
      <p className="microline">
        {t('visits.sent', { name: submission.sentBy, device: submission.device, at: moment(submission.capturedAt) })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('visits.field')}</th>
            <th scope="col">{t('visits.server')}</th>
            <th scope="col">{t('visits.device')}</th>
          </tr>
        </thead>
        <tbody>
          {submission.conflicts.map(({ field, ...sides }) => (
            <tr key={field}>
              <th scope="row">{words.label(field)}</th>
              {(['server', 'device'] as const).map(side => (
                <td key={side}>
                  <label>
                    <input
                      type="radio"
                      name={`${submission.id} ${field}`}
                      checked={take[field] === side}
                      onChange={() => setTake({ ...take, [field]: side })}
                    />{' '}
                    {words.value(field, sides[side])}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ProblemNotice problem={resolve.error} />
      {may('survey.plan') && (
        <Button
          disabled={!complete}
          loading={resolve.isPending}
          onClick={() => resolve.mutate({ submissionId: submission.id, take })}
        >
          {t('visits.take')}
        </Button>
      )}
    </>
  )
}
