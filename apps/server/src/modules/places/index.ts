/** The door of the places module: divisions, delegations, working days. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export { addDivision, type NewDivision } from './add-division.ts'
export { refuseUnadministered } from './administered.ts'
export { addDelegation, type Delegation, delegationFor, type NewDelegation } from './delegate-decision.ts'
export type { Division, DivisionRecord } from './division.ts'
export { carriersOf, countyCodes, divisionNames, divisionOf, divisionsOf, packOf, pathOf } from './find-division.ts'
export { calendarFor, calendarsFor } from './working-calendar.ts'

export const places: Module = { name: 'places', routes, problems: problems.catalogue }
