/** The door of the journal module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export const journal: Module = { name: 'journal', routes, problems: problems.catalogue }
