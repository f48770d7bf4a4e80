/** The demo's partner departments as a process of their own, on a free port, as in real life. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export function startDepartments(root: string): Promise<{ url: string; stop(): void }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'apps/departments/src/main.ts')],
    {
      // The child watches its input: it ends when this process does, however that happens.
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, PORT: '0', DOUDI_END_WITH_PARENT: '1' },
    },
  )
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`the departments service ended with ${code}`)))
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const port = /listening (\d+)/.exec(said)?.[1]
      if (port) resolve({ url: `http://127.0.0.1:${port}`, stop: () => child.kill() })
    })
  })
}
