/**
 * What we are measured beside is no part of the product: it has a lockfile of its own in this folder and is installed
 * here when a measurement first asks for it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname

export function installPeers(say: (text: string) => void): void {
  if (areInstalled()) return
  say('   installing what we are measured beside, from npm into bench/peers (about 90 MB, once)…')
  // Not `npm ci`: it refuses the lockfile where a registry lacks a peer's builds for other machines.
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0)
    throw new Error(
      'the peers could not be installed (npm install in bench/peers failed); --only ours measures without them',
    )
}

/** By name and version, so that a newer lockfile is followed. */
function areInstalled(): boolean {
  return Object.entries(pinned()).every(([name, version]) => {
    const file = join(folder, 'node_modules', name, 'package.json')
    return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === version
  })
}

/** Name → version of every peer. */
export function pinned(): Readonly<Record<string, string>> {
  const file = readFileSync(join(folder, 'package.json'), 'utf8')
  return (JSON.parse(file) as { dependencies: Record<string, string> }).dependencies
}

/** A peer as the little of it that we call: its own types are not there when nobody has installed it. */
export async function peer<T>(name: string): Promise<T> {
  return (await import(name)) as T
}
