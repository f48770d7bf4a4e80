/** Finding a household on the phone itself: by name, initials, village or number, while typing. */
import { TextField } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { FieldPack, Household } from '../data/wire.ts'
import { initialsOf } from '../initials.ts'
import { Row } from '../parts/row.tsx'
import { useSurroundings } from '../surroundings.tsx'
import { isWord } from '../words/index.ts'

const MOST_SHOWN = 60

export function FindPage(): JSX.Element {
  const { state, t, locale } = useSurroundings()
  const [asked, setAsked] = useState('')
  const keys = useMemo(() => (state.pack ? searchKeys(state.pack) : []), [state.pack])
  const found = keys.filter(({ text }) => matches(text, asked)).map(({ household }) => household)
  return (
    <>
      <h1>{t('find.title')}</h1>
      <TextField
        name="find"
        label={t('find.label')}
        hint={t('find.hint')}
        locale={locale}
        value={asked}
        onInput={event => setAsked((event.target as HTMLInputElement).value)}
      />
      <p class="quiet" role="status">
        {found.length === 0 && asked ? t('find.none') : t('find.count', { count: found.length })}
      </p>
      <ul class="rows">{found.slice(0, MOST_SHOWN).map(rowOf)}</ul>
    </>
  )

  function rowOf({ id, headName, division, members, openCase }: Household) {
    const village = state.pack?.villages.find(({ code }) => code === division)?.name
    const status = openCase && isWord(`status.${openCase.status}`) ? t(`status.${openCase.status}` as never) : undefined
    return (
      <Row
        key={id}
        href={`#/household/${id}`}
        status={openCase ? 'running' : 'done'}
        title={headName}
        facts={[village, t('find.people', { count: members.length })].filter(Boolean).join(' · ')}
        end={status}
      />
    )
  }
}

/** Everything a household may be asked for by. */
export function searchKeys({ households, villages }: FieldPack): { household: Household; text: string }[] {
  const villageOf = new Map(villages.map(({ code, name }) => [code, name]))
  return households.map(household => {
    const names = household.members.map(({ name }) => name)
    const village = villageOf.get(household.division) ?? ''
    return { household, text: [...names, ...names.map(initialsOf), village, household.number].join(' ').toLowerCase() }
  })
}

/** Every word typed must be found somewhere. */
export function matches(text: string, asked: string): boolean {
  return asked
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word))
}
