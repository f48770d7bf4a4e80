/** What anybody may read: one table of its own, joined with the names of villages. Only what hangs today. */
import { type DivisionCode, prefixOf } from '@doudi/kernel'
import type { Tx } from '#platform/database/work.ts'

export interface PublicNotice {
  readonly id: string
  readonly village: string
  readonly villageName: string
  readonly applicantMasked: string
  readonly householdSize: number
  readonly covered: number
  readonly programme: string
  readonly programmeName: string
  readonly amountFen: bigint
  readonly postedOn: string
  readonly endsOn: string
  readonly office: string
  readonly contactPhone: string | null
}

function hanging(db: Tx, today: string) {
  return db
    .selectFrom('publicity.public_notice as notice')
    .innerJoin('places.division as place', 'place.code', 'notice.village')
    .select(['notice.id', 'notice.village', 'place.name as villageName', 'applicant_masked as applicantMasked'])
    .select(['household_size as householdSize', 'covered', 'programme', 'programme_name as programmeName'])
    .select(['amount_fen as amountFen', 'posted_on as postedOn', 'ends_on as endsOn', 'office'])
    .select('notice.contact_phone as contactPhone')
    .where('posted_on', '<=', today)
    .where('ends_on', '>=', today)
}

export function selectHanging(db: Tx, today: string, id: string): Promise<PublicNotice | undefined> {
  return hanging(db, today).where('notice.id', '=', id).executeTakeFirst()
}

/** Of an area of any level, the latest first; within a day in a fixed order. */
export function selectHangingIn(
  db: Tx,
  today: string,
  area: string,
  page: { after?: string | undefined; limit: number },
): Promise<PublicNotice[]> {
  let query = hanging(db, today).where('notice.village', 'like', `${prefixOf(area as DivisionCode)}%`)
  if (page.after) query = query.where('notice.id', '<', page.after)
  return query.orderBy('notice.id', 'desc').limit(page.limit).execute()
}

/** What hangs side by side on one board: same village, programme and days. */
export function selectBoard(db: Tx, today: string, like: PublicNotice): Promise<PublicNotice[]> {
  return hanging(db, today)
    .where('notice.village', '=', like.village)
    .where('programme', '=', like.programme)
    .where('posted_on', '=', like.postedOn)
    .where('ends_on', '=', like.endsOn)
    .orderBy('notice.id')
    .execute()
}
