/** Builds one front end: `build-page.js console`. The portal is built twice, for the browser and for the server. */
import { join } from 'node:path'
import { build } from 'vite'
import { root } from './prepare.js'

const [name] = process.argv.slice(2)
const app = join(root, 'apps', name)
await build({ root: app, configFile: join(app, 'vite.config.ts'), logLevel: 'warn' })
if (name === 'portal')
  await build({ root: app, configFile: join(app, 'vite.config.ts'), logLevel: 'warn', mode: 'server' })
