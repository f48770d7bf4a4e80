/**
 * The stored case: columns for queues and searches, projected from the folded state. Nothing is kept in a column
 * that does not follow from the state and the area's calendar; a test rebuilds rows from the journal to prove it.
 */
import { searchKey } from '@doudi/kernel/search-keys'
import type { WorkCalendar } from '@doudi/kernel/working-days'
import type { Insertable, Selectable } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { QueryOutcome } from './acts.ts'
import type { CaseState, CaseStatus } from './case.ts'
import { dueOn, isPaused, isRunning } from './legal-clock.ts'
import { answersUsable } from './moves.ts'

type Stored = Tables['casework.case_file']

/** A case as modules hold it. */
export interface CaseRow extends Omit<Selectable<Stored>, 'state' | 'status'> {
  readonly status: CaseStatus
  readonly state: CaseState
}

/** A case in a list: of its state, which is large, only the clock. */
export type ListedCase = Omit<CaseRow, 'state'> & Pick<CaseState, 'clock'>

/** The columns that follow from the state. */
export function projectionOf(state: CaseState, calendar: WorkCalendar): Omit<Insertable<Stored>, 'county' | 'id'> {
  const running = state.clock !== null && isRunning(state.clock)
  return {
    division: state.division,
    household_id: state.householdId,
    number: state.number,
    programme: state.programme,
    pack: state.pack,
    applicant_name: state.applicant.name,
    name_key: searchKey(state.applicant.name),
    members: state.members.length,
    status: state.status,
    awaits: awaitedRole(state.status),
    submitted_on: state.submittedOn,
    accepted_on: state.acceptedOn,
    due_on: running && state.clock ? dueOn(state.clock, calendar) : null,
    clock_running: running,
    flags: flagsOf(state),
    amount_fen: amountOf(state),
    version: state.version,
    state: JSON.stringify(state),
  }
}

/** The role whose turn it is; nobody's while a notice hangs or when the case is over. */
export function awaitedRole(status: CaseStatus): string | null {
  switch (status) {
    case 'submitted':
    case 'investigating':
    case 'proposed':
    case 'objected':
      return 'town-assistant'
    case 'correcting':
      return 'resident'
    case 'awaiting-decision':
      return 'town-approver'
    default:
      return null
  }
}

/** What a person should know before opening the case. `overdue` is added when read, because it follows the day. */
export function flagsOf(state: CaseState): string[] {
  return [
    ...(state.onBehalf ? ['helper'] : []),
    ...(state.pending.length > 0 ? ['pending-documents'] : []),
    ...(state.clock && state.status !== 'approved' && isPaused(state.clock) ? ['paused'] : []),
    ...(state.clock?.extended ? ['extended'] : []),
    ...(answersUsable(state.verification?.queries ?? []) ? [] : ['verification-incomplete']),
    ...(state.verification?.queries.some(isDeath) ? ['death-found'] : []),
    ...(state.objections.some(({ finding }) => finding === null) ? ['objection'] : []),
    ...(state.returns.length > 0 ? ['returned'] : []),
  ]
}

/** The register of deaths answers only about people it knows. */
const isDeath = ({ source, status }: QueryOutcome) => source === 'deaths' && status === 'answered'

function amountOf({ decision, proposal }: CaseState): bigint | null {
  if (decision) return decision.outcome === 'approved' ? BigInt(decision.amountFen) : null
  return proposal?.recommendation === 'approve' ? BigInt(proposal.amountFen) : null
}
