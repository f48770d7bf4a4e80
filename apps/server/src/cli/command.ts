/** What a command of `npx doudi` is: pure of the process, so that tests can run it. */
export interface CommandIo {
  stdin(): Promise<string>
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface CommandResult {
  /** 0 fine, 1 the answer is no, 2 could not run. */
  readonly exitCode: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
}

export interface Command {
  readonly name: string
  readonly summary: string
  readonly usage: string
  run(argv: readonly string[], io: CommandIo): Promise<CommandResult>
}
