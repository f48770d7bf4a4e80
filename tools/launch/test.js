/** `npm test`: the whole suite on a fresh clone, nothing else to install. Arguments go to vitest. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildPages, install, pinnedEnvironment, pinnedNode, root } from './prepare.js'

install()
buildPages()
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(pinnedNode(), [vitest, 'run', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env: pinnedEnvironment() })
process.exit(status ?? 1)
