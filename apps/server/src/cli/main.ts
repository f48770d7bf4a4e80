/** `npx doudi COMMAND …`: finds the command, runs it, passes on its exit code. */
import { text } from 'node:stream/consumers'
import { commands } from './commands.ts'
import { dispatch } from './dispatch.ts'

const { exitCode, stdout, stderr } = await dispatch(commands, process.argv.slice(2), {
  stdin: () => text(process.stdin),
  cwd: process.cwd(),
  env: process.env,
})
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exitCode
