/**
 * Values without I/O. Nothing here reads a clock, the network, a disk or a database. What carries a dictionary or a
 * data set has its own entrance: `@doudi/kernel/working-days`, `@doudi/kernel/search-keys`.
 */
export * from './age.ts'
export * from './bank-account.ts'
export * from './calendar.ts'
export * from './calendar-date.ts'
export * from './disability-certificate.ts'
export * from './division.ts'
export * from './free-text.ts'
export * from './half-width.ts'
export * from './identity-number.ts'
export * from './ids.ts'
export * from './kernel-messages.ts'
export * from './kernel-problems.ts'
export * from './message.ts'
export * from './money.ts'
export * from './person-name.ts'
export * from './phone.ts'
export * from './problem.ts'
export * from './refuse.ts'
export * from './unified-credit-code.ts'
