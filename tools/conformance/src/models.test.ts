/** What the parts of a model give: tables by hit policy, boxed expressions, functions, services, imports, declared types. */
import { describe, expect, test } from 'vitest'
import { runCommand } from './command.ts'
import {
  decision,
  expects,
  type Files,
  input,
  literal,
  model,
  needs,
  nothing,
  tests,
  value,
  withKit,
} from './small-kit.testing.ts'

/** The misses of a run, in words; nothing when all passes. */
function misses(files: Files): string {
  return withKit(files, folder => runCommand(['--tck', folder]).stdout.split('\nMissed:\n')[1] ?? '')
}

function check(body: string, cases: readonly string[], head = ''): void {
  expect(misses({ 't/m.dmn': model(body, 'ours', head), 't/m-test-01.xml': tests('m.dmn', cases) })).toBe('')
}

const number = (text: string) => value('decimal', text)
const list = (...items: string[]) => `<list>${items.map(item => `<item>${item}</item>`).join('')}</list>`
const age = '<inputData name="age" id="age"><variable name="age" typeRef="number"/></inputData>'

describe('a decision table', () => {
  /** From 18 "b", from 60 "a" and "b": the allowed outputs put a before b. */
  const table = (hitPolicy: string, outputs: readonly [string, string], extra = '') => `<decisionTable ${hitPolicy}>
    <input><inputExpression typeRef="number"><text>age</text></inputExpression></input>
    <output><outputValues><text>"a", "b", 1, 2</text></outputValues>${extra}</output>
    <rule><inputEntry><text><![CDATA[>= 18]]></text></inputEntry><outputEntry><text>${outputs[0]}</text></outputEntry></rule>
    <rule><inputEntry><text>not([0..60))</text></inputEntry><outputEntry><text>${outputs[1]}</text></outputEntry></rule>
  </decisionTable>`

  const text = (written: string) => value('string', written)
  const policies: readonly (readonly [string, readonly [string, string], string])[] = [
    ['hitPolicy="UNIQUE"', ['"b"', '"a"'], nothing],
    ['hitPolicy="ANY"', ['"b"', '"a"'], nothing],
    ['hitPolicy="ANY"', ['"b"', '"b"'], text('b')],
    ['hitPolicy="FIRST"', ['"b"', '"a"'], text('b')],
    ['hitPolicy="PRIORITY"', ['"b"', '"a"'], text('a')],
    ['hitPolicy="RULE ORDER"', ['"b"', '"a"'], list(text('b'), text('a'))],
    ['hitPolicy="OUTPUT ORDER"', ['"b"', '"a"'], list(text('a'), text('b'))],
    ['hitPolicy="COLLECT"', ['"b"', '"a"'], list(text('b'), text('a'))],
    ['hitPolicy="COLLECT" aggregation="SUM"', ['1', '2'], number('3')],
    ['hitPolicy="COLLECT" aggregation="MIN"', ['2', '1'], number('1')],
    ['hitPolicy="COLLECT" aggregation="MAX"', ['1', '2'], number('2')],
    ['hitPolicy="COLLECT" aggregation="COUNT"', ['1', '1'], number('2')],
  ]

  test.each(policies)('with %s and %s', (policy, outputs, expected) => {
    const body = age + decision('d', table(policy, outputs), needs('Input', 'age'))
    check(body, [expects('d', expected, input('age', number('70')))])
  })

  test('without a hit gives its default, or nothing', () => {
    const fallback = '<defaultOutputEntry><text>"a"</text></defaultOutputEntry>'
    const body =
      age +
      decision('d', table('', ['"b"', '"b"'], fallback), needs('Input', 'age')) +
      decision('e', table('', ['"b"', '"b"']), needs('Input', 'age'))
    check(body, [
      expects('d', value('string', 'a'), input('age', number('3'))),
      expects('e', nothing, input('age', number('3'))),
    ])
  })

  test('with several outputs gives a context, and cells may ask about the value', () => {
    const several = `<decisionTable><input><inputExpression><text>age</text></inputExpression></input>
      <output name="x"/><output name="y"/>
      <rule><inputEntry><text><![CDATA[? > 1 and ? < 9]]></text></inputEntry>
        <outputEntry><text>age</text></outputEntry><outputEntry><text>"y"</text></outputEntry></rule></decisionTable>`
    const expected = `<component name="x">${number('3')}</component><component name="y">${value('string', 'y')}</component>`
    check(age + decision('d', several, needs('Input', 'age')), [expects('d', expected, input('age', number('3')))])
  })
})

describe('boxed expressions', () => {
  const boxes: readonly (readonly [string, string, string])[] = [
    [
      'a context whose last entry is its answer',
      `<context><contextEntry><variable name="a"/>${literal('2')}</contextEntry><contextEntry>${literal('a * 3')}</contextEntry></context>`,
      number('6'),
    ],
    [
      'a relation',
      `<relation><column name="a"/><column name="b"/><row>${literal('1')}${literal('2')}</row></relation>`,
      list(`<component name="a">${number('1')}</component><component name="b">${number('2')}</component>`),
    ],
    ['a list', `<list>${literal('1')}${literal('1 + 1')}</list>`, list(number('1'), number('2'))],
    [
      'a condition',
      `<conditional><if>${literal('1 = 2')}</if><then>${literal('1')}</then><else>${literal('2')}</else></conditional>`,
      number('2'),
    ],
    [
      'a filter',
      `<filter><in>${literal('[1, 2]')}</in><match>${literal('item > 1')}</match></filter>`,
      list(number('2')),
    ],
    [
      'a filter that does not answer yes or no',
      `<filter><in>${literal('[1]')}</in><match>${literal('1')}</match></filter>`,
      nothing,
    ],
    [
      'a loop',
      `<for iteratorVariable="i"><in>${literal('[1, 2]')}</in><return>${literal('i + sum(partial)')}</return></for>`,
      list(nothing, nothing),
    ],
    [
      'some',
      `<some iteratorVariable="i"><in>${literal('[1, 2]')}</in><satisfies>${literal('i = 2')}</satisfies></some>`,
      value('boolean', 'true'),
    ],
    [
      'every',
      `<every iteratorVariable="i"><in>${literal('[]')}</in><satisfies>${literal('i = 2')}</satisfies></every>`,
      value('boolean', 'true'),
    ],
    ['an expression that is left out', '', nothing],
  ]

  test.each(boxes)('%s', (_, box, expected) => {
    check(decision('d', box), [expects('d', expected)])
  })
})

describe('functions and services', () => {
  const square = `<businessKnowledgeModel name="square of" id="sq"><variable name="square of"/><encapsulatedLogic>
    <formalParameter name="a-side" typeRef="number"/>${literal('a-side * a-side')}</encapsulatedLogic></businessKnowledgeModel>`

  test('a function is called by position, by name and by invocation, with values of its types', () => {
    const invocation = `<invocation>${literal('square of')}<binding><parameter name="a-side"/>${literal('3')}</binding></invocation>`
    const body =
      square +
      decision('position', literal('square of(3)'), needs('Knowledge', 'sq')) +
      decision('name', literal('square of(a-side: 3)'), needs('Knowledge', 'sq')) +
      decision('invocation', invocation, needs('Knowledge', 'sq')) +
      decision('wrong', literal('square of("x")'), needs('Knowledge', 'sq'))
    check(body, [
      ...['position', 'name', 'invocation'].map(name => expects(name, number('9'))),
      expects('wrong', nothing),
    ])
  })

  test('a service is given its input decisions and does not work them out', () => {
    const body =
      decision('given', literal('1')) +
      decision('out', literal('given + 1'), needs('Decision', 'given')) +
      '<decisionService name="s" id="s"><variable name="s"/><outputDecision href="#out"/><inputDecision href="#given"/></decisionService>' +
      decision('d', literal('s(10)'), needs('Knowledge', 's'))
    check(body, [
      expects('d', number('11')),
      expects('out', number('6'), input('given', number('5')), 'invocableName="s" type="decisionService"'),
    ])
  })

  test('an imported model is reached by the name of its import', () => {
    const files = {
      't/lib.dmn': model(square + decision('base', literal('4')), 'lib'),
      't/m.dmn': model(
        decision(
          'd',
          literal('far away.square of(far away.base)'),
          needs('Knowledge', 'lib#sq') + needs('Decision', 'lib#base'),
        ),
        'ours',
        '<import name="far away" namespace="lib" importType="DMN"/>',
      ),
      't/m-test-01.xml': tests('m.dmn', [expects('d', number('16'))]),
    }
    expect(misses(files)).toBe('')
  })
})

describe('declared types', () => {
  const types = `<itemDefinition name="tList" isCollection="true"><typeRef>number</typeRef></itemDefinition>
    <itemDefinition name="tByte"><typeRef>number</typeRef><allowedValues><text>[0..255]</text></allowedValues></itemDefinition>
    <itemDefinition name="tPerson"><itemComponent name="first-name"><typeRef>string</typeRef></itemComponent></itemDefinition>
    <itemDefinition name="tTree"><itemComponent name="below" isCollection="true"><typeRef>tTree</typeRef></itemComponent></itemDefinition>`

  test('turn one into a list, a list of one into one, and what does not fit into nothing', () => {
    const body =
      decision('wrapped', literal('1'), '', 'tList') +
      decision('unwrapped', literal('[1]'), '', 'number') +
      decision('unfit', literal('["a"]'), '', 'tList') +
      decision('limited', literal('256'), '', 'tByte') +
      decision('recursive', literal('{below: []}'), '', 'tTree')
    check(
      body,
      [
        expects('wrapped', list(number('1'))),
        expects('unwrapped', number('1')),
        expects('unfit', nothing),
        expects('limited', nothing),
        expects('recursive', '<component name="below"><list/></component>'),
      ],
      types,
    )
  })

  test('tell the parser which names hold a hyphen', () => {
    const person = '<inputData name="p" id="p"><variable name="p" typeRef="tPerson"/></inputData>'
    const li = `<component name="first-name">${value('string', 'Li')}</component>`
    check(
      person + decision('d', literal('p.first-name + "!"'), needs('Input', 'p')),
      [expects('d', value('string', 'Li!'), input('p', li))],
      types,
    )
  })
})
