/**
 * `npm run check`: style, types, boundaries, dead code, generated files, tests. Every step runs even when one
 * before it failed, so that one run tells all; `--no-tests` leaves the suite out.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)

const typeProjects = [
  'tsconfig.json',
  'packages/light-ui/tsconfig.json',
  'apps/portal/tsconfig.json',
  'apps/console/tsconfig.json',
  'apps/field/tsconfig.json',
]

interface Step {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

const steps: Step[] = [
  {
    name: 'style',
    command: bin('biome'),
    args: ['ci', '--error-on-warnings', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.'],
  },
  ...typeProjects
    .filter(project => existsSync(join(root, project)))
    .map(project => ({ name: `types ${project}`, command: bin('tsc'), args: ['-p', project] })),
  {
    name: 'boundaries',
    command: bin('depcruise'),
    args: ['apps', 'packages', 'tools', 'bench', 'e2e', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  },
  { name: 'dead code', command: bin('knip'), args: ['--no-progress'] },
  { name: 'generated files', command: process.execPath, args: ['tools/codegen/src/gen.ts', '--check'] },
  ...(process.argv.includes('--no-tests')
    ? []
    : [{ name: 'tests', command: process.execPath, args: ['tools/launch/test.js'] }]),
]

const failed: string[] = []
for (const { name, command, args } of steps) {
  process.stdout.write(`\n▸ ${name}\n`)
  const begun = performance.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)\n`)
  if (status !== 0) failed.push(name)
}
process.stdout.write(failed.length === 0 ? '\nAll checks pass.\n' : `\nFailed: ${failed.join(', ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1
