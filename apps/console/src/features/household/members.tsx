/** The people of a household; numbers masked until somebody says why they must see one. */
import { type Column, DataTable } from '../../parts/data-table.tsx'
import type { Household, HouseholdMember } from '../../views.ts'
import { useNames, useWords } from '../../words.ts'
import { Reveal } from './reveal.tsx'
import { useHouseholdWords } from './words.ts'

export function Members({ household }: { household: Household }) {
  const t = useHouseholdWords()
  const common = useWords()
  const name = useNames()
  const columns: Column<HouseholdMember>[] = [
    { id: 'name', title: t('member.name'), cell: row => <strong className="name">{row.name}</strong> },
    { id: 'relation', title: t('member.relation'), cell: row => name('relation', row.relation) },
    {
      id: 'age',
      title: t('member.sex-age'),
      cell: row =>
        [row.sex && name('sex', row.sex), row.age !== null && common('person.years', { age: row.age })]
          .filter(Boolean)
          .join(' '),
    },
    {
      id: 'identity',
      title: t('member.identity'),
      cell: row => <Masked text={row.identityMasked} personId={row.personId} field="identityNumber" />,
    },
    {
      id: 'phone',
      title: t('member.phone'),
      extra: true,
      cell: row => <Masked text={row.phoneMasked} personId={row.personId} field="phone" />,
    },
  ]
  return <DataTable caption={t('members')} columns={columns} rows={household.members} keyOf={row => row.personId} />
}

function Masked({
  text,
  personId,
  field,
}: {
  text: string | null
  personId: string
  field: 'identityNumber' | 'phone'
}) {
  if (!text) return '—'
  return (
    <>
      <span className="figures">{text}</span> <Reveal personId={personId} field={field} />
    </>
  )
}
