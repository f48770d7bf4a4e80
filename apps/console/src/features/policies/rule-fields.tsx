/** One rule that changes: what it says now, the new text with the names it may use, and what is wrong while it is written. */
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useRef } from 'react'
import { useLanguage } from '../../language.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { type AroundChange, ChangeFrame } from './change-frame.tsx'
import { FormulaNames } from './formula-names.tsx'
import { rulesQuery } from './policy-queries.ts'
import type { PackPageView, RuleChange } from './policy-views.ts'
import { useFormulaCheck } from './use-formula-check.ts'
import { useBounds } from './value-text.tsx'
import { usePolicyNames, usePolicyWords } from './words.ts'

interface RuleFieldsProps extends AroundChange {
  readonly change: RuleChange
  readonly page: PackPageView
  readonly onChange: (change: RuleChange) => void
}

export function RuleFields({ change, page, onChange, ...around }: RuleFieldsProps) {
  const { locale } = useLanguage()
  const { data } = useQuery(rulesQuery(page.name, change.programme))
  const rule = data?.items.find(({ name }) => name === change.rule)
  const programme = page.programmes.find(({ id }) => id === change.programme)?.title[locale] ?? change.programme
  const set = (part: Partial<RuleChange>) => onChange({ ...change, ...part })
  return (
    <ChangeFrame
      {...around}
      title={`${programme} · ${rule?.label[locale] ?? change.rule}${rule?.unit ? ` (${rule.unit})` : ''}`}
      now={rule && <NowWritten formula={rule.formula} from={rule.from} />}
      change={change}
      onChange={set}
    >
      <FormulaField pack={page.name} change={change} onChange={set} />
    </ChangeFrame>
  )
}

function NowWritten({ formula, from }: { formula: string; from: string }) {
  const t = usePolicyWords()
  const { since } = useBounds()
  return (
    <div>
      <p className="small-print">{t('rule.now', { from: since(from) })}</p>
      <FormulaText text={formula} />
    </div>
  )
}

export function FormulaText({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable with the keyboard
    <pre className="formula" tabIndex={0} lang="zh-CN">
      {text}
    </pre>
  )
}

interface FormulaFieldProps {
  readonly pack: string
  readonly change: RuleChange
  readonly onChange: (part: Partial<RuleChange>) => void
}

function FormulaField({ pack, change, onChange }: FormulaFieldProps) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const text = useRef<HTMLTextAreaElement>(null)
  const { faults, isFine } = useFormulaCheck(pack, change)
  const [first] = faults
  const wrong =
    first &&
    `${first.at ? t('found.at', first.at) : t('rule.other', { rule: first.rule })}${first.message[locale]} ${t('found.fix', { fix: first.suggestion[locale] })}`
  const insert = (name: string) => {
    const area = text.current
    const [from, to] = [area?.selectionStart ?? change.formula.length, area?.selectionEnd ?? change.formula.length]
    onChange({ formula: `${change.formula.slice(0, from)}${name}${change.formula.slice(to)}` })
    area?.focus()
  }
  return (
    <div className="change-wide">
      <Manner change={change} onChange={onChange} />
      <div aria-live="polite">
        <Field
          label={t(change.table ? 'rule.rows' : 'rule.formula')}
          hint={t(change.table ? 'rule.rows-hint' : 'rule.formula-hint')}
          wrong={wrong}
          good={isFine ? t('rule.fine') : undefined}
        >
          <Area area={text} value={change.formula} onChange={formula => onChange({ formula })} />
        </Field>
      </div>
      <FormulaNames pack={pack} programme={change.programme} date={change.from} onChoose={insert} />
    </div>
  )
}

interface AreaProps {
  readonly area: React.RefObject<HTMLTextAreaElement | null>
  readonly value: string
  readonly onChange: (value: string) => void
  readonly status?: string
}

/** `id` and the like come from the field around it. */
function Area({ area, value, onChange, status, ...own }: AreaProps) {
  return (
    <textarea
      {...own}
      ref={area}
      className={`formula formula-area ${status ? 'formula-wrong' : ''}`}
      lang="zh-CN"
      rows={Math.min(24, Math.max(4, value.split('\n').length + 1))}
      maxLength={8000}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  )
}

type Hit = NonNullable<RuleChange['table']>['hit']
const hits: readonly Hit[] = [
  ...(['unique', 'any', 'first', 'priority'] as const),
  ...(['collect sum', 'collect min', 'collect max', 'collect count'] as const),
]

/** A formula or a decision table; of a table, what is done when several rows hit. */
function Manner({ change: { table }, onChange }: Pick<FormulaFieldProps, 'change' | 'onChange'>) {
  const t = usePolicyWords()
  const name = usePolicyNames()
  const choose = (chosen: Hit | 'formula') =>
    onChange({ table: chosen === 'formula' ? null : { hit: chosen, order: table?.order ?? [] } })
  return (
    <>
      <Field label={t('rule.manner')} className="rule-manner">
        <Choice<Hit | 'formula'>
          value={table?.hit ?? 'formula'}
          options={[
            ['formula', t('rule.as-formula')],
            ...hits.map(hit => [hit, t('rule.as-table', { hit: name('hit', hit.replace(' ', '-')) })] as const),
          ]}
          onChoose={choose}
        />
      </Field>
      {table?.hit === 'priority' && (
        <Field label={t('rule.order')} hint={t('rule.order-hint')}>
          <Input
            value={table.order.join('、')}
            onChange={event => onChange({ table: { ...table, order: event.target.value.split('、').filter(Boolean) } })}
          />
        </Field>
      )}
    </>
  )
}
