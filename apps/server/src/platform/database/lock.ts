/**
 * One process per embedded data folder. Two PGlite processes on one folder lose the first one's committed
 * rows without an error, so the folder is taken with a lock file that names the owner; a lock whose owner
 * is gone (kill -9, power cut) is taken over.
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  readonly owner: { pid: number; port?: number }
  constructor(folder: string, owner: { pid: number; port?: number }) {
    super(
      `The data folder ${folder} is in use by process ${owner.pid}. ` +
        'Stop that process first, or set DOUDI_DATA to another folder. Two processes on one folder would lose data.',
    )
    this.owner = owner
  }
}

/** Takes the folder or throws `FolderInUse`; returns the function that gives it back. */
export function lockFolder(folder: string, port?: number): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'doudi.lock')
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeSync(handle, JSON.stringify({ pid: process.pid, startedTicks: startTicks(process.pid), port }))
      closeSync(handle)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const owner = readOwner(file)
      if (owner && isAlive(owner)) throw new FolderInUse(folder, owner)
      rmSync(file, { force: true })
    }
  }
  throw new FolderInUse(folder, { pid: 0 })
}

interface Owner {
  pid: number
  startedTicks?: string
  port?: number
}

export function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

/** Alive, and the same process: a process id may have been given to somebody else since. */
function isAlive(owner: Owner): boolean {
  if (owner.pid === process.pid) return owner.startedTicks === startTicks(process.pid)
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return owner.startedTicks === undefined || owner.startedTicks === startTicks(owner.pid)
}

/** The kernel's start time of a process where it can be had (Linux); undefined elsewhere. */
function startTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
