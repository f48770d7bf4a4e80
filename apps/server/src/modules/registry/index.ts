/** The door of the registry module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export const registry: Module = { name: 'registry', routes, problems: problems.catalogue }
