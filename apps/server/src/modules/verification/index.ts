/** The door of the verification module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export const verification: Module = { name: 'verification', routes, problems: problems.catalogue }
