/** Two builds: the islands and the style sheet for the browser, then (mode `server`) the pages as one Node module. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type UserConfig } from 'vite'

const here = import.meta.dirname
const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
}

/** The hashed names of the browser build, written into the server build. */
function assets() {
  const manifest = join(here, 'dist/client/.vite/manifest.json')
  const chunks: Record<string, Chunk> = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
  const [main, screen] = [chunks['src/client/main.ts'], chunks['src/client/screen.tsx']]
  return { style: main?.css?.[0] ?? '', script: main?.file ?? '', screen: screen?.file ?? '' }
}

const client: UserConfig = {
  base: '/portal/',
  oxc: jsx,
  build: {
    outDir: 'dist/client',
    manifest: true,
    target: 'es2018',
    cssTarget: ['chrome86', 'safari13'],
    modulePreload: { polyfill: false },
    assetsDir: '',
    rolldownOptions: { input: { portal: 'src/client/main.ts', screen: 'src/client/screen.tsx' } },
  },
}

const server: UserConfig = {
  oxc: jsx,
  define: { __PORTAL_ASSETS__: JSON.stringify(assets()) },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/server/entry.tsx',
    outDir: 'dist/server',
    target: 'esnext',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'entry.js' } },
  },
}

export default defineConfig(({ mode }) => (mode === 'server' ? server : client))
