/** Writes entries. The database sums each of them again at commit and lets one cause have one entry of a kind. */
import type { Work } from '#platform/database/work.ts'
import type { AccountCode } from './account.ts'
import { assertBalanced, type NewEntry } from './entry.ts'
import { accountId } from './funds.sql.ts'

/** Rows in one insert: well below the 65,535 parameters of a statement. */
const CHUNK = 2_000

export function post(work: Work, entry: NewEntry): Promise<void> {
  return postAll(work, [entry])
}

/** Many entries at once; a return file of a county settles thousands of lines in one transaction. */
export async function postAll(work: Work, entries: readonly NewEntry[]): Promise<void> {
  const accounts = new AccountIds(work)
  const heads = []
  const postings = []
  for (const entry of entries) {
    assertBalanced(entry)
    const { county, kind, causeId, memo } = entry
    const id = work.newId<'entry'>()
    heads.push({ county, id, at: work.now, kind, cause_id: causeId, memo, posted_by: work.caller.accountId })
    for (const [i, { account, amountFen }] of entry.lines.entries()) {
      const account_id = await accounts.of(entry, account)
      postings.push({ county, entry_id: id, line_no: i + 1, account_id, amount_fen: amountFen })
    }
  }
  for (const rows of inChunks(heads)) await work.db.insertInto('funds.entry').values(rows).execute()
  for (const rows of inChunks(postings)) await work.db.insertInto('funds.posting').values(rows).execute()
}

/** Account ids of one call, looked up once each. */
class AccountIds {
  readonly #work: Work
  readonly #known = new Map<string, string>()

  constructor(work: Work) {
    this.#work = work
  }

  async of({ county, programme, fundLine }: NewEntry, code: AccountCode): Promise<string> {
    const key = [county, programme, fundLine, code].join('\n')
    const known = this.#known.get(key)
    if (known) return known
    const id = await accountId(this.#work, { county, code, programme, fundLine })
    this.#known.set(key, id)
    return id
  }
}

function* inChunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < rows.length; i += CHUNK) yield rows.slice(i, i + CHUNK)
}
