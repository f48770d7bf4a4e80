/** The door of the survey module: home visits, planned, made, written offline. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export const survey: Module = { name: 'survey', routes, problems: problems.catalogue }
