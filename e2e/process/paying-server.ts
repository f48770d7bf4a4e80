/**
 * The server of the payment drills, a process of its own: the whole house on DATABASE_URL with a clock that stands
 * still. `--seed` puts a county with families to pay into the database and prints what the test needs to call it.
 */
import { join } from 'node:path'
import { payingCounty } from '@doudi/server/modules/payments/paying-county.testing.ts'
import { masterKey } from '@doudi/server/platform/crypto/master-key.ts'
import { softwareCrypto } from '@doudi/server/platform/crypto/provider.ts'
import { openPostgres } from '@doudi/server/platform/database/open.ts'
import { folderStore } from '@doudi/server/platform/files/store.ts'
import { serve } from '@hono/node-server'
import { houseOver } from '../../packages/testkit/src/house.ts'

const { DATABASE_URL = '', DOUDI_DATA = '' } = process.env
const crypto = softwareCrypto(masterKey(DOUDI_DATA, process.env))
const database = await openPostgres(DATABASE_URL)
const house = await houseOver({ database, crypto, files: folderStore(join(DOUDI_DATA, 'files'), crypto) })

if (process.argv.includes('--seed')) {
  const { county, maker, releaser, budgetId } = await payingCounty(undefined, house)
  const auditor = county.as('auditor')
  for (const staff of [maker, releaser, auditor]) await staff.ok.get('/me')
  const cookies = { maker: maker.cookie, releaser: releaser.cookie, auditor: auditor.cookie }
  process.stdout.write(`seeded ${JSON.stringify({ budgetId, ...cookies })}\n`)
  await house.close()
} else {
  serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
    process.stdout.write(`listening ${port}\n`),
  )
}
