/**
 * A fresh database on a real server for each test worker when `DOUDI_TEST_DATABASE_URL` names a server where
 * databases may be created; otherwise none, and the suite runs on the embedded database.
 */
import pg from 'pg'

export async function freshPostgresUrl(): Promise<string | undefined> {
  const server = process.env.DOUDI_TEST_DATABASE_URL
  if (!server) return undefined
  const name = `doudi_test_${process.pid}_${process.env.VITEST_POOL_ID ?? '0'}_${process.hrtime.bigint()}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.toString()
}
