/** The draft on the server that belongs to this browser: its id and token lie in a cookie no script can read. */
import { ApiProblem } from '@doudi/api-client'
import { unlessMissing } from '../server/api.ts'
import type { DraftReply } from '../server/replies.ts'
import type { Visit } from '../server/visit.ts'
import { type Answers, withoutStaleSignatures } from './answers.ts'

export interface OpenDraft extends DraftReply<Answers> {
  readonly id: string
  readonly token: string
}

const holder = (token: string) => ({ headers: { 'doudi-draft': token } })

export async function openDraft({ jar, api }: Visit): Promise<OpenDraft | undefined> {
  const [id, token] = (jar.read('draft') ?? '').split('.')
  if (!id || !token || !/^[\w-]+$/.test(id)) return undefined
  const reply = await unlessMissing(api.get<DraftReply<Answers>>(`/drafts/${id}`, holder(token)))
  if (reply && !reply.submitted) return { id, token, version: reply.version, answers: reply.answers, submitted: false }
  jar.forget('draft')
  return undefined
}

export async function startDraft({ jar, api }: Visit): Promise<OpenDraft> {
  const { id, token } = await api.post<{ id: string; token: string }>('/drafts')
  jar.keep('draft', `${id}.${token}`)
  return { id, token, version: 1, answers: {}, submitted: false }
}

/** Saves, and gives the draft as it is now. */
export async function saveDraft({ api, jar }: Visit, draft: OpenDraft, answers: Answers): Promise<OpenDraft> {
  const kept = withoutStaleSignatures(draft.answers, answers)
  const put = (version: number) => api.put(`/drafts/${draft.id}`, { version, answers: kept }, holder(draft.token))
  jar.keep('draft', `${draft.id}.${draft.token}`)
  try {
    await put(draft.version)
    return { ...draft, version: draft.version + 1, answers: kept }
  } catch (error) {
    // A double tap: the same page was saved a moment ago. What this request says is the later word.
    const now =
      error instanceof ApiProblem && error.code === 'casework.draft-changed' ? Number(error.details.version) : 0
    if (!now) throw error
    await put(now)
    return { ...draft, version: now + 1, answers: kept }
  }
}

export function submitDraft<T>({ api }: Visit, { id, token }: OpenDraft, body: object, key: string): Promise<T> {
  return api.post<T>(`/drafts/${id}/submit`, body, { key, ...holder(token) })
}
