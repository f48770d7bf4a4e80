/** The policy language: packs in, decisions with their reasons out. */
export type { Batch, ColumnValues, Decisions } from './columnar/batch.ts'
export { decideMany, decisionKernel } from './columnar/decide-many.ts'
export {
  type Answers,
  compileColumns,
  type Kernel,
  reviveKernel,
  roomForBatch,
  runKernel,
  runPiece,
  valuesOf,
} from './columnar/kernel.ts'
export { type OneHousehold, oneHousehold } from './columnar/one-household.ts'
export { withOutside } from './columnar/outside.ts'
export { type Rows, rowsFrom, valueAt } from './columnar/rows.ts'
export { batchOf } from './columnar/situations.ts'
export { type ClauseCoverage, type DocumentCoverage, isWithoutCase, kindsMissing } from './coverage/coverage.ts'
export { coveragePage } from './coverage/page.ts'
export { type CoverageReport, coverageReport } from './coverage/report.ts'
export { readVariations, type VariationsFile, variationFaults } from './coverage/variations.ts'
export { readWorked, type WorkedFile, workedFaults } from './coverage/worked.ts'
export { decideOnly, evaluate } from './evaluate.ts'
export type * from './evaluation.ts'
export { withUnit } from './explain/display.ts'
export { narrate, sayObstacles } from './explain/narrate.ts'
export {
  type EntitledMonth,
  entitlementByMonth,
  type MonthsQuery,
  type SituationFrom,
  type TakesEffect,
} from './months/entitlement.ts'
export { type Settlement, settle } from './months/settle.ts'
export { takesEffectOn } from './months/takes-effect.ts'
export type { CaseClause, CaseKind, CasesFile, ExpectedAnswer, PolicyCase } from './packs/cases-file.ts'
export {
  categoriesOf,
  type ParameterChoice,
  type ProgrammeChoice,
  parameterChoices,
  programmesOf,
} from './packs/choices.ts'
export { type CompiledProgramme, compile, type ProgrammeQuery, type ResolvedParameter } from './packs/compile.ts'
export { type LoadOptions, loadPacks } from './packs/load.ts'
export type { Pack, PackSet } from './packs/pack.ts'
export { type DocumentEntry, type Level, levels } from './packs/pack-file.ts'
export {
  type FormulaFault,
  type FormulaText,
  type NameInFormula,
  namesInFormulas,
  type RuleOnDay,
  rulesOn,
  tryFormula,
} from './packs/rules-on-day.ts'
export { type CaseResult, runCase } from './packs/run-case.ts'
export {
  boundText,
  type ComingValue,
  comingAfter,
  packsBelow,
  type RuleInWords,
  rulesInWords,
  type StandardOnDay,
  type StandardsOnDay,
  settingText,
  showSetting,
  showText,
  standardsOn,
} from './packs/standards.ts'
export { parameterTypes } from './params/parameter.ts'
export * from './problem.ts'
export * from './procedure.ts'
export { languageReference } from './reference.ts'
export type * from './schema/citation.ts'
export type * from './schema/field.ts'
export { type JsonSchema, situationSchema } from './schema/situation-schema.ts'
export { type Change, changes } from './simulate/change.ts'
export { type Decided, decisionsOf, tryTo } from './simulate/decided.ts'
export { type DraftWords, withWordsOn } from './simulate/draft-words.ts'
export type * from './simulate/result.ts'
export { type DecidedHouseholds, type OnChanged, Simulation, type SimulationSums } from './simulate/simulation.ts'
export { situationBatches } from './simulate/situations.ts'
export { SyntheticHouseholds, type SyntheticRegister } from './simulate/synthetic.ts'
export { decideAll, type Variant, variantOf } from './simulate/variant.ts'
export { compileSql, type SqlOptions, type SqlOutput, type SqlQuery } from './sql/compile-sql.ts'
export type { SqlSource, SqlTable } from './sql/source.ts'
export { type HitPolicy, hitPolicies, type TableFrame } from './tables/table.ts'
