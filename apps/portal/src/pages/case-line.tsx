/** The steps of a case as the household line, in the words of the family; what is late says so and whom to call. */
import { daysBetween } from '@doudi/kernel'
import type { LineStep } from '@doudi/light-ui'
import type { OwnCase, Step } from '../server/replies.ts'
import type { Visit } from '../server/visit.ts'

export function caseLine(
  visit: Visit,
  { steps, contactPhone }: Pick<OwnCase, 'steps' | 'contactPhone'>,
): readonly LineStep[] {
  return steps.map(step => ({
    id: step.id,
    name: visit.t(`case.step.${step.id}`),
    status: step.status,
    on: step.on,
    promisedBy: step.promisedBy,
    // The first step names the applicant, who knows that.
    actor: step.id === 'received' ? null : step.actor,
    note: lateNote(visit, step, contactPhone),
  }))
}

function lateNote({ t, today, place }: Visit, { status, on, promisedBy }: Step, contactPhone: string | null) {
  if (!promisedBy) return undefined
  const days = daysBetween(promisedBy, on ?? today)
  if (status === 'overdue') return t('case.late', { days, phone: contactPhone ?? place?.contactPhone ?? '' })
  const finished = status === 'done' || status === 'decided'
  return finished && on && days > 0 ? t('case.was-late', { days }) : undefined
}
