/** Somebody who assesses households, measured beside the others. */
import type { Answers } from './answers.ts'

export interface Contestant {
  readonly name: string
  /** How many of the households it assesses in one run: the first ones. */
  readonly households: number
  /** Very short work is repeated within a round and the median taken; 1 when not said. */
  readonly repeats?: number
  /** Not measured: whatever must be so before each run, such as an empty table. */
  prepare?(): Promise<void>
  /** Measured. */
  run(): unknown
  /** What the last run found out; asked once, after all rounds. */
  answers(): Answers | Promise<Answers>
  /** What its measured runs spent their time on, in milliseconds, oldest first. */
  readonly splits?: readonly Readonly<Record<string, number>>[]
  close?(): Promise<void>
}
