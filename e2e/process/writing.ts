/** Four windows hand in applications one after the other until the server is gone, and remember what they were told. */
import { randomUUID } from 'node:crypto'
import type { Client } from '@doudi/server/in-process-client.ts'
import { family } from '../../packages/testkit/src/families.ts'

const WINDOWS = 4
const VILLAGE = '370114901201'

interface Sent {
  readonly key: string
  readonly application: ReturnType<typeof family>
}

export interface History {
  /** Cases that were there before. */
  readonly before: number
  readonly answered: readonly { caseId: string; caseNumber: string }[]
  /** Sent, and nobody knows what became of it. */
  readonly unknown: readonly Sent[]
}

/** After `answered` answers it happens; the windows go on until they cannot. */
export async function fileUntilGone(client: Client, when: { answered: number; andThen: () => void }): Promise<History> {
  const before = (await client.ok.get('/cases?queue=all&limit=200')).items.length
  const answered: { caseId: string; caseNumber: string }[] = []
  const unknown: Sent[] = []
  const window = async () => {
    for (;;) {
      const sent = { key: randomUUID(), application: family({ village: VILLAGE }) }
      try {
        const body = { application: sent.application, channel: 'window' }
        answered.push(await client.ok.post('/applications', body, { key: sent.key }))
      } catch (error) {
        // Only a connection that broke leaves a question open; a refusal would be a fault.
        if (!(error instanceof TypeError)) throw error
        unknown.push(sent)
        return
      }
      if (answered.length === when.answered) when.andThen()
    }
  }
  await Promise.all(Array.from({ length: WINDOWS }, window))
  return { before, answered, unknown }
}
