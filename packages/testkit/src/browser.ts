/**
 * A real browser from npm. The packed browser unpacks into the temporary folder and reuses whatever lies there, so
 * each checkout gets a folder of its own.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium as playwright } from 'playwright-core'

export async function launchBrowser(): Promise<Browser> {
  const own = join(
    tmpdir(),
    `doudi-browser-${createHash('sha256')
      .update(import.meta.dirname)
      .digest('hex')
      .slice(0, 12)}`,
  )
  mkdirSync(own, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = own
  try {
    const packed = (await import('@sparticuz/chromium')).default
    const executablePath = await packed.executablePath()
    if (!existsSync(executablePath)) throw new Error(`no browser at ${executablePath}`)
    return await playwright.launch({
      executablePath,
      // Its own arguments run everything in one process, where browser contexts share their cookies.
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN'],
      headless: true,
    })
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
