/**
 * Built front ends from disk, read once at start. File names carry a content hash and are kept for a year; the
 * page that names them is asked for each time. An unknown address below a single-page app gets that app's page.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { Hono } from 'hono'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}

interface StaticFile {
  readonly mediaType: string
  readonly plain: Buffer
  readonly gzip: Buffer
  readonly brotli: Buffer
  readonly immutable: boolean
}

export function staticFiles(folder: string, options: { base: string; page?: string }): Hono {
  const files = readFolder(folder)
  const app = new Hono()
  app.get(`${options.base}/*`, c => {
    const path = decoded(c.req.path.slice(options.base.length + 1))
    const file = path === undefined ? undefined : (files.get(path) ?? (options.page && files.get(options.page)))
    return file ? send(file, c.req.header('accept-encoding') ?? '') : c.notFound()
  })
  if (options.page) app.get(options.base, c => c.redirect(`${options.base}/`))
  return app
}

/** Undefined for an address that is no text (`%E0%A4%A`). */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function readFolder(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  const walk = (below: string) => {
    for (const name of readdirSync(join(folder, below))) {
      const path = below ? `${below}/${name}` : name
      if (statSync(join(folder, path)).isDirectory()) walk(path)
      else files.set(path, readOne(join(folder, path), path))
    }
  }
  if (existsSync(folder)) walk('')
  return files
}

function readOne(file: string, path: string): StaticFile {
  const plain = readFileSync(file)
  return {
    mediaType: mediaTypes[extname(path)] ?? 'application/octet-stream',
    plain,
    gzip: gzipSync(plain),
    brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    immutable: /-[\w-]{8,}\.\w+$/.test(path),
  }
}

function send(file: StaticFile, accepts: string): Response {
  const encoding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : undefined
  const bytes = encoding === 'br' ? file.brotli : encoding === 'gzip' ? file.gzip : file.plain
  const headers = new Headers({
    'content-type': file.mediaType,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  })
  if (encoding) headers.set('content-encoding', encoding)
  return new Response(new Uint8Array(bytes), { headers })
}
