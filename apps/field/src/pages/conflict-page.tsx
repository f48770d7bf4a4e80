/** Two records of one visit, fact beside fact. A person chooses; nothing is overwritten before that. */
import { Button, Notice } from '@doudi/light-ui'
import type { Side } from '@doudi/sync'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { newId } from '../clock.ts'
import type { VisitConflict } from '../data/wire.ts'
import { factName, factValue } from '../fact-words.ts'
import { canBeSent } from '../outbox/outbox-row.ts'
import { BackLink } from '../parts/back-link.tsx'
import { clockText } from '../show-time.ts'
import { useSurroundings } from '../surroundings.tsx'

export function ConflictPage({ visitId }: { readonly visitId: string }): JSX.Element {
  const { state, t } = useSurroundings()
  const conflict = state.conflicts.find(one => one.visitId === visitId)
  const visit = state.pack?.visits.find(({ id }) => id === visitId)
  const chosen = new Set(
    state.items.flatMap(({ row, content }) =>
      content.kind === 'decision' && canBeSent(row) ? content.decision.submissionId : [],
    ),
  )
  const open = conflict?.submissions.filter(({ id }) => !chosen.has(id)) ?? []
  return (
    <>
      <BackLink to="today" />
      <h1>{t('conflict.title', { name: visit?.applicantName ?? '' })}</h1>
      {open.map(submission => (
        <Choosing key={submission.id} visitId={visitId} submission={submission} />
      ))}
      {open.length === 0 && <Notice kind="done">{t(chosen.size > 0 ? 'conflict.chosen' : 'conflict.none')}</Notice>}
    </>
  )
}

interface ChoosingProps {
  readonly visitId: string
  readonly submission: VisitConflict['submissions'][number]
}

function Choosing({ visitId, submission }: ChoosingProps) {
  const { app, t, locale } = useSurroundings()
  const [take, setTake] = useState<Readonly<Record<string, Side>>>({})
  const all = submission.conflicts.every(({ field }) => take[field])
  const by = t('conflict.by', { name: submission.sentBy, time: clockText(submission.capturedAt, locale) })
  async function save(): Promise<void> {
    await app.field.local.decide({ visitId, submissionId: submission.id, take }, newId())
    await app.written()
  }
  return (
    <section class="conflict">
      <p>{t('conflict.lead')}</p>
      {submission.conflicts.map(({ field, server, device }) => (
        <Fact
          key={field}
          {...{ visitId, field, by }}
          values={{ server, device }}
          chosen={take[field]}
          onChoose={side => setTake(before => ({ ...before, [field]: side }))}
        />
      ))}
      {!all && <p class="quiet">{t('conflict.choose')}</p>}
      <Button type="button" block disabled={!all} onClick={() => void save()}>
        {t('conflict.save')}
      </Button>
    </section>
  )
}

interface FactProps {
  readonly visitId: string
  readonly field: string
  readonly by: string
  readonly values: Readonly<Record<Side, VisitConflict['submissions'][number]['conflicts'][number]['device']>>
  readonly chosen: Side | undefined
  readonly onChoose: (side: Side) => void
}

function Fact({ visitId, field, by, values, chosen, onChoose }: FactProps) {
  const { state, t, locale } = useSurroundings()
  const visit = state.pack?.visits.find(({ id }) => id === visitId)
  const household = state.pack?.households.find(({ id }) => id === visit?.householdId)
  const name = field.replace(/[^\w-]/g, '-')
  return (
    <fieldset class="sides">
      <legend>{factName(field, household, t)}</legend>
      {(['server', 'device'] as const).map(side => (
        <div key={side} class="choice">
          <input
            class="choice-mark"
            type="radio"
            id={`${name}-${side}`}
            name={name}
            checked={chosen === side}
            onChange={() => onChoose(side)}
          />
          <label class="choice-label" for={`${name}-${side}`}>
            <span class="choice-hint">{t(`conflict.${side}`)}</span>
            <span class="side-value">{factValue(field, values[side], { visit, t, locale })}</span>
            {side === 'device' && <span class="choice-hint">{by}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
