/**
 * Runs under any Node from 20 on, before anything is installed: installs what is missing and builds the pages
 * that changed. Plain JavaScript on purpose; everything after it runs on the Node that the lockfile pins.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const windows = process.platform === 'win32'

/** The pinned Node (from npm), or this one where npm has none for the machine. */
export function pinnedNode() {
  const pinned = join(root, 'node_modules/.bin', windows ? 'node.cmd' : 'node')
  return existsSync(pinned) ? pinned : process.execPath
}

/** The environment in which the pinned Node comes first. */
export function pinnedEnvironment() {
  const separator = windows ? ';' : ':'
  return { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${separator}${process.env.PATH ?? ''}` }
}

export function say(text) {
  process.stdout.write(`${text}\n`)
}

/** `npm ci` unless the installed tree is that of the lockfile. */
export function install() {
  const stamp = join(root, 'node_modules/.doudi-lock')
  const want = digest([join(root, 'package-lock.json')])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return
  if (!existsSync(join(root, 'node_modules/.package-lock.json')) || existsSync(stamp)) {
    say('① 安装依赖 · Installing dependencies (once; about a minute)…')
    run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], process.env)
  }
  writeFileSync(stamp, want)
}

const PAGES = {
  portal: ['apps/portal', 'packages/light-ui', 'packages/kernel', 'packages/api-client'],
  console: ['apps/console', 'packages/kernel', 'packages/api-client'],
  field: ['apps/field', 'packages/light-ui', 'packages/sync', 'packages/kernel', 'packages/api-client'],
}

/** Builds each front end whose sources changed since its last build. */
export function buildPages() {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true })
  for (const [name, sources] of Object.entries(PAGES)) {
    if (!existsSync(join(root, 'apps', name, 'vite.config.ts'))) continue
    const stamp = join(root, 'node_modules/.cache', `doudi-${name}`)
    const want = digest([...sources.flatMap(folder => filesBelow(join(root, folder))), join(root, 'package-lock.json')])
    if (existsSync(join(root, 'apps', name, 'dist')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === want)
      continue
    say(`② 生成页面 · Building ${name}…`)
    run(pinnedNode(), [join(root, 'tools/launch/build-page.js'), name], pinnedEnvironment())
    writeFileSync(stamp, want)
  }
}

function run(command, args, env) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env, shell: windows })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name !== 'dist' && name !== 'node_modules')
    .sort()
    .flatMap(name => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? filesBelow(path) : [path]
    })
}

function digest(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}
