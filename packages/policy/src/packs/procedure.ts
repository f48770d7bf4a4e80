/**
 * The procedure in force on a day, from the pieces of every level. Pieces apply from the oldest to the newest, so
 * a later upper text replaces what a lower one said before it. Clocks are the exception: a shorter local limit
 * was a promise within the upper one, and it stays; so does a longer local notice.
 */
import {
  isLeast,
  type LegalClock,
  type Procedure,
  type Separation,
  type Stage,
  stageIds,
  type VerificationItem,
} from '../procedure.ts'
import type { Patch, ProcedurePiece } from './procedure-file.ts'

export interface LayeredPiece {
  readonly piece: ProcedurePiece
  readonly pack: string
  readonly depth: number
}

/** Null before the first piece that is complete. */
export function procedureOn(
  pieces: readonly LayeredPiece[],
  programme: string,
  pack: string,
  date: string,
): Procedure | null {
  const inForce = pieces
    .filter(({ piece }) => piece.from <= date)
    .sort((a, b) => (a.piece.from < b.piece.from ? -1 : a.piece.from > b.piece.from ? 1 : a.depth - b.depth))
  const stages = merge<Stage>(
    inForce.map(l => l.piece.stages),
    { after: [] },
  )
  const sections = Object.assign({}, ...inForce.map(l => l.piece.sections)) as ProcedurePiece['sections']
  const verification = inForce.findLast(l => l.piece.verificationCitation)?.piece.verificationCitation
  const { surveyors, decision, payment } = sections
  if (!surveyors || !decision || !payment || !verification || stages.length === 0) return null
  return {
    programme,
    pack,
    from: inForce.at(-1)!.piece.from,
    stages: stages.filter(isStage).sort((a, b) => stageIds.indexOf(a.id) - stageIds.indexOf(b.id)),
    clocks: clocksOn(inForce),
    separations: merge<Separation>(
      inForce.map(l => l.piece.separations),
      {},
    ) as Separation[],
    surveyors,
    decision,
    verification: {
      items: merge<VerificationItem>(
        inForce.map(l => l.piece.items),
        {},
      ) as VerificationItem[],
      citation: verification,
    },
    payment,
  }
}

function isStage(stage: Partial<Stage>): stage is Stage {
  return stage.name !== undefined && stage.roles !== undefined
}

/** Later pieces lay their entries over earlier ones with the same id. */
function merge<T extends { readonly id: string }>(
  layers: readonly (readonly Patch<T>[])[],
  defaults: Partial<T>,
): Partial<T>[] {
  const merged = new Map<string, Partial<T>>()
  for (const patch of layers.flat()) {
    const { place: _, ...fields } = patch
    merged.set(patch.id, { ...defaults, ...merged.get(patch.id), ...(fields as unknown as Partial<T>) })
  }
  return [...merged.values()]
}

function clocksOn(inForce: readonly LayeredPiece[]): LegalClock[] {
  const merged = merge<LegalClock>(
    inForce.map(l => l.piece.clocks),
    { excludes: [], pausedBy: [] } as Partial<LegalClock>,
  )
  return merged.filter(isClock).map(clock => withStrictest(clock, inForce))
}

/** A clock that only a lower pack speaks of is complete once the upper text that it shortens is in force. */
function isClock(clock: Partial<LegalClock>): clock is LegalClock {
  return Boolean(clock.name && clock.unit && clock.count && clock.startsOn && clock.endsWith)
}

/** Each level's latest word on the count; the strictest of them holds, with its citation. */
function withStrictest(clock: LegalClock, inForce: readonly LayeredPiece[]): LegalClock {
  const latest = new Map<number, Patch<LegalClock>>()
  for (const { piece, depth } of inForce)
    for (const patch of piece.clocks) if (patch.id === clock.id && patch.count !== undefined) latest.set(depth, patch)
  const isStricter = (a: number, b: number) => (isLeast(clock) ? a > b : a < b)
  const strictest = [...latest.values()].reduce((a, b) => (isStricter(b.count!, a.count!) ? b : a))
  if (strictest.count === clock.count) return clock
  return { ...clock, count: strictest.count!, citation: strictest.citation! }
}
