/** Adds a paper somebody brought: its kind, then the file. */
import { useState } from 'react'
import { upload, useAct } from '../../api.ts'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import type { CaseDetail } from '../../views.ts'
import { useNames } from '../../words.ts'
import { caseKey } from './case-queries.ts'
import { useCaseWords } from './words.ts'

export const paperKinds = [
  'identity-card',
  'household-register',
  'disability-certificate',
  'diagnosis',
  'birth-certificate',
  'income-proof',
  'property-proof',
  'bank-card',
  'authorisation',
  'other',
] as const

export function AddDocument({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const name = useNames()
  const may = useMay()
  const [kind, setKind] = useState('')
  const add = useAct(
    ({ file, kind }: { file: File; kind: string; name: string; size: number }, key) =>
      upload(
        '/documents',
        {
          householdId: item.householdId,
          caseId: item.id,
          kind,
        },
        file,
        file.type,
        key,
      ),
    [caseKey(item.id)],
  )
  if (!may('document.add')) return null
  return (
    <div className="add-document">
      <ProblemNotice problem={add.error} />
      <Field label={t('evidence.kind')}>
        <Choice
          value={kind}
          empty=""
          options={paperKinds.map(each => [each, name('document', each)] as const)}
          onChoose={setKind}
        />
      </Field>
      <Field label={t('evidence.add')}>
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          disabled={kind === '' || add.isPending}
          onChange={event => {
            const file = event.target.files?.[0]
            if (file) add.mutate({ file, kind, name: file.name, size: file.size })
            event.target.value = ''
          }}
        />
      </Field>
    </div>
  )
}
