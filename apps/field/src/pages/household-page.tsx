/** A household's card: who they are, what to be careful about, what was seen last, what is under way. */
import { Button, Card } from '@doudi/light-ui'
import type { VisitRecord } from '@doudi/sync'
import type { JSX } from 'preact'
import type { Household, Member } from '../data/wire.ts'
import { canBeSent } from '../outbox/outbox-row.ts'
import { BackLink } from '../parts/back-link.tsx'
import { summaryOf } from '../parts/summary.ts'
import { dayText, dueText } from '../show-time.ts'
import { useSurroundings } from '../surroundings.tsx'
import { isWord, type Words } from '../words/index.ts'

const OLD = 70
const CHILD = 18

export function HouseholdPage({ id }: { readonly id: string }): JSX.Element {
  const { state, t, locale } = useSurroundings()
  const household = state.pack?.households.find(one => one.id === id)
  if (!household) return <p>{t('home.unknown')}</p>
  const village = state.pack?.villages.find(({ code }) => code === household.division)?.name
  const form = household.lastVisit?.form as VisitRecord | undefined
  const facts = form ? (['house', 'living', 'incomes', 'property', 'debts'] as const) : []
  return (
    <>
      <BackLink to="find" />
      <h1 class="name">{household.headName}</h1>
      <p class="quiet">{[village, `${t('home.number')} ${household.number}`].filter(Boolean).join(' · ')}</p>
      <Open household={household} />
      <h2>{t('home.members')}</h2>
      <ul class="people">
        {household.members.map(member => (
          <Person key={member.personId} member={member} form={form} />
        ))}
      </ul>
      <h2>{t('home.needs')}</h2>
      <p>{needsOf(household, form, t).join('；') || t('home.needs.none')}</p>
      <h2>{t('home.last')}</h2>
      {household.lastVisit ? (
        <Card>
          <p class="quiet">{dayText(household.lastVisit.visitedAt, locale)}</p>
          {facts.map(section => {
            const text = summaryOf(section, form?.[section], household, t)
            return text && <p key={section}>{`${t(`part.${section}`)}：${text}`}</p>
          })}
          {form?.conclusionText && <p>{form.conclusionText}</p>}
        </Card>
      ) : (
        <p>{t('home.last.none')}</p>
      )}
      <Button href={`#/paper/${household.id}`} kind="secondary" block>
        {t('paper.title')}
      </Button>
    </>
  )
}

function Open({ household }: { readonly household: Household }) {
  const { state, t, locale } = useSurroundings()
  const visit = state.pack?.visits.find(one => one.householdId === household.id && one.status !== 'made')
  const sent = visit && state.items.some(({ row }) => row.about === visit.id && canBeSent(row))
  const key = household.openCase ? `status.${household.openCase.status}` : ''
  const begun = visit && state.begun.includes(visit.id)
  return (
    <>
      <h2>{t('home.open')}</h2>
      <p>
        {key && isWord(key) ? t(key) : t('home.open.none')}
        {visit && ` · ${t('today.visit')} ${dueText(visit.plannedFor, t, locale)}`}
        {sent && ` · ${t('home.visit.sent')}`}
      </p>
      {visit && !sent && (
        <Button href={visit.status === 'conflict' ? `#/conflict/${visit.id}` : `#/visit/${visit.id}`} block>
          {visit.status === 'conflict' ? t('outbox.choose') : t(begun ? 'home.visit.go-on' : 'home.visit')}
        </Button>
      )}
    </>
  )
}

function Person({ member, form }: { readonly member: Member; readonly form: VisitRecord | undefined }) {
  const { t } = useSurroundings()
  const relation = `relation.${member.relation}`
  const seen = form?.members?.find(({ personId }) => personId === member.personId)
  const facts = [
    isWord(relation) ? t(relation) : member.relation,
    member.sex && t(`sex.${member.sex}`),
    member.age !== null && t('home.age', { age: member.age }),
    seen?.health && seen.health !== 'well' && t(`health.${seen.health}`),
  ]
  return (
    <li>
      <span class="name person-name">{member.name}</span> {facts.filter(Boolean).join(' · ')}
      <span class="quiet small masked">{[member.identityMasked, member.phoneMasked].filter(Boolean).join('　')}</span>
    </li>
  )
}

/** What somebody at the door should know before knocking. */
function needsOf({ members }: Household, form: VisitRecord | undefined, t: Words): string[] {
  const ages = members.flatMap(({ age }) => age ?? [])
  const oldest = Math.max(0, ...ages)
  const children = ages.filter(age => age < CHILD).length
  const ill = (form?.members ?? []).flatMap(({ personId, health }) => {
    const name = members.find(member => member.personId === personId)?.name
    return name && health && health !== 'well' ? `${name} ${t(`health.${health}`)}` : []
  })
  return [
    ...(oldest >= OLD ? [members.length === 1 ? t('home.alone-old') : t('home.old', { age: oldest })] : []),
    ...(children > 0 ? [t('home.child', { count: children })] : []),
    ...ill,
    ...(form?.house?.condition === 'dangerous' ? [t('condition.dangerous')] : []),
  ]
}
