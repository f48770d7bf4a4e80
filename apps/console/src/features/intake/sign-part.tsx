/** Who signed what here, and which papers follow later. */
import type { CalendarDate } from '@doudi/kernel'
import { Checkbox } from 'antd'
import { useMe } from '../../session.ts'
import { useNames } from '../../words.ts'
import { paperKinds } from '../case/add-document.tsx'
import { isMinor, type MemberDraft } from './intake-form.ts'
import type { PartProps } from './intake-page.tsx'
import { useIntakeWords } from './words.ts'

export function SignPart({ draft, change }: PartProps) {
  const t = useIntakeWords()
  const name = useNames()
  const today = useMe().today as CalendarDate
  const { members, pending } = draft
  const adults = members.filter(member => !isMinor(member, today))
  const sign = (signer: MemberDraft, consented: boolean) =>
    change({ members: members.map(each => (each === signer ? { ...each, consented } : each)) })
  return (
    <fieldset className="sheet">
      <legend>{t('part.sign')}</legend>
      <fieldset className="choices choices-line">
        <legend className="field-legend">{t('consent')}</legend>
        {adults.map(member => (
          <Checkbox key={member.key} checked={member.consented} onChange={event => sign(member, event.target.checked)}>
            <span className="name">{member.name || t('member.nobody')}</span>
          </Checkbox>
        ))}
      </fieldset>
      <fieldset className="choices choices-line">
        <legend className="field-legend">{t('pending')}</legend>
        {paperKinds.map(kind => (
          <Checkbox
            key={kind}
            checked={pending.includes(kind)}
            onChange={event =>
              change({ pending: event.target.checked ? [...pending, kind] : pending.filter(each => each !== kind) })
            }
          >
            {name('document', kind)}
          </Checkbox>
        ))}
      </fieldset>
      <Checkbox checked={draft.committed} onChange={event => change({ committed: event.target.checked })}>
        <strong>{t('commitment')}</strong>
      </Checkbox>
    </fieldset>
  )
}
