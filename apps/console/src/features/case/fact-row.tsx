/** One fact. When what was declared and what was found differ, both stand there, each with its source and day. */
import { Link } from '@tanstack/react-router'
import { useDates } from '../../dates.ts'
import { useBilingual } from '../../language.tsx'
import { useNames } from '../../words.ts'
import type { Fact, FactSide } from './case-views.ts'
import { useCaseWords } from './words.ts'

export function FactRow({ fact }: { fact: Fact }) {
  const t = useCaseWords()
  const say = useBilingual()
  const known = (['declared', 'found', 'visit'] as const).flatMap(kind =>
    fact[kind] ? [{ kind, side: fact[kind] }] : [],
  )
  const agreed = !fact.differs && known.length > 1
  const sides = agreed ? known.slice(-1) : known
  return (
    <li className={`fact ${fact.differs ? 'fact-differs' : ''}`}>
      <span className="fact-label">
        {say(fact.label)}
        {fact.personName && <span className="small-print name"> {fact.personName}</span>}
      </span>
      <span className="fact-sides">
        {sides.map(({ kind, side }) => (
          <Side key={kind} fact={fact} side={side} word={sides.length > 1 ? t(`facts.${kind}`) : undefined} />
        ))}
        {fact.differs && <Difference fact={fact} />}
      </span>
      <span className="fact-mark">
        {fact.differs ? t('facts.differs') : agreed ? t('facts.same') : <Unchecked fact={fact} />}
      </span>
    </li>
  )
}

function Side({ fact, side, word }: { fact: Fact; side: FactSide; word: string | undefined }) {
  const name = useNames()
  const say = useBilingual()
  const originOf = useOrigin()
  return (
    <span className="fact-side">
      <span className="fact-value">
        {word && <span className="fact-word">{word}</span>}{' '}
        {fact.field === 'hardship' ? name('hardship', side.display.zh) : say(side.display)}
      </span>
      <span className="microline">{originOf(side)}</span>
    </span>
  )
}

/**
 * A hook that says where a value comes from and when: 自己申报 · 窗口 · 2026年11月3日. A declaration names the way it
 * came in; the others name a department or the people who looked.
 */
export function useOrigin() {
  const name = useNames()
  const { fullDay } = useDates()
  return ({ source, sourceDetail, asOf }: FactSide): string =>
    [name('source', source), sourceDetail && name('channel', sourceDetail), fullDay(asOf)].filter(Boolean).join(' · ')
}

function Unchecked({ fact }: { fact: Fact }) {
  const t = useCaseWords()
  return fact.declared ? <span className="fact-unchecked">{t('facts.only-declared')}</span> : null
}

function Difference({ fact }: { fact: Fact }) {
  const t = useCaseWords()
  const say = useBilingual()
  return fact.resolution ? (
    <span className="small-print">
      {t('facts.resolved', { how: t(`verification.${fact.resolution}` as 'verification.use-found') })}
      {fact.used && ` · ${t('facts.used', { value: say(fact.used.display) })}`}
    </span>
  ) : (
    <Link to="." search={{ tab: 'verification' }} className="fact-resolve">
      {t('facts.to-resolve')}
    </Link>
  )
}
