#!/usr/bin/env node
/** `npx doudi …`: the command line, on the pinned Node. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { install, pinnedEnvironment, pinnedNode, root } from './prepare.js'

install()
const { status } = spawnSync(
  pinnedNode(),
  ['--disable-warning=ExperimentalWarning', join(root, 'apps/server/src/cli/main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit', env: pinnedEnvironment() },
)
process.exit(status ?? 2)
