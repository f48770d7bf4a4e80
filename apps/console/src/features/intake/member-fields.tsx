/** One person: who they are, how they are, what they earn. */
import { Checkbox, Input } from 'antd'
import type { ReactNode } from 'react'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { useNames } from '../../words.ts'
import { IdentityField } from './identity-field.tsx'
import { IncomeFields } from './income-fields.tsx'
import { hasNumber, type MemberDraft } from './intake-form.ts'
import { useIntakeNames, useIntakeWords } from './words.ts'

const relations = [
  'spouse',
  'child',
  'parent',
  'grandchild',
  'grandparent',
  'sibling',
  'child-in-law',
  'parent-in-law',
  'other',
] as const
const documents = [
  'identity-card',
  'household-booklet',
  'residence-permit',
  'passport',
  'birth-certificate',
  'none',
] as const
const disabilities = ['visual', 'hearing', 'speech', 'physical', 'intellectual', 'mental', 'multiple'] as const

interface MemberFieldsProps {
  readonly member: MemberDraft
  readonly applicant: boolean
  readonly wrong: (field: string) => string | undefined
  readonly onChange: (changes: Partial<MemberDraft>) => void
  /** More fields beside the number. */
  readonly children?: ReactNode
}

export function MemberFields({ member, applicant, wrong, onChange, children }: MemberFieldsProps) {
  const t = useIntakeWords()
  const name = useNames()
  const word = useIntakeNames()
  return (
    <>
      <div className="intake-row">
        <Field label={t('name')} wrong={wrong('name')}>
          <Input
            className="name"
            value={member.name}
            autoComplete="off"
            maxLength={60}
            onChange={event => onChange({ name: event.target.value })}
          />
        </Field>
        {!applicant && (
          <Field label={t('relation')} wrong={wrong('relation')}>
            <Choice
              value={member.relation}
              options={relations.map(each => [each, name('relation', each)] as const)}
              onChoose={relation => onChange({ relation })}
            />
          </Field>
        )}
        {!applicant && (
          <Field label={t('document')} wrong={wrong('documentKind')}>
            <Choice
              value={member.documentKind}
              options={documents.map(each => [each, word('document', each)] as const)}
              onChoose={documentKind => onChange({ documentKind, consented: member.consented })}
            />
          </Field>
        )}
        {hasNumber(member) ? (
          <IdentityField
            value={member.identityNumber}
            wrong={wrong('identityNumber')}
            onChange={identityNumber => onChange({ identityNumber })}
          />
        ) : (
          <BirthAndSex member={member} wrong={wrong} onChange={onChange} />
        )}
        {children}
      </div>
      <div className="intake-row">
        <Field label={t('disability')}>
          <Choice
            value={member.disabilityKind}
            empty={t('disability.none')}
            options={disabilities.map(each => [each, word('disability', each)] as const)}
            onChoose={disabilityKind => onChange({ disabilityKind, disabilityGrade: member.disabilityGrade || '1' })}
          />
        </Field>
        {member.disabilityKind && (
          <Field label={t('grade')} wrong={wrong('disabilityGrade')}>
            <Choice
              value={member.disabilityGrade}
              options={['1', '2', '3', '4'].map(n => [n, t('grade.n', { n })] as const)}
              onChoose={disabilityGrade => onChange({ disabilityGrade })}
            />
          </Field>
        )}
        <div className="intake-ticks">
          <Checkbox
            checked={member.seriousIllness}
            onChange={event => onChange({ seriousIllness: event.target.checked })}
          >
            {t('illness')}
          </Checkbox>
          <Checkbox checked={member.student} onChange={event => onChange({ student: event.target.checked })}>
            {t('student')}
          </Checkbox>
        </div>
      </div>
      <IncomeFields
        incomes={member.incomes}
        whose={member.name || t('member.nobody')}
        wrong={wrong}
        onChange={incomes => onChange({ incomes })}
      />
    </>
  )
}

function BirthAndSex({ member, wrong, onChange }: Omit<MemberFieldsProps, 'applicant'>) {
  const t = useIntakeWords()
  const name = useNames()
  return (
    <>
      <Field label={t('born')} wrong={wrong('bornOn')}>
        <Input type="date" value={member.bornOn} onChange={event => onChange({ bornOn: event.target.value })} />
      </Field>
      <Field label={t('sex')} wrong={wrong('sex')} optional>
        <Choice
          value={member.sex}
          empty=""
          options={(['male', 'female'] as const).map(each => [each, name('sex', each)] as const)}
          onChoose={sex => onChange({ sex })}
        />
      </Field>
    </>
  )
}
