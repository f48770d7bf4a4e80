/** `programme.yaml` against the formulas it speaks of: the decision, the outputs, every sentence and its places. */
import { type CheckedRule, checkRules } from '../check/programme.ts'
import { placesIn } from '../explain/places.ts'
import type { Place } from '../problem.ts'
import type { NumberType, Type } from '../schema/type.ts'
import { nameUnit, parseUnit, sameUnit } from '../schema/unit.ts'
import { FaultError } from '../syntax/fault.ts'
import type { Assembly } from './assemble.ts'
import { checkSentenceCondition } from './compile.ts'
import type { Pack } from './pack.ts'
import {
  type DecisionKey,
  decisionKeys,
  type Paid,
  type ProgrammeFile,
  paidBy,
  type Sentence,
} from './programme-file.ts'
import type { Report } from './report.ts'

const wanted: Readonly<Record<DecisionKey, { kind: Type['kind']; zh: string; en: string }>> = {
  eligible: { kind: 'yes-no', zh: '是/否', en: 'yes/no' },
  route: { kind: 'text', zh: '选项', en: 'choice' },
  category: { kind: 'text', zh: '选项', en: 'choice' },
  amount: { kind: 'number', zh: '数', en: 'number' },
  coveredPeople: { kind: 'number', zh: '数', en: 'number' },
}

/** Only what this pack itself writes is held against it. */
export function checkProgrammeFile(assembly: Assembly, programme: string, pack: Pack, report: Report): void {
  const file = pack.programmes.get(programme)?.programme
  if (!file) return
  const { rules, faults } = checkRules(assembly.declarations)
  if (faults.length > 0) return
  checkDecision(file, rules, paidBy(assembly.programme!), report)
  for (const { field, place } of file.carried)
    if (!assembly.fields.some(each => each.name === field && each.scope === 'household'))
      report.error('pack.unknown-programme-name', place, { name: field })
  for (const output of file.outputs)
    if (!assembly.rules.has(output.rule))
      report.error('pack.unknown-programme-name', output.place, { name: output.rule })
  for (const sentence of [...file.explanation, ...file.workedSum]) checkSentence(sentence, assembly, rules, report)
}

function checkDecision(file: ProgrammeFile, rules: readonly CheckedRule[], paid: Paid, report: Report): void {
  for (const key of decisionKeys) {
    const named = file.decision[key]
    if (!named) continue
    const rule = rules.find(r => r.name === named.rule)
    const { kind, zh, en } = wanted[key]
    if (!rule) report.error('pack.unknown-programme-name', named.place, { name: named.rule })
    else if (rule.type.kind !== kind)
      report.error('pack.decision-type', named.place, { key, name: named.rule, wanted: zh, wantedEn: en })
    else if (rule.type.kind === 'number' && key === 'amount') checkAmountUnit(rule.type, paid, named.place, report)
  }
}

/** What is paid by the month is 元/月, what is paid one time 元; a formula in the other is a slip. */
function checkAmountUnit(type: NumberType, paid: Paid, place: Place, report: Report): void {
  const [unit, other] = paid === 'once' ? ['元', '元/月'] : ['元/月', '元']
  if (sameUnit(type.unit, parseUnit(other)!))
    report.error('pack.amount-unit', place, { paid, unit, found: nameUnit(type.unit) })
}

function checkSentence(sentence: Sentence, assembly: Assembly, rules: readonly CheckedRule[], report: Report): void {
  for (const name of [...placesIn(sentence.text['zh-CN']), ...placesIn(sentence.text.en)]) {
    const declaration = assembly.declarations.names.get(name)
    const isShowable = declaration && (declaration.kind === 'parameter' || declaration.scope === 'household')
    if (!isShowable) report.error('pack.bad-place-holder', sentence.place, { name })
  }
  if (sentence.clauseOf !== null && !assembly.rules.has(sentence.clauseOf))
    report.error('pack.unknown-programme-name', sentence.place, { name: sentence.clauseOf })
  if (sentence.when === null) return
  try {
    checkSentenceCondition(sentence.when, assembly, rules)
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    report.error(error.fault.code, sentence.whenPlaceAt(error.fault.at.from), error.fault.values)
  }
}
