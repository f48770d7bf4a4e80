/**
 * `npm test`: the whole suite on a fresh clone, nothing else to install. Arguments go to vitest.
 * `DOUDI_TEST_ENGINE=postgresql` runs it on a real PostgreSQL from npm, started and ended here.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildPages, install, pinnedEnvironment, pinnedNode, root } from './prepare.js'

install()
buildPages()
const vitest = [pinnedNode(), join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]
const onPostgres = process.env.DOUDI_TEST_ENGINE === 'postgresql' && !process.env.DOUDI_TEST_DATABASE_URL
const [command, ...args] = onPostgres ? [pinnedNode(), join(root, 'tools/checks/src/postgres.ts'), ...vitest] : vitest
const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: pinnedEnvironment() })
process.exit(status ?? 1)
