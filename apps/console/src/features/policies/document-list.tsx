/** Documents that the draft brings along: listed first, then cited. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/field.tsx'
import type { NewDocument } from './policy-views.ts'
import { usePolicyWords } from './words.ts'

interface DocumentListProps {
  readonly documents: readonly NewDocument[]
  readonly onChange: (documents: NewDocument[]) => void
}

export function DocumentList({ documents, onChange }: DocumentListProps) {
  const t = usePolicyWords()
  return (
    <section>
      <h2>{t('draft.documents')}</h2>
      <p className="small-print">{t('draft.documents-hint')}</p>
      <ul className="cards">
        {documents.map(document => (
          <li key={document.id} className="change-head">
            <span lang="zh-CN">
              《{document.title}》{document.number} · {document.issuer} · {document.date}
            </span>
            <Button size="small" onClick={() => onChange(documents.filter(other => other !== document))}>
              {t('document.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <details className="document-new">
        <summary>{t('draft.document-add')}</summary>
        <NewDocumentFields taken={documents.length} onAdd={document => onChange([...documents, document])} />
      </details>
    </section>
  )
}

const nothing = { title: '', number: '', issuer: '', date: '' }

/** Not a form of its own: it stands inside the draft's. */
function NewDocumentFields({ taken, onAdd }: { taken: number; onAdd: (document: NewDocument) => void }) {
  const t = usePolicyWords()
  const [words, setWords] = useState(nothing)
  const isWhole = words.title.trim() !== '' && words.issuer.trim() !== '' && words.date !== ''
  const add = () => {
    const { title, number, issuer, date } = words
    const id = `d${date.replaceAll('-', '')}n${taken + 1}`
    onAdd({ id, title: title.trim(), number: number.trim() || null, issuer: issuer.trim(), date })
    setWords(nothing)
  }
  const field = (key: keyof typeof nothing, type = 'text') => (
    <Field label={t(`document.${key}`)} optional={key === 'number'}>
      <Input
        type={type}
        maxLength={100}
        value={words[key]}
        onChange={event => setWords({ ...words, [key]: event.target.value })}
      />
    </Field>
  )
  return (
    <div className="change-grid">
      {field('title')}
      {field('number')}
      {field('issuer')}
      {field('date', 'date')}
      <div>
        <Button disabled={!isWhole} onClick={add}>
          {t('document.save')}
        </Button>
      </div>
    </div>
  )
}
