/** Runs the command and passes on its exit code. */
import { runCommand } from './command.ts'

const { exitCode, stdout, stderr } = runCommand(process.argv.slice(2))
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exitCode
