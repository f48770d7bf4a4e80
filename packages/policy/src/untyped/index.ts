/**
 * Untyped FEEL: any formula of the standard, without declarations. It is there to be measured against the public
 * conformance cases; no policy is decided with it.
 */
export { calculate } from './arithmetic.ts'
export { compare, equal } from './compare.ts'
export { anyType, builtInType, coerce, type FeelType, isInstance } from './feel-type.ts'
export { bound, makeFunction } from './function-value.ts'
export { isBuiltIn } from './functions/built-in.ts'
export { evaluateTree, passesCell } from './interpret.ts'
export { readDate, readDateTime, readDuration, readTime } from './moment.ts'
export { canonicalName, type Names, readCell, readFormula, UnreadableFormula } from './read.ts'
export { Scope, TooMuch } from './scope.ts'
export { show } from './show.ts'
export * from './tree.ts'
export * from './value.ts'
