/** One visit: what is known stands there already, only differences are written, and every change is kept at once. */
import { Button, ErrorSummary, Notice } from '@doudi/light-ui'
import { visitConclusions, visitOutcomes } from '@doudi/sync'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { go } from '../address.ts'
import { now } from '../clock.ts'
import type { Visit } from '../data/wire.ts'
import { canBeSent } from '../outbox/outbox-row.ts'
import { BackLink } from '../parts/back-link.tsx'
import { OneOf, WordsField } from '../parts/form-fields.tsx'
import { TakeBack } from '../parts/take-back.tsx'
import { dueText } from '../show-time.ts'
import { useSurroundings } from '../surroundings.tsx'
import { DropDraft } from '../visit/drop-draft.tsx'
import { FormParts } from '../visit/form-parts.tsx'
import { type LocalPhoto, photoName } from '../visit/local-photo.ts'
import { PhotosPart } from '../visit/photos-part.tsx'
import { SignaturePart } from '../visit/signature-part.tsx'
import { useDraft } from '../visit/use-draft.ts'
import { missing, withForm } from '../visit/visit-draft.ts'

export function VisitPage({ id }: { readonly id: string }): JSX.Element {
  const { state, t } = useSurroundings()
  const visit = state.pack?.visits.find(one => one.id === id)
  const sent = state.items.find(({ row }) => row.about === id && row.kind === 'visit.record' && canBeSent(row))
  if (!visit) return <p>{t('visit.unknown')}</p>
  return (
    <>
      <BackLink to="today" />
      <h1 class="name">{t('visit.title', { name: visit.applicantName })}</h1>
      {sent ? <TakeBack item={sent} /> : <VisitForm visit={visit} />}
    </>
  )
}

function VisitForm({ visit }: { readonly visit: Visit }) {
  const { app, state, t, locale } = useSurroundings()
  const { draft, change, settled } = useDraft(visit)
  const [asked, setAsked] = useState(false)
  if (!draft) return <p>{t('app.starting')}</p>
  const { form } = draft
  const household = state.pack?.households.find(({ id }) => id === visit.householdId)
  const open = asked ? missing(draft) : []
  const errorOf = (field: 'outcome' | 'conclusion') => (open.includes(field) ? t(`missing.${field}`) : undefined)
  const met = form.outcome === 'met'
  const names = visit.surveyors.map(({ name }) => name).join('、')
  const addPhoto = (photo: LocalPhoto) => change(before => ({ ...before, photos: [...before.photos, photo] }))
  const removePhoto = ({ id }: LocalPhoto) => {
    change(before => ({ ...before, photos: before.photos.filter(photo => photo.id !== id) }))
    void app.field.store.delete(photoName(id))
  }
  return (
    <>
      <p class="quiet">
        {visit.villageName} · {dueText(visit.plannedFor, t, locale)} · {t('visit.pair', { names })}
      </p>
      <ErrorSummary
        locale={locale}
        errors={open.map(field => ({
          field: field === 'incomes' ? 'part-incomes' : field,
          text: t(`missing.${field}`),
        }))}
      />
      <OneOf
        name="outcome"
        label={t('visit.outcome')}
        values={visitOutcomes}
        say={outcome => t(`outcome.${outcome}`)}
        value={form.outcome}
        error={errorOf('outcome')}
        onChange={outcome => change(before => withForm(before, { outcome, visitedAt: before.form.visitedAt ?? now() }))}
      />
      {met && <FormParts draft={draft} household={household} onChange={next => change(() => next)} />}
      {form.outcome && <PhotosPart photos={draft.photos} onAdd={addPhoto} onRemove={removePhoto} />}
      {met && (
        <>
          <OneOf
            name="conclusion"
            label={t('visit.conclusion')}
            values={visitConclusions}
            say={conclusion => t(`conclusion.${conclusion}`)}
            value={form.conclusion}
            error={errorOf('conclusion')}
            onChange={conclusion => change(before => withForm(before, { conclusion }))}
          />
          <SignaturePart
            signature={draft.signature}
            onSigned={signature => change(before => ({ ...before, signature }))}
            onRemove={() => change(before => ({ ...before, signature: null }))}
          />
        </>
      )}
      {form.outcome && (
        <WordsField
          name="words"
          label={t('visit.words')}
          most={1000}
          lines={3}
          value={form.conclusionText}
          onChange={conclusionText => change(before => withForm(before, { conclusionText }))}
        />
      )}
      <div class="sticky-action">
        <Button type="button" block onClick={() => void handIn()}>
          {t('visit.save')}
        </Button>
      </div>
      <p class="quiet small">{t('visit.kept')}</p>
      <DropDraft draft={draft} />
      {state.online ? null : <Notice>{t('sync.offline')}</Notice>}
    </>
  )

  async function handIn(): Promise<void> {
    if (!draft) return
    if (missing(draft).length > 0) {
      setAsked(true)
      scrollTo(0, 0)
      requestAnimationFrame(() => document.getElementById('errors')?.focus())
      return
    }
    await settled()
    await app.field.drafts.handIn(draft, visit.applicantName)
    navigator.vibrate?.(40)
    await app.written()
    go('outbox')
  }
}
