/** What tests are told with: a house with its own database, counties of their own, named people, families, a browser. */

export { type Answer, type CallOptions, Client } from '@doudi/server/in-process-client.ts'
export { launchBrowser } from './browser.ts'
export { type ChainedCase, type ChainOptions, entryId, type Milestone, nextMorning, PICTURE } from './county.chain.ts'
export type { County, StaffPlace } from './county.ts'
export { type Family, family, identityNumberFor, luhnCard } from './families.ts'
export { houseOver, type TestHouse, testHouse } from './house.ts'
