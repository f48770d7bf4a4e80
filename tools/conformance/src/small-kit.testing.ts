/** A kit of our own for the tests: folders with a model and a test file, written where nobody else writes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Files = Readonly<Record<string, string>>

export function withKit<T>(files: Files, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kit-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export function model(body: string, namespace = 'ours', head = ''): string {
  return `<?xml version="1.0"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="${namespace}">${head}${body}</definitions>`
}

export function decision(name: string, logic: string, requires = '', type = ''): string {
  const typed = type === '' ? '' : ` typeRef="${type}"`
  return `<decision name="${name}" id="${name}"><variable name="${name}"${typed}/>${requires}${logic}</decision>`
}

export function literal(text: string): string {
  return `<literalExpression><text><![CDATA[${text}]]></text></literalExpression>`
}

export function needs(kind: 'Input' | 'Decision' | 'Knowledge', href: string): string {
  const requirement = kind === 'Knowledge' ? 'knowledgeRequirement' : 'informationRequirement'
  return `<${requirement}><required${kind} href="${href.includes('#') ? href : `#${href}`}"/></${requirement}>`
}

/** Cases whose results are named like the decisions, with the expected value as XML. */
export function tests(modelFile: string, cases: readonly string[]): string {
  return `<?xml version="1.0"?>
<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:xsd="http://www.w3.org/2001/XMLSchema"><modelName>${modelFile}</modelName>${cases.join('')}</testCases>`
}

export function expects(name: string, expected: string, inputs = '', attributes = ''): string {
  return `<testCase id="${name}" ${attributes}>${inputs}<resultNode name="${name}" type="decision"><expected>${expected}</expected></resultNode></testCase>`
}

export function value(type: string, text: string): string {
  return `<value xsi:type="xsd:${type}">${text}</value>`
}

export const nothing = '<value xsi:nil="true"/>'

export function input(name: string, written: string): string {
  return `<inputNode name="${name}">${written}</inputNode>`
}
