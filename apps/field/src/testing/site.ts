/** The house and the built app on one port, for a real browser. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { TestHouse } from '@doudi/testkit'

const app = join(import.meta.dirname, '../..')
export const dist = join(app, 'dist')

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

/** As the server sends it, so that a page which breaks the rule breaks here. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"

export function buildIfMissing(): void {
  if (!existsSync(dist)) execFileSync('vite', ['build'], { cwd: app, stdio: 'ignore' })
}

export interface Site {
  readonly base: string
  close(): Promise<void>
}

export async function openSite(house: TestHouse): Promise<Site> {
  buildIfMissing()
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', `http://${request.headers.host}`)
    if (address.pathname.startsWith('/field/')) sendFile(address.pathname.slice('/field/'.length), response)
    else void passOn(house, address, request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://localhost:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function sendFile(path: string, response: ServerResponse): void {
  const file = join(dist, path || 'index.html')
  if (!existsSync(file)) return void response.writeHead(404).end()
  const type = mediaTypes[extname(file)] ?? 'application/octet-stream'
  response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(readFileSync(file))
}

async function passOn(house: TestHouse, address: URL, request: IncomingMessage, response: ServerResponse) {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const body = parts.length > 0 ? { body: Buffer.concat(parts) } : {}
  const answer = await house.app.fetch(new Request(address, { method: request.method ?? 'GET', headers, ...body }))
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
}
