/** The slim deep-blue band: which service and place, search, the day, language, and who is here. */
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { endSession } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { useLanguage } from '../../language.tsx'
import { useMay, useMe } from '../../session.ts'
import { useNames, useWords } from '../../words.ts'
import { BandSearch } from './band-search.tsx'
import { useShellWords } from './words.ts'

export function Band({ railOpen, onRail }: { railOpen: boolean; onRail: () => void }) {
  const t = useShellWords()
  const common = useWords()
  const me = useMe()
  const may = useMay()
  return (
    <header className="band">
      <button type="button" className="band-rail" aria-expanded={railOpen} aria-controls="rail" onClick={onRail}>
        <span aria-hidden="true">☰</span> {t('band.rail')}
      </button>
      <Link to="/" className="band-name">
        <strong>{common('app.name')}</strong>
        <span className="band-service">{common('app.service')}</span>
        <span className="band-place">{me.roles[0]?.divisionName}</span>
      </Link>
      {may('registry.search') ? <BandSearch /> : <span className="band-gap" />}
      <BandDay />
      <LanguageSwitch />
      <Person />
    </header>
  )
}

function BandDay() {
  const t = useShellWords()
  const { day } = useDates()
  const me = useMe()
  const may = useMay()
  const text = t(me.demo ? 'band.demo-day' : 'band.today', { day: day(me.today, true) })
  return may('demo.clock') && me.demo ? (
    <Link to="/clock" className="band-day">
      {text}
    </Link>
  ) : (
    <span className="band-day">{text}</span>
  )
}

export function LanguageSwitch() {
  const t = useShellWords()
  const { locale, choose } = useLanguage()
  return (
    <button
      type="button"
      className="band-button"
      lang={locale === 'en' ? 'zh-CN' : 'en'}
      onClick={() => choose(locale === 'en' ? 'zh-CN' : 'en')}
    >
      {t('band.language')}
    </button>
  )
}

function Person() {
  const t = useShellWords()
  const name = useNames()
  const { fullMoment } = useDates()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const signOut = async () => {
    await endSession()
    queries.clear()
    await navigate({ to: '/sign-in' })
  }
  return (
    <details className="band-person">
      <summary aria-label={t('band.person', { name: me.name })}>
        <span className="name">{me.name}</span>
      </summary>
      <div className="band-menu">
        {me.roles.map(role => (
          <p key={`${role.role} ${role.division}`}>
            {name('role', role.role)} · {role.divisionName}
          </p>
        ))}
        {me.lastSignInAt && <p className="small-print">{t('band.last', { at: fullMoment(me.lastSignInAt) })}</p>}
        <Button size="small" onClick={() => void signOut()}>
          {t('band.sign-out')}
        </Button>
      </div>
    </details>
  )
}
