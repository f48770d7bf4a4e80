/** Tests about the repository itself: boundaries that were really looked at, words for every refusal, nothing of a machine. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { problemMessages } from '@doudi/api-client'
import { kernelIssues } from '@doudi/kernel'
import { loadPacks } from '@doudi/policy'
import { ownPolicies, readPolicyFolder } from '@doudi/server/cli/read-policy-folder.ts'
import { rolesTable } from '@doudi/server/modules/identity/index.ts'
import { modules } from '@doudi/server/modules/index.ts'
import { platformIssues, problems as platformProblems } from '@doudi/server/platform/problems.ts'
import { describe, expect, test } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const routes = modules.flatMap(module => module.routes)
const tracked = () =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)

describe('boundaries', () => {
  const cruise = (...args: string[]) =>
    spawnSync(
      join(root, 'node_modules/.bin/depcruise'),
      [...args, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
      {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 1e9,
      },
    )

  test('the cruise looks at the whole house and finds nothing wrong', () => {
    const { summary } = JSON.parse(cruise('apps', 'packages', 'tools').stdout)
    expect(summary.totalCruised).toBeGreaterThan(300)
    expect(summary.violations.filter((v: { rule: { severity: string } }) => v.rule.severity === 'error')).toEqual([])
  })

  test('a planted violation is caught', () => {
    const folder = mkdtempSync(join(root, 'packages/kernel/src/planted-'))
    try {
      writeFileSync(
        join(folder, 'wrong.ts'),
        "import { loadPacks } from '@doudi/policy'\nexport const wrong = loadPacks\n",
      )
      const { summary } = JSON.parse(cruise('packages/kernel').stdout)
      expect(summary.violations.map((v: { rule: { name: string } }) => v.rule.name)).toContain('kernel-imports-nothing')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('every route', () => {
  test('names a permission that some role holds, or is open on purpose', () => {
    const held = new Set(Object.values(rolesTable).flatMap(role => role.permissions))
    const unknown = routes
      .map(route => route.permission)
      .filter(permission => !['public', 'signed-in', 'demo'].includes(permission) && !held.has(permission))
    expect([...new Set(unknown)]).toEqual([])
  })

  test('stands once', () => {
    const addresses = routes.map(route => `${route.method} ${route.path}`)
    expect(addresses.filter((address, i) => addresses.indexOf(address) !== i)).toEqual([])
  })
})

test('every permission of a role opens at least one route', () => {
  const used = new Set(routes.map(route => route.permission))
  const idle = [...new Set(Object.values(rolesTable).flatMap(role => role.permissions))].filter(
    permission => !used.has(permission),
  )
  expect(idle).toEqual([])
})

test('every refusal has words in both languages', () => {
  const codes = [
    ...Object.keys(platformProblems.catalogue),
    ...platformIssues,
    ...Object.keys(kernelIssues),
    ...modules.flatMap(module => Object.keys(module.problems)),
  ]
  for (const locale of ['zh-CN', 'en'] as const) {
    expect([locale, codes.filter(code => !problemMessages[locale][code]?.trim())]).toEqual([locale, []])
  }
})

test('every file of values is a group with a name on the page of its pack', () => {
  const packs = [...loadPacks(readPolicyFolder(ownPolicies)).packs.packs.values()]
  const programmes = new Set(packs.flatMap(pack => [...pack.programmes.keys()]))
  const groups = new Set(
    packs.flatMap(pack => pack.declared.map(({ place }) => place.file.split('/').at(-1)!.replace('.yaml', ''))),
  )
  for (const language of ['zh-CN', 'en']) {
    const words = readFileSync(join(root, `apps/console/src/features/policies/messages.${language}.ts`), 'utf8')
    const unnamed = [...groups].filter(group => !programmes.has(group) && !words.includes(`'group.${group}':`))
    expect(unnamed).toEqual([])
  }
})

test('the lockfile and the sources name no registry host and no path of a machine', () => {
  // Put together from pieces, so that this file does not find itself.
  const hosts =
    ['registry', 'npm'].join('\\.') +
    '|' +
    ['npm', 'js\\.(org|com)'].join('') +
    '|' +
    ['npm', 'mirror'].join('') +
    '|' +
    ['deb', 'debian'].join('\\.')
  const registry = new RegExp(hosts)
  const machine = new RegExp(
    `(^|[^\\w./-])/(${['wo', 'ho', 'ro'].map((start, i) => start + ['rk', 'me', 'ot'][i]).join('|')})/[a-z]`,
  )
  const found = tracked()
    .filter(file => /\.(ts|tsx|js|cjs|json|md|yaml|sql|css|html)$|^\.ci\//.test(file) && existsSync(join(root, file)))
    .filter(file => {
      const text = readFileSync(join(root, file), 'utf8')
      return registry.test(text) || machine.test(text)
    })
  expect(found).toEqual([])
})

test('business code reads no clock of its own and keeps floats away from money', () => {
  const folders = ['apps/server/src/modules', 'packages/kernel/src', 'packages/policy/src', 'packages/sync/src']
  const found = tracked()
    .filter(
      file =>
        folders.some(folder => file.startsWith(folder)) &&
        file.endsWith('.ts') &&
        !/\.(test|testing|fixture)\./.test(file) &&
        existsSync(join(root, file)),
    )
    .filter(file =>
      /\bnew Date\(|\bDate\.now\(|\bparseFloat\(|\.toFixed\(|Math\.random\(/.test(
        withoutComments(readFileSync(join(root, file), 'utf8')),
      ),
    )
  expect(found).toEqual([])
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}

test('every module has its README, and every package says what it is', () => {
  const missing = readdirSync(join(root, 'apps/server/src/modules'), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !existsSync(join(root, 'apps/server/src/modules', entry.name, 'README.md')))
    .map(entry => entry.name)
  expect(missing).toEqual([])
})
