/**
 * The many: households with their people, memberships and one case each, copied set by set from cases that were made
 * through the API. Names, keys, initials and indexes are real and varied, because searches go by them; sealed values
 * are copies bound to other rows and do not open, and the hashes of the copied journal prove nothing.
 */
import { pinyinInitials, searchKey } from '@doudi/kernel/search-keys'
import { demoAreas } from '@doudi/server/demo/areas.ts'
import { tailIndexOf } from '@doudi/server/modules/registry/index.ts'
import type { CryptoProvider } from '@doudi/server/platform/crypto/provider.ts'
import type pg from 'pg'
import { towns } from './area.ts'

/** How a register looks after some years: of a thousand households, how many stand where. */
const fates = {
  approved: 640,
  refused: 120,
  withdrawn: 40,
  rejected: 25,
  submitted: 40,
  correcting: 20,
  investigating: 55,
  publicising: 40,
  objected: 3,
  'awaiting-decision': 17,
} as const

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余'
const given = '建国志强伟军海涛德福永贵小龙文斌长生浩明远树林家宝秀英桂兰玉珍丽华敏燕春梅淑芬婷雪凤霞巧云月娥雨欣舟'
const NAMES = 20_000

/** Reproducible names: any two differ in surname or given name more often than not. */
function* someNames(): Generator<string> {
  const [first, second] = [Array.from(surnames), Array.from(given)]
  for (let i = 0; i < NAMES; i++) {
    const surname = first[(i * i + 7 * i) % first.length]
    const middle = second[(i * 31) % second.length]
    const last = i % 6 === 0 ? '' : second[(i * 17 + Math.floor(i / 40)) % second.length]
    yield `${surname}${middle}${last}`
  }
}

export async function fillRegister(client: pg.Client, households: number, crypto: CryptoProvider): Promise<void> {
  await lists(client, crypto)
  await client.query('begin')
  await client.query(families, [households])
  for (const statement of [homes, people, memberships, residents, cases, facts, lines, chainEnds])
    await client.query(statement)
  await client.query('commit')
  await client.query('vacuum analyze')
}

async function lists(client: pg.Client, crypto: CryptoProvider): Promise<void> {
  const names = [...someNames()].map(name => ({ name, key: searchKey(name), initials: pinyinInitials(name) }))
  const tails = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, '0')).map(tail => ({
    identity: tailIndexOf(tail, 'identity-tail', crypto).toString('hex'),
    phone: tailIndexOf(tail, 'phone-tail', crypto).toString('hex'),
  }))
  const villages = towns.flatMap(({ county, villages: own }) => {
    const pack = demoAreas.find(area => area.code === county)?.pack
    return own.map(({ code }) => ({ county: code.slice(0, 6), division: code, pack }))
  })
  const ranked = Object.entries(fates).flatMap(([status, share]) => Array.from({ length: share }, () => ({ status })))
  const table = (name: string, columns: string, rows: readonly object[]) =>
    client.query(
      `create temp table ${name} as select row_number() over () - 1 as nth, r.* from jsonb_to_recordset($1) as r(${columns})`,
      [JSON.stringify(rows)],
    )
  await table('bench_name', 'name text, key text, initials text', names)
  await table('bench_tail', 'identity text, phone text', tails)
  await table('bench_village', 'county text, division text, pack text', villages)
  await table('bench_fate', 'status text', ranked)
  await client.query(`
    create temp table bench_template as
      select status, id, row_number() over (partition by status order by id) - 1 as nth, count(*) over (partition by status) as of
      from casework.case_file;
    create function pg_temp.pick(seed bigint, among bigint) returns bigint language sql immutable as
      $$ select (hashint8(seed)::bigint & 2147483647) % among $$;
    -- A UUID v7 of the past: ids of years lie in the order of time, as they do in a register.
    create function pg_temp.id_of(kind text, nth bigint) returns uuid language sql immutable as $$
      select (substr(t, 1, 8) || '-' || substr(t, 9, 4) || '-7' || substr(r, 1, 3) || '-8' || substr(r, 4, 3) || '-' || substr(r, 7, 12))::uuid
      from (select lpad(to_hex(1700000000000 + nth * 600000), 12, '0') as t, md5(kind || nth) as r) parts $$;
    analyze bench_name; analyze bench_tail; analyze bench_village; analyze bench_template`)
}

const families = `
  create temp table bench_family as
  select g, pg_temp.id_of('household', g) as id, pg_temp.id_of('case', g) as case_id, v.county, v.division, v.pack,
    2 + g % 3 as members, n.name as head_name, n.key as head_key, t.status, t.id as template
  from generate_series(1, $1::bigint) g
  join bench_village v on v.nth = g % (select count(*) from bench_village)
  join bench_name n on n.nth = pg_temp.pick(g * 8 + 1, ${NAMES})
  join bench_fate f on f.nth = pg_temp.pick(g * 3, 1000)
  join bench_template t on t.status = f.status and t.nth = g % t.of`

const homes = `
  insert into registry.household (county, id, division, number, head_person_id, head_name, address_sealed, created_at)
  select county, id, division, division || lpad((1000 + g / 600)::text, 4, '0'), pg_temp.id_of('person', g * 8 + 1), head_name,
    sha256(id::text::bytea), now() - interval '1 year'
  from bench_family`

const people = `
  insert into registry.person (county, id, division, household_id, name, name_key, pinyin_initials, identity_sealed, identity_index,
    identity_tail_index, phone_sealed, phone_index, phone_tail_index, born_on, sex, created_at)
  select f.county, pg_temp.id_of('person', k), f.division, f.id, n.name, n.key, n.initials,
    sha256(k::text::bytea), sha256(('identity' || k)::bytea), decode(i.identity, 'hex'),
    case when m = 1 then sha256(k::text::bytea) end, case when m = 1 then sha256(('phone' || k)::bytea) end,
    case when m = 1 then decode(p.phone, 'hex') end,
    date '1940-01-01' + pg_temp.pick(k, 28000)::int, case when k % 2 = 0 then 'male' else 'female' end, now() - interval '1 year'
  from bench_family f cross join lateral generate_series(1, f.members) m cross join lateral (select f.g * 8 + m as k) one
  join bench_name n on n.nth = pg_temp.pick(k, ${NAMES})
  join bench_tail i on i.nth = pg_temp.pick(k * 5, 10000) join bench_tail p on p.nth = pg_temp.pick(k * 7, 10000)`

const memberships = `
  insert into registry.membership (county, household_id, person_id, division, relation, valid_from)
  select f.county, f.id, pg_temp.id_of('person', f.g * 8 + m), f.division, (array['self', 'spouse', 'child', 'child'])[m], date '2024-01-01'
  from bench_family f cross join lateral generate_series(1, f.members) m`

/** Whoever applied can look at the case by telephone: one account a household. */
const residents = `
  insert into identity.account (id, county, division, kind, display_name, phone_sealed, phone_index, households, created_at)
  select pg_temp.id_of('account', g), county, division, 'resident', head_name, null, sha256(('phone' || g)::bytea), array[id], now() - interval '1 year'
  from bench_family`

/** Deadlines spread over the weeks around the template's. */
const cases = `
  insert into casework.case_file (county, id, division, household_id, number, programme, pack, applicant_name, name_key, members, status,
    awaits, submitted_on, accepted_on, due_on, clock_running, flags, amount_fen, version, state)
  select f.county, f.case_id, f.division, f.id, numbers.number, t.programme, f.pack, f.head_name, f.head_key, f.members, t.status,
    t.awaits, t.submitted_on, t.accepted_on, t.due_on + pg_temp.pick(f.g, 30)::int - 5, t.clock_running, t.flags, t.amount_fen, t.version,
    t.state || jsonb_build_object('householdId', f.id, 'division', f.division, 'pack', f.pack, 'number', numbers.number)
  from bench_family f join casework.case_file t on t.id = f.template
  cross join lateral (select left(f.division, 9) || 'DB' || (2025 - f.g / 400000) || lpad((500000 + f.g % 400000)::text, 6, '0') as number) numbers`

/** Six of a family's facts each, so that the register's largest table is large. */
const facts = `
  insert into registry.fact (county, id, division, household_id, case_id, person_id, field, value_sealed, source, source_detail, as_of, recorded_at)
  select f.county, pg_temp.id_of('fact' || few.nth, f.g), f.division, f.id, f.case_id, few.person_id, few.field, few.value_sealed,
    few.source, few.source_detail, few.as_of, few.recorded_at
  from bench_family f join
    (select *, row_number() over (partition by case_id order by id) as nth from registry.fact) few on few.case_id = f.template and few.nth <= 6`

/** The line of each case as long as its template's. */
const lines = `
  insert into journal.entry (county, seq, id, division, household_id, case_id, act, account_id, actor_name, role, actor_division, at,
    recorded_at, reason, request_id, body, previous_hash, hash)
  select f.county, c.seq + row_number() over (partition by f.county order by f.g, e.seq), pg_temp.id_of('entry' || e.seq, f.g), f.division, f.id,
    f.case_id, e.act, e.account_id, e.actor_name, e.role, e.actor_division, e.at, e.recorded_at, e.reason, e.request_id, '{}', e.previous_hash, e.hash
  from bench_family f join journal.entry e on e.case_id = f.template join journal.chain c on c.county = f.county`

const chainEnds = `
  update journal.chain c set seq = ends.seq
  from (select county, max(seq) as seq from journal.entry group by county) ends where ends.county = c.county`
