/**
 * A real browser from npm. The packed browser unpacks into the temporary folder and reuses whatever lies there, so
 * each checkout gets a folder of its own, filled once before the workers start (`setup`, a vitest global setup).
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium as playwright } from 'playwright-core'

const folderName = createHash('sha256')
  .update(import.meta.dirname)
  .digest('hex')
  .slice(0, 12)

/** Unpacks the browser; two workers doing so at once would run a file that is still being written. */
export async function setup(): Promise<void> {
  await unpack()
}

export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await unpack(),
    // Its own arguments run everything in one process, where browser contexts share their cookies.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN'],
    headless: true,
  })
}

/** Where the executable lies. The package looks only at the environment for its folder. */
async function unpack(): Promise<string> {
  const own = join(tmpdir(), `doudi-browser-${folderName}`)
  mkdirSync(own, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = own
  try {
    const packed = (await import('@sparticuz/chromium')).default
    const executable = await packed.executablePath()
    if (!existsSync(executable)) throw new Error(`no browser at ${executable}`)
    return executable
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
