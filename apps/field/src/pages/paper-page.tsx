/** Fetching a paper: which one, a picture, done. */
import { Button, ErrorSummary } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { go } from '../address.ts'
import { newId } from '../clock.ts'
import { BackLink } from '../parts/back-link.tsx'
import { CameraButton } from '../parts/camera-button.tsx'
import { OneOf } from '../parts/form-fields.tsx'
import { SealedPicture } from '../parts/sealed-picture.tsx'
import { useSurroundings } from '../surroundings.tsx'
import { type LocalPhoto, photoName } from '../visit/local-photo.ts'
import { makePhoto } from '../visit/make-photo.ts'

const kinds = [
  'identity-card',
  'household-register',
  'disability-certificate',
  'medical-record',
  'income-proof',
  'bank-card',
  'other',
] as const

export function PaperPage({ householdId }: { readonly householdId: string }): JSX.Element {
  const { app, state, t, locale } = useSurroundings()
  const [kind, setKind] = useState<(typeof kinds)[number]>()
  const [photo, setPhoto] = useState<LocalPhoto>()
  const [asked, setAsked] = useState(false)
  const household = state.pack?.households.find(({ id }) => id === householdId)
  if (!household) return <p>{t('home.unknown')}</p>
  const wrong = asked && (!kind || !photo)
  return (
    <>
      <BackLink to={`household/${householdId}`} />
      <h1>{t('paper.title')}</h1>
      <p class="quiet name">{household.headName}</p>
      <ErrorSummary locale={locale} errors={wrong ? [{ field: 'paper', text: t('paper.none') }] : []} />
      <OneOf
        name="paper"
        label={t('paper.kind')}
        values={kinds}
        say={one => t(`paper.${one}`)}
        value={kind}
        onChange={setKind}
      />
      {photo && <SealedPicture key={photo.id} photo={photo} alt={t('photo.alt', { purpose: t('purpose.paper') })} />}
      <CameraButton
        name="paper-photo"
        label={t('paper.take')}
        onTaken={async file => setPhoto(await makePhoto(app.field.store, file, { kind: kind ?? 'other' }))}
      />
      <Button type="button" block onClick={() => void save()}>
        {t('paper.save')}
      </Button>
    </>
  )

  async function save(): Promise<void> {
    const bytes = photo && (await app.field.store.getBytes(photoName(photo.id)))
    if (!kind || !photo || !bytes) return setAsked(true)
    const place = { householdId, caseId: household?.openCase?.id ?? null }
    await app.field.local.document({ ...photo, kind }, place, newId(), bytes)
    await app.written()
    go('outbox')
  }
}
