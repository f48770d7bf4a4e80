/** Shapes that come from the server, by the names this app uses for them. */
import type { paths } from '@doudi/api-client'

type Reply<Operation> = Operation extends {
  responses: { 200: { content: { 'application/json': infer Body } } }
}
  ? Body
  : never

export type Me = Reply<paths['/me']['get']>
export type FieldPack = Reply<paths['/field-pack']['get']>
export type Household = FieldPack['households'][number]
export type Member = Household['members'][number]
export type Visit = FieldPack['visits'][number]
export type VisitConflict = Reply<paths['/visits/{id}/conflict']['get']>
export type WaitingEntry = Reply<paths['/submissions']['get']>['items'][number]
export type DemoAccount = Reply<paths['/demo/accounts']['get']>[number]
