/** Starts the app: settings before the first stroke, the store, the page, the shell for the next start without a line. */
import './styles/field.css'
import { render } from 'preact'
import { keepPlaces } from './address.ts'
import { App } from './app.tsx'
import { openDatabase } from './data/database.ts'
import { createRemote } from './data/remote.ts'
import { FieldApp } from './field-app.ts'
import { keepShell } from './keep-shell.ts'
import { Unsupported } from './pages/unsupported.tsx'
import { readSettings, showSettings } from './settings.ts'

const LOCKED_AFTER_MS = 10 * 60_000
const ROUND_MS = 5 * 60_000

async function start(): Promise<void> {
  const settings = readSettings()
  showSettings(settings)
  const place = document.getElementById('app')
  if (!place) throw new Error('the page has a place for the app')
  if (!globalThis.crypto?.subtle || !('indexedDB' in globalThis)) {
    render(<Unsupported settings={settings} />, place)
    return
  }
  const app = new FieldApp(
    await openDatabase(),
    createRemote(() => settings.device),
    navigator.onLine,
  )
  render(<App app={app} firstSettings={settings} />, place)
  follow(app)
  keepPlaces()
  await app.start()
  await keepShell()
}

/** Line, clock and screen. A phone put away for ten minutes asks for the PIN again; what was begun lies sealed. */
function follow(app: FieldApp): void {
  let hiddenAt = Number.POSITIVE_INFINITY
  addEventListener('online', () => app.heardLine(true))
  addEventListener('offline', () => app.heardLine(false))
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenAt = Date.now()
    else if (Date.now() - hiddenAt > LOCKED_AFTER_MS) app.lock()
    else void app.checkAge().then(() => app.written())
  })
  setInterval(() => void app.checkAge().then(() => app.synchronise()), ROUND_MS)
}

void start()
