/** The door of the benefits module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export const benefits: Module = { name: 'benefits', routes, problems: problems.catalogue }
