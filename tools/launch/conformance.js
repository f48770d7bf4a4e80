#!/usr/bin/env node
/** `npm run conformance`: on the pinned Node, with what is missing installed; only the answer goes to standard output. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pinnedEnvironment, pinnedNode, root } from './prepare.js'

const prepare = `import { install } from ${JSON.stringify(new URL('./prepare.js', import.meta.url).href)}; install()`
const prepared = spawnSync(process.execPath, ['--input-type=module', '--eval', prepare], { stdio: ['ignore', 2, 2] })
const command = [join(root, 'tools/conformance/src/main.ts'), ...process.argv.slice(2)]
const run = prepared.status === 0 && spawnSync(pinnedNode(), command, { stdio: 'inherit', env: pinnedEnvironment() })
process.exit(run ? (run.status ?? 2) : 2)
