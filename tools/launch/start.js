/** `npm start`: installs, builds, opens the database, serves everything on one port. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildPages, install, pinnedEnvironment, pinnedNode, root } from './prepare.js'

install()
buildPages()
const watch = process.argv.includes('--watch') ? ['--watch'] : []
const server = spawn(
  pinnedNode(),
  ['--disable-warning=ExperimentalWarning', ...watch, join(root, 'apps/server/src/main.ts')],
  {
    cwd: root,
    stdio: 'inherit',
    env: pinnedEnvironment(),
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)))
