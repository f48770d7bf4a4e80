/** Opens the phone's camera; says so when the picture is of no use. */
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useSurroundings } from '../surroundings.tsx'

interface Props {
  readonly name: string
  readonly label: string
  readonly onTaken: (file: Blob) => Promise<void>
}

export function CameraButton({ name, label, onTaken }: Props): JSX.Element {
  const { t } = useSurroundings()
  const [failed, setFailed] = useState(false)
  async function taken(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0]
    if (!file) return
    try {
      await onTaken(file)
      setFailed(false)
    } catch {
      setFailed(true)
    } finally {
      input.value = ''
    }
  }
  return (
    <div class="camera">
      <input
        id={name}
        name={name}
        type="file"
        accept="image/*"
        capture="environment"
        onChange={event => void taken(event.currentTarget)}
      />
      <label for={name} class="button button-secondary button-block">
        {label}
      </label>
      {failed && (
        <p class="field-error" role="alert">
          {t('photo.failed')}
        </p>
      )}
    </div>
  )
}
