/**
 * Writes the names of all built files into the service worker, and a version made from their bytes: a new build is a
 * new shell, the same build is the same one.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const WORKER = 'service-worker.js'
const publicFolder = join(import.meta.dirname, '../public')

export function shellFiles(): Plugin {
  return {
    name: 'doudi-shell-files',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[WORKER]
        if (worker?.type !== 'chunk') throw new Error('the build made no service worker')
        const version = createHash('sha256')
        const built = Object.values(bundle).filter(({ fileName }) => fileName !== WORKER)
        for (const file of built) version.update(file.type === 'chunk' ? file.code : file.source)
        const kept = readdirSync(publicFolder).sort()
        for (const name of kept) version.update(readFileSync(join(publicFolder, name)))
        const pages = built.map(({ fileName }) => (fileName === 'index.html' ? '' : fileName))
        const names = [...pages, ...kept].filter(name => !name.endsWith('.map')).sort()
        worker.code = worker.code
          .replace('__SHELL_FILES__', JSON.stringify(names))
          .replace('__SHELL_VERSION__', JSON.stringify(version.digest('hex').slice(0, 16)))
      },
    },
  }
}
