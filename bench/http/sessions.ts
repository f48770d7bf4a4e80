/** Opens sessions for posts of the bench without their passwords, as a sign-in would have done. */
import { startSession } from '@doudi/server/modules/identity/index.ts'
import { systemCaller } from '@doudi/server/platform/database/work.ts'
import { openBenchHouse } from './bench-house.ts'

export type Sessions = ReadonlyMap<string, { readonly accountId: string; readonly cookie: string }>

export async function openSessions(url: string, logins: readonly string[]): Promise<Sessions> {
  const { house, database } = await openBenchHouse(url)
  try {
    const accounts = await database.kysely
      .selectFrom('identity.account')
      .select(['id', 'login'])
      .where('login', 'in', [...logins])
      .execute()
    const sessions = new Map<string, { accountId: string; cookie: string }>()
    for (const { id, login } of accounts) {
      const token = await house.inWork(systemCaller, work => startSession(work, id, { steppedUp: true }))
      sessions.set(login ?? '', { accountId: id, cookie: `__Host-doudi=${token}` })
    }
    return sessions
  } finally {
    await house.close()
  }
}
