/** Every module, left to right: a module may use the doors of those to its left. */
import type { Module } from '#platform/module.ts'
import { benefits } from './benefits/index.ts'
import { casework } from './casework/index.ts'
import { funds } from './funds/index.ts'
import { identity } from './identity/index.ts'
import { insight } from './insight/index.ts'
import { journal } from './journal/index.ts'
import { payments } from './payments/index.ts'
import { places } from './places/index.ts'
import { policies } from './policies/index.ts'
import { publicity } from './publicity/index.ts'
import { registry } from './registry/index.ts'
import { survey } from './survey/index.ts'
import { verification } from './verification/index.ts'

export const modules: readonly Module[] = [
  journal,
  places,
  identity,
  registry,
  policies,
  casework,
  verification,
  survey,
  publicity,
  benefits,
  funds,
  payments,
  insight,
]
