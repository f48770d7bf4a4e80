/**
 * `procedure.yaml` of one pack: dated pieces of a procedure. A lower pack writes only what it changes (a shorter
 * limit, a decision by the town); `procedure.ts` beside this file puts the pieces of all levels together.
 */

import type { Place } from '../problem.ts'
import {
  type ClockExtension,
  clockEvents,
  clockUnits,
  type LegalClock,
  type Procedure,
  roleIds,
  type Separation,
  type Stage,
  stageIds,
  type VerificationItem,
} from '../procedure.ts'
import type { Wording } from '../schema/citation.ts'
import { type DocumentEntry, readCitation } from './pack-file.ts'
import type { Report } from './report.ts'
import { Shape } from './shape.ts'
import type { Yaml } from './yaml.ts'

export type Patch<T extends { readonly id: string }> = Partial<T> & { readonly id: string; readonly place: Place }

export interface ProcedurePiece {
  readonly from: string
  readonly stages: readonly Patch<Stage>[]
  readonly clocks: readonly Patch<LegalClock>[]
  readonly separations: readonly Patch<Separation>[]
  readonly items: readonly Patch<VerificationItem>[]
  readonly sections: Partial<Pick<Procedure, 'surveyors' | 'decision' | 'payment'>>
  readonly verificationCitation?: Procedure['verification']['citation']
  readonly place: Place
}

type Documents = ReadonlyMap<string, DocumentEntry>

export function readProcedureFile(yaml: Yaml, documents: Documents, report: Report): ProcedurePiece[] {
  const keys = ['from', 'stages', 'clocks', 'separations', 'surveyors', 'decision', 'verification', 'payment']
  return new Shape(yaml, ['versions'], report).shapes('versions', keys).map(entry => readPiece(entry, documents))
}

function readPiece(entry: Shape, documents: Documents): ProcedurePiece {
  const verification = entry.optionalShape('verification', ['items', 'citation'])
  return {
    from: entry.date('from'),
    stages: entry
      .shapes('stages', ['id', 'name', 'roles', 'whenDelegated', 'after', 'citation'])
      .map(s => readStage(s, documents)),
    clocks: entry.shapes('clocks', clockKeys).map(s => readClock(s, documents)),
    separations: entry
      .shapes('separations', ['id', 'first', 'second', 'citation'])
      .map(s => readSeparation(s, documents)),
    items: (verification?.shapes('items', ['id', 'name', 'mandatory']) ?? []).map(readItem),
    sections: readSections(entry, documents),
    ...(verification ? { verificationCitation: readCitation(verification, documents) } : {}),
    place: entry.place,
  }
}

function readStage(s: Shape, documents: Documents): Patch<Stage> {
  return {
    id: s.choice('id', stageIds),
    place: s.place,
    ...(s.has('name') ? { name: s.wording('name') } : {}),
    ...(s.has('roles') ? { roles: s.choices('roles', roleIds) } : {}),
    ...(s.has('whenDelegated') ? { whenDelegated: s.choices('whenDelegated', roleIds) } : {}),
    ...(s.has('after') ? { after: s.choices('after', stageIds) } : {}),
    citation: readCitation(s, documents),
  }
}

const clockKeys = [
  'id',
  'name',
  'unit',
  'count',
  'startsOn',
  'endsWith',
  'delegated',
  'excludes',
  'pausedBy',
  'extension',
  'citation',
]

function readClock(s: Shape, documents: Documents): Patch<LegalClock> {
  return {
    id: s.id('id'),
    place: s.place,
    ...(s.has('name') ? { name: s.wording('name') } : {}),
    ...(s.has('unit') ? { unit: s.choice('unit', clockUnits) } : {}),
    ...(s.has('count') ? { count: s.wholeNumber('count') } : {}),
    ...(s.has('startsOn') ? { startsOn: s.choice('startsOn', clockEvents) } : {}),
    ...(s.has('endsWith') ? { endsWith: s.choice('endsWith', stageIds) } : {}),
    ...(s.has('delegated') ? { delegated: s.flag('delegated', false) } : {}),
    ...(s.has('excludes') ? { excludes: s.choices('excludes', stageIds) } : {}),
    ...(s.has('pausedBy') ? { pausedBy: readReasons(s, 'pausedBy') } : {}),
    ...(s.has('extension') ? { extension: readExtension(s, documents) } : {}),
    citation: readCitation(s, documents),
  }
}

function readReasons(s: Shape, key: string): { id: string; name: Wording }[] {
  return s.shapes(key, ['id', 'name']).map(reason => ({ id: reason.id('id'), name: reason.wording('name') }))
}

function readExtension(s: Shape, documents: Documents): ClockExtension {
  const extension = s.shape('extension', ['count', 'reasons', 'citation'])!
  return {
    count: extension.wholeNumber('count'),
    reasons: readReasons(extension, 'reasons'),
    citation: readCitation(extension, documents),
  }
}

function readSeparation(s: Shape, documents: Documents): Patch<Separation> {
  return {
    id: s.id('id'),
    place: s.place,
    first: s.choice('first', stageIds),
    second: s.choice('second', stageIds),
    citation: readCitation(s, documents),
  }
}

function readItem(s: Shape): Patch<VerificationItem> {
  return { id: s.text('id'), place: s.place, name: s.wording('name'), mandatory: s.flag('mandatory', false) }
}

function readSections(entry: Shape, documents: Documents): ProcedurePiece['sections'] {
  const surveyors = entry.optionalShape('surveyors', ['minimum', 'citation'])
  const decision = entry.optionalShape('decision', ['level', 'delegable', 'citation'])
  const payment = entry.optionalShape('payment', ['starts', 'rhythm', 'citation'])
  return {
    ...(surveyors
      ? { surveyors: { minimum: surveyors.wholeNumber('minimum'), citation: readCitation(surveyors, documents) } }
      : {}),
    ...(decision
      ? {
          decision: {
            level: decision.choice('level', ['county', 'town'] as const),
            delegable: decision.flag('delegable', false),
            citation: readCitation(decision, documents),
          },
        }
      : {}),
    ...(payment
      ? {
          payment: {
            starts: payment.choice('starts', ['month-after-decision', 'month-of-decision'] as const),
            rhythm: payment.choice('rhythm', ['monthly', 'once'] as const),
            citation: readCitation(payment, documents),
          },
        }
      : {}),
  }
}
