/** Addresses of the policies module. */
import { z } from 'zod'
import { packOf } from '#modules/places/index.ts'
import { type Route, route } from '#platform/http/route.ts'
import { formQuery, packList, programmeForm } from './contract.ts'
import { editionInUse } from './current-edition.ts'
import { programmeInForce } from './programme.ts'

export const routes: Route[] = [
  route({
    method: 'get',
    path: '/policies/packs',
    tag: 'policies',
    summary: 'The policy packs of the edition in use',
    permission: 'policies.read',
    access: 'list',
    reply: packList,
    handle: async ({ work }) => {
      const { hash, packs } = editionInUse(work)
      const items = [...packs.packs.values()].map(({ name, title, level, area, inherits, example, programmes }) => ({
        ...{ name, title, level, area, inherits, example },
        broken: packs.broken.has(name),
        programmes: [...programmes.keys()],
      }))
      return { edition: hash, items, next: null }
    },
  }),
  route({
    method: 'get',
    path: '/policies/forms/:programme',
    tag: 'policies',
    summary: 'What a programme asks in a division: pages, questions, papers',
    permission: 'public',
    access: 'read',
    params: z.object({ programme: z.string().max(60) }),
    query: formQuery,
    reply: programmeForm,
    handle: async ({ work, params, query }) => {
      const pack = await packOf(work, query.division)
      const programme = programmeInForce(work, { pack, programme: params.programme, date: query.date ?? work.today })
      const { title, packTitle, example, date, form, documents } = programme
      return {
        programme: params.programme,
        title,
        pack,
        packTitle,
        example,
        date,
        edition: editionInUse(work).hash,
        form,
        documents,
      }
    },
  }),
]
