/** Addresses about packs: what they are, what they say on a day, what a programme asks. */
import { tryFormula } from '@doudi/policy'
import { z } from 'zod'
import { packOf } from '#modules/places/index.ts'
import { type Route, route } from '#platform/http/route.ts'
import {
  formQuery,
  formulaFaults,
  formulaTried,
  history,
  namesPage,
  onDay,
  packList,
  packPage,
  packParams,
  parameterParams,
  programmeForm,
  ruleHistory,
  ruleParams,
  rulesPage,
  rulesParams,
} from './contract.ts'
import { editionInUse } from './current-edition.ts'
import { packNamed } from './find-draft.ts'
import { problems } from './problems.ts'
import { programmeInForce } from './programme.ts'
import { listPacks, showHistory, showNames, showPack, showRuleHistory, showRules } from './show-pack.ts'

const tag = 'policies'

export const packRoutes: Route[] = [
  route({
    method: 'get',
    path: '/policies/packs',
    tag,
    summary: 'The policy packs of the edition in use',
    permission: 'policies.read',
    access: 'list',
    reply: packList,
    handle: ({ work }) => listPacks(work),
  }),
  route({
    method: 'get',
    path: '/policies/packs/:pack',
    tag,
    summary: 'A pack on a day: values with bounds and clause, what is coming, relations with their verdict',
    permission: 'policies.read',
    access: 'read',
    params: packParams,
    query: onDay,
    reply: packPage,
    handle: ({ work, params, query }) => showPack(work, params.pack, query.date ?? work.today),
  }),
  route({
    method: 'get',
    path: '/policies/packs/:pack/programmes/:programme',
    tag,
    summary: 'The formulas of a programme on a day, in Chinese words and with their clauses',
    permission: 'policies.read',
    access: 'read',
    params: rulesParams,
    query: onDay,
    reply: rulesPage,
    handle: ({ work, params, query }) => showRules(work, params.pack, params.programme, query.date ?? work.today),
  }),
  route({
    method: 'get',
    path: '/policies/packs/:pack/programmes/:programme/names',
    tag,
    summary: 'What a formula of the programme may name on a day',
    permission: 'policies.read',
    access: 'read',
    params: rulesParams,
    query: onDay,
    reply: namesPage,
    handle: ({ work, params, query }) => showNames(work, params.pack, params.programme, query.date ?? work.today),
  }),
  route({
    method: 'post',
    path: '/policies/packs/:pack/programmes/:programme/check',
    tag,
    summary: 'What is wrong with a formula that somebody is writing, with line, column and suggestion',
    permission: 'policies.read',
    access: 'read',
    params: rulesParams,
    body: formulaTried,
    reply: formulaFaults,
    withoutKey: 'changes nothing',
    handle: async ({ work, params: { pack, programme }, body: { from: date, ...text } }) => {
      await packNamed(work, pack)
      const faults = tryFormula((await editionInUse(work)).packs, { pack, programme, date }, text)
      if (faults === null) throw problems.of('policies.rule-unknown', { rule: text.rule })
      return { items: faults, next: null }
    },
  }),
  route({
    method: 'get',
    path: '/policies/packs/:pack/programmes/:programme/rules/:rule/history',
    tag,
    summary: 'Every dated version of a rule at every level, with who drafted and released it',
    permission: 'policies.read',
    access: 'history',
    params: ruleParams,
    reply: ruleHistory,
    handle: ({ work, params }) => showRuleHistory(work, params.pack, params.programme, params.rule),
  }),
  route({
    method: 'get',
    path: '/policies/packs/:pack/parameters/:parameter/history',
    tag,
    summary: 'Every dated value of a parameter at every level, with who drafted and released it',
    permission: 'policies.read',
    access: 'history',
    params: parameterParams,
    reply: history,
    handle: ({ work, params }) => showHistory(work, params.pack, params.parameter),
  }),
  route({
    method: 'get',
    path: '/policies/forms/:programme',
    tag,
    summary: 'What a programme asks in a division: pages, questions, papers',
    permission: 'public',
    access: 'read',
    params: z.object({ programme: z.string().max(60) }),
    query: formQuery,
    reply: programmeForm,
    handle: async ({ work, params, query }) => {
      const pack = await packOf(work, query.division)
      const on = { pack, programme: params.programme, date: query.date ?? work.today }
      const { title, packTitle, example, date, form, documents } = await programmeInForce(work, on)
      return {
        programme: params.programme,
        title,
        pack,
        packTitle,
        example,
        date,
        edition: (await editionInUse(work)).hash,
        form,
        documents,
      }
    },
  }),
]
