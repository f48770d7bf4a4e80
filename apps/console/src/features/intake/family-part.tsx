/** The applicant and everybody who lives with them, one person after the other. */
import { Button, Input } from 'antd'
import { newKey } from '../../api.ts'
import { Field } from '../../parts/field.tsx'
import { emptyMember, type MemberDraft } from './intake-form.ts'
import type { PartProps } from './intake-page.tsx'
import { MemberFields } from './member-fields.tsx'
import { useIntakeWords } from './words.ts'

export function FamilyPart({ draft, change, wrong }: PartProps) {
  const t = useIntakeWords()
  const { members } = draft
  const put = (place: number, changes: Partial<MemberDraft>) =>
    change({ members: members.map((member, at) => (at === place ? { ...member, ...changes } : member)) })
  return (
    <>
      {members.map((member, place) => (
        <fieldset key={member.key} className="sheet">
          <legend>{place === 0 ? t('part.who') : `${t('part.family')} · ${place}`}</legend>
          <MemberFields
            member={member}
            applicant={place === 0}
            wrong={field =>
              wrong(`/members/${place}/${field}`) ?? (place === 0 ? wrong(`/applicant/${field}`) : undefined)
            }
            onChange={changes => put(place, changes)}
          >
            {place === 0 && (
              <Field label={t('phone')} wrong={wrong('/applicant/phone')}>
                <Input
                  value={draft.phone}
                  inputMode="tel"
                  autoComplete="off"
                  onChange={event => change({ phone: event.target.value })}
                />
              </Field>
            )}
          </MemberFields>
          {place > 0 && (
            <Button size="small" danger onClick={() => change({ members: members.filter((_, at) => at !== place) })}>
              {t('member.remove', { name: member.name || t('member.nobody') })}
            </Button>
          )}
        </fieldset>
      ))}
      <div>
        <Button onClick={() => change({ members: [...members, emptyMember(newKey(), 'spouse')] })}>
          {t('member.add')}
        </Button>
      </div>
    </>
  )
}
