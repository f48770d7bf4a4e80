/** The door of the places module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export const places: Module = { name: 'places', routes, problems: problems.catalogue }
