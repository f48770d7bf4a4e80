/** The names that a formula may use, found by a few signs of them; choosing one writes it where the cursor stands. */
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../../language.tsx'
import { Field } from '../../parts/field.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { namesQuery } from './policy-queries.ts'
import type { NameInFormula } from './policy-views.ts'
import { usePolicyNames, usePolicyWords } from './words.ts'

interface FormulaNamesProps {
  readonly pack: string
  readonly programme: string
  readonly date: string
  readonly onChoose: (name: string) => void
}

export function FormulaNames({ onChoose, ...where }: FormulaNamesProps) {
  const t = usePolicyWords()
  const [open, setOpen] = useState(false)
  return (
    <details className="formula-names" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('names.title')}</summary>
      {open && <Found {...where} onChoose={onChoose} />}
    </details>
  )
}

/** Nobody reads more at once; whoever misses one writes a sign more. */
const MOST = 60

function Found({ pack, programme, date, onChoose }: FormulaNamesProps) {
  const t = usePolicyWords()
  const [sought, setSought] = useState('')
  const question = useQuery(namesQuery(pack, programme, date))
  const isSought = ({ name, label }: NameInFormula) =>
    [name, ...Object.values(label)].some(text => text.toLowerCase().includes(sought.trim().toLowerCase()))
  return (
    <QueryView of={question} rows={4}>
      {({ items }) => {
        const found = items.filter(isSought)
        return (
          <>
            <Field label={t('names.find')}>
              <Input value={sought} maxLength={50} onChange={event => setSought(event.target.value)} />
            </Field>
            <p className="small-print" role="status">
              {t(found.length > MOST ? 'names.most' : 'names.count', { count: found.length, most: MOST })}
            </p>
            <ul className="name-list">
              {found.slice(0, MOST).map(item => (
                <NameLine key={item.name} item={item} onChoose={onChoose} />
              ))}
            </ul>
          </>
        )
      }}
    </QueryView>
  )
}

function NameLine({ item, onChoose }: { item: NameInFormula; onChoose: (name: string) => void }) {
  const t = usePolicyWords()
  const name = usePolicyNames()
  const { locale } = useLanguage()
  const { kind, label, ofMember, unit, options } = item
  const about = [name('kind', kind), ofMember && t('names.member'), unit, label[locale] !== item.name && label[locale]]
  return (
    <li>
      <button type="button" className="name-choose" lang="zh-CN" onClick={() => onChoose(item.name)}>
        {item.name}
      </button>
      <span className="microline">{about.filter(Boolean).join(' · ')}</span>
      {options.length > 0 && (
        <span className="microline" lang="zh-CN">
          {options.map(option => `"${option}"`).join(' ')}
        </span>
      )}
    </li>
  )
}
