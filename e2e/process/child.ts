/** Processes of a test: started, watched by what they say and how they end, and never left behind. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export const root = join(import.meta.dirname, '../..')

export interface End {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface Child {
  readonly pid: number
  /** Everything written so far, both streams. */
  said(): string
  /** Waits until the words stand in the output; fails when the process ends or the deadline passes before. */
  says(words: RegExp, withinMs?: number): Promise<RegExpExecArray>
  kill(signal: NodeJS.Signals): void
  readonly ended: Promise<End>
}

/** Settings of the developer's own shell must not reach the process. */
function bareEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^(DOUDI_|DATABASE_URL$|PORT$|HOST$|NODE_OPTIONS$|VITEST)/.test(name),
  )
  return Object.fromEntries(kept) as Record<string, string>
}

/** Runs one of our TypeScript files; killed at the latest when the test is over. */
export function run(script: string, args: readonly string[], env: Readonly<Record<string, string>>): Child {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
    cwd: root,
    env: { ...bareEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return watch(child)
}

function watch(child: ChildProcess): Child {
  let said = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      for (const listener of listeners) listener()
    })
  }
  const ended = new Promise<End>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  return {
    pid: child.pid ?? 0,
    said: () => said,
    says: (words, withinMs = 60_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = words.exec(said)
          if (found) finish(() => resolve(found))
        }
        const finish = (settle: () => void) => {
          listeners.delete(look)
          clearTimeout(deadline)
          settle()
        }
        const fail = (why: string) => finish(() => reject(new Error(`${why} before it said ${words}:\n${said}`)))
        const deadline = setTimeout(() => fail(`${withinMs} ms passed`), withinMs)
        listeners.add(look)
        ended.then(({ code, signal }) => {
          look()
          fail(`ended with ${signal ?? code}`)
        }, reject)
        look()
      }),
    kill: signal => void child.kill(signal),
    ended,
  }
}
