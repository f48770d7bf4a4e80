/**
 * Keeps the app's own files on the phone, so that it opens in a yard without signal. It keeps nothing else: answers of
 * the server never enter its cache, and people's data lives sealed in the database of the app.
 *
 * Written without imports: a worker is one plain script.
 */
declare const __SHELL_FILES__: readonly string[]
declare const __SHELL_VERSION__: string

interface WorkerEvent extends Event {
  waitUntil(done: Promise<unknown>): void
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

interface Shell {
  addEventListener(name: 'install' | 'activate', heard: (event: WorkerEvent) => void): void
  addEventListener(name: 'fetch', heard: (event: FetchEvent) => void): void
  addEventListener(name: 'message', heard: (event: MessageEvent) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  readonly registration: { readonly scope: string }
}

const shell = self as unknown as Shell
const scope = shell.registration.scope
const PREFIX = 'doudi-field-'
const name = PREFIX + __SHELL_VERSION__
const files = new Set(__SHELL_FILES__.map(file => scope + file))

async function keepShell(): Promise<void> {
  const cache = await caches.open(name)
  await cache.addAll([...files].map(file => new Request(file, { cache: 'reload' })))
}

async function dropOldShells(): Promise<void> {
  const old = (await caches.keys()).filter(key => key.startsWith(PREFIX) && key !== name)
  await Promise.all(old.map(key => caches.delete(key)))
  await shell.clients.claim()
}

async function kept(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(name)
  return (await cache.match(address)) ?? fetch(request)
}

shell.addEventListener('install', event => event.waitUntil(keepShell()))
shell.addEventListener('activate', event => event.waitUntil(dropOldShells()))

/** The page asks for it before anybody has begun to work; a new build never takes over in the middle of a visit. */
shell.addEventListener('message', event => {
  if (event.data === 'take-over') void shell.skipWaiting()
})

shell.addEventListener('fetch', event => {
  const { request } = event
  const address = request.url.split(/[?#]/)[0] ?? ''
  if (request.method !== 'GET' || !address.startsWith(scope)) return
  if (request.mode === 'navigate') event.respondWith(kept(scope, request))
  else if (files.has(address)) event.respondWith(kept(address, request))
})
