/** A draft as people see it: before and after, what is wrong with it, and what the caller may do. */
import { type PackSet, rulesOn, type StandardOnDay, showText, standardsOn } from '@doudi/policy'
import type { z } from 'zod'
import { displayNamesOf } from '#modules/identity/index.ts'
import type { Work } from '#platform/database/work.ts'
import { type Change, isOfRule, type RuleChange, startingBefore, type ValueChange } from './change.ts'
import type { draftList, draftPage } from './contract.ts'
import { editionInUse } from './current-edition.ts'
import type { Draft } from './draft.sql.ts'
import { draftActs, whyNot } from './draft.ts'
import { editionBefore, findingsOf } from './draft-findings.ts'
import { valueOn, versionOn } from './show-pack.ts'

type Head = z.infer<typeof draftList>['items'][number]
type Page = z.infer<typeof draftPage>

export async function showDrafts(work: Work, drafts: readonly Draft[]): Promise<Head[]> {
  const people = drafts.flatMap(({ author, decidedBy }) => (decidedBy ? [author, decidedBy] : [author]))
  const names = await displayNamesOf(work, people)
  const { packs } = await editionInUse(work)
  return drafts.map(draft => {
    const { id, pack, title, status, version, madeAt, changedAt, submittedAt, decidedBy, decidedAt, reason } = draft
    return {
      ...{ id, pack, title, status, version, madeAt, changedAt, submittedAt, reason },
      packTitle: packs.packs.get(pack)?.title ?? { 'zh-CN': pack, en: pack },
      changeCount: draft.changes.length,
      startsOn: draft.changes.map(({ from }) => from).toSorted()[0] ?? null,
      author: names.get(draft.author) ?? '',
      decided: decidedBy && decidedAt ? { name: names.get(decidedBy) ?? '', at: decidedAt } : null,
    }
  })
}

/** A draft that is law is not held against itself. */
export async function showDraft(work: Work, draft: Draft): Promise<Page> {
  const isOpen = draft.status !== 'released'
  const findings = isOpen ? await findingsOf(work, draft) : []
  const [head] = await showDrafts(work, [draft])
  const { packs } = isOpen ? await editionInUse(work) : await editionBefore(work, draft)
  const standards = new Map<string, readonly StandardOnDay[]>()
  for (const { from } of draft.changes) standards.set(from, standardsOn(packs, draft.pack, from).parameters)
  const shown = (change: Change) =>
    isOfRule(change) ? ruleOn(change, packs, draft.pack) : changedValue(change, standards.get(change.from) ?? [])
  const titles = new Map([...draft.documents, ...documentsAbove(packs, draft.pack)].map(({ id, title }) => [id, title]))
  return {
    ...head!,
    changes: draft.changes.map(change => ({ ...shown(change), documentTitle: titles.get(change.document) ?? '' })),
    documents: [...draft.documents],
    findings,
    backdated: isOpen && startingBefore(draft.changes, work.today).length > 0,
    can: Object.fromEntries(draftActs.map(act => [act, whyNot(act, draft, work.caller.accountId)])) as Page['can'],
  }
}

function documentsAbove(packs: PackSet, pack: string) {
  return standardsOn(packs, pack, '9999-12-31').line.flatMap(above => [...above.documents.values()])
}

function ruleOn(change: RuleChange, packs: PackSet, pack: string) {
  const rules = rulesOn(packs, { pack, programme: change.programme, date: change.from })
  const found = rules.find(({ rule }) => rule.name === change.rule)
  return {
    ...change,
    label: found?.rule.label ?? { 'zh-CN': change.rule, en: change.rule },
    unit: found?.rule.unit ?? '',
    before: found?.chosen ? versionOn(found.chosen.version, found.chosen.pack) : null,
  }
}

function changedValue(change: ValueChange, standards: readonly StandardOnDay[]) {
  const standard = standards.find(({ parameter }) => parameter.name === change.parameter)
  const plain = { 'zh-CN': change.parameter, en: change.parameter }
  return {
    ...change,
    label: standard?.parameter.label ?? plain,
    unit: standard?.parameter.unit ?? '',
    display: change.value === null ? null : displayOf(change.value, standard),
    before: standard?.chosen ? valueOn(standard, standard.chosen) : null,
  }
}

function displayOf(value: string, standard: StandardOnDay | undefined) {
  return (standard && showText(standard.parameter, value)) ?? { 'zh-CN': value, en: value }
}
