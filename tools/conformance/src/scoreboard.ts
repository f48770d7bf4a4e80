/** The page docs/reference/conformance.md. */
import { type Gate, gatesOf, isReached } from './gates.ts'
import { type Reason, reasonFor } from './reasons.ts'
import type { Figures, Score } from './score.ts'
import type { Unreadable } from './suite.ts'

export function scoreboard(
  score: Score,
  unreadable: readonly Unreadable[],
  reasons: readonly Reason[],
  kit: string,
): string {
  const { classes, inScope } = score
  return `# Conformance

How our untyped FEEL interpreter (\`packages/policy/src/untyped\`) answers the public cases of the DMN Technology
Compatibility Kit. This page is written by \`npm run conformance -- --tck DIR --write\`; the cases are read from a folder
that you name and are no part of the product. Policies themselves run through the checked language, which refuses much
of what the kit expects to be null.

Kit: ${kit}. ${score.total} cases.

| Part of FEEL | cases | pass | fail | expect a value | of these pass |
| --- | --: | --: | --: | --: | --: |
${row('A: what policies are written in', classes.A)}
${row('B: and dates and durations', classes.B)}
${row('**A + B, in scope**', inScope)}
${row('C: the interpreter only', classes.C)}
${row('outside', classes.outside)}

What belongs where is decided by the syntax of every formula that a case needs; the rules stand at the head of
\`tools/conformance/src/classify.ts\`. Many cases expect null, mostly for values of the wrong type, so those that expect
a value are counted separately.

| Gate | reached | at least |
| --- | --: | --: |
${gatesOf(score).map(gateRow).join('\n')}

## Misses

${missTable(score, reasons)}
${unreadable.length === 0 ? '' : unreadableTable(unreadable)}
## By directory

Passed of all, by class; a dash where a directory has none.

| Directory | A + B | C | outside |
| --- | --: | --: | --: |
${score.topics.map(({ name, classes: of }) => `| ${name} | ${share(of.A, of.B)} | ${share(of.C)} | ${share(of.outside)} |`).join('\n')}
`
}

function row(name: string, { total, pass, fail, nonNull, nonNullPass }: Figures): string {
  return `| ${name} | ${total} | ${pass} | ${fail} | ${nonNull} | ${nonNullPass} |`
}

function gateRow(gate: Gate): string {
  return `| ${gate.name} | ${percent(gate.pass, gate.of)} ${isReached(gate) ? '✓' : '✗'} | ${gate.least / 10} % |`
}

/** Rounded down, so that nothing is called 100 % that is not. */
export function percent(pass: number, of: number): string {
  return of === 0 ? '–' : `${(Math.floor((pass * 10_000) / of) / 100).toFixed(2)} %`
}

function share(...figures: readonly Figures[]): string {
  const [pass, total] = [
    figures.reduce((sum, one) => sum + one.pass, 0),
    figures.reduce((sum, one) => sum + one.total, 0),
  ]
  return total === 0 ? '–' : `${pass} / ${total}`
}

function missTable({ misses }: Score, reasons: readonly Reason[]): string {
  if (misses.length === 0) return 'None.\n'
  const rows = misses.map(miss => {
    return `| ${miss.topic} | ${cell(miss.id)} | ${miss.class} | ${cell(reasonFor(miss, reasons) ?? '')} |`
  })
  return ['| Directory | case | class | reason |', '| --- | --- | --- | --- |', ...rows, ''].join('\n')
}

function unreadableTable(unreadable: readonly Unreadable[]): string {
  const rows = unreadable.map(({ file, reason }) => `| ${cell(file)} | ${cell(reason)} |`)
  return ['\n## Files that could not be read\n', '| File | reason |', '| --- | --- |', ...rows, '', ''].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
}
