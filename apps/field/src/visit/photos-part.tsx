/** Up to six pictures with a purpose. Each is made small, hashed and sealed the moment it is taken. */
import { Button, ChoiceList } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { CameraButton } from '../parts/camera-button.tsx'
import { SealedPicture } from '../parts/sealed-picture.tsx'
import { useSurroundings } from '../surroundings.tsx'
import { type LocalPhoto, MOST_PHOTOS, type PhotoPurpose, photoPurposes } from './local-photo.ts'
import { makePhoto } from './make-photo.ts'

interface Props {
  readonly photos: readonly LocalPhoto[]
  readonly onAdd: (photo: LocalPhoto) => void
  readonly onRemove: (photo: LocalPhoto) => void
}

export function PhotosPart({ photos, onAdd, onRemove }: Props): JSX.Element {
  const { app, t, locale } = useSurroundings()
  const [purpose, setPurpose] = useState<PhotoPurpose>('house')
  const count = photos.length
  return (
    <section class="part-plain">
      <h2>{t('part.photos')}</h2>
      <p class="quiet">
        {t('photo.count', { count, most: MOST_PHOTOS })} {t('photo.optional')}
      </p>
      <ul class="pictures">
        {photos.map(photo => {
          const of = t(`purpose.${photo.purpose ?? 'house'}`)
          return (
            <li key={photo.id}>
              <SealedPicture photo={photo} alt={t('photo.alt', { purpose: of })} />
              <Button type="button" kind="secondary" onClick={() => onRemove(photo)}>
                <span aria-hidden="true">× {of}</span>
                <span class="hidden-text">{t('photo.remove', { purpose: of })}</span>
              </Button>
            </li>
          )
        })}
      </ul>
      {count < MOST_PHOTOS ? (
        <>
          <ChoiceList
            name="photo-purpose"
            label={t('photo.purpose')}
            locale={locale}
            choices={photoPurposes.map(value => ({ value, label: t(`purpose.${value}`) }))}
            chosen={[purpose]}
            inRow
            onChoose={value => setPurpose(value as PhotoPurpose)}
          />
          <CameraButton
            name="photo"
            label={t('photo.take')}
            onTaken={async file => onAdd(await makePhoto(app.field.store, file, { kind: 'visit-photo', purpose }))}
          />
        </>
      ) : (
        <p>{t('photo.full', { most: MOST_PHOTOS })}</p>
      )}
    </section>
  )
}
