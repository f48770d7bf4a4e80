/** From words to a command: names of one or two words, `--help` everywhere, and no stack trace for people. */
import { Problem } from '@doudi/kernel'
import type { Command, CommandIo, CommandResult } from './command.ts'

/** A command is loaded only when it is called, so that `--help` is quick. */
export type CommandList = Readonly<Record<string, { summary: string; load(): Promise<Command> }>>

export async function dispatch(commands: CommandList, argv: readonly string[], io: CommandIo): Promise<CommandResult> {
  const [first = '', second = ''] = argv
  const name = [`${first} ${second}`, first].find(candidate => Object.hasOwn(commands, candidate))
  if (!name) return unknownCommand(commands, argv)
  const command = await commands[name]!.load()
  const rest = argv.slice(name.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) return { exitCode: 0, stdout: helpOf(command), stderr: '' }
  try {
    return await command.run(rest, io)
  } catch (error) {
    const said = error instanceof Problem ? `${error.code} ${JSON.stringify(error.details)}` : (error as Error).message
    return { exitCode: 2, stdout: '', stderr: `doudi ${name}: ${said}\n` }
  }
}

function helpOf({ name, summary, usage }: Command): string {
  return `doudi ${name} — ${summary}\n\n${usage.trim()}\n`
}

function unknownCommand(commands: CommandList, argv: readonly string[]): CommandResult {
  const width = Math.max(...Object.keys(commands).map(name => name.length))
  const list = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  const help = `doudi — social assistance from the command line\n\n${list.join('\n')}\n\nEvery command has --help and --json; exit code 0 fine, 1 the answer is no, 2 could not run.\n`
  const asked = argv.length === 0 || argv.includes('--help') || argv.includes('-h')
  return asked
    ? { exitCode: 0, stdout: help, stderr: '' }
    : { exitCode: 2, stdout: '', stderr: `doudi: unknown command "${argv.join(' ')}"\n\n${help}` }
}
