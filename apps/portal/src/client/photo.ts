/** Photographs are made smaller on the phone, to at most 300 KB, before they travel. Where that fails they go as they are. */
const MOST_BYTES = 300_000
const LONGEST_SIDE = 1_800

export function shrinkPhotos(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-photo]')) {
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file?.type.startsWith('image/') && file.size > MOST_BYTES) void replace(input, file)
    })
  }
}

async function replace(input: HTMLInputElement, file: File): Promise<void> {
  try {
    const small = await smaller(await pictureOf(file))
    if (!small || small.size >= file.size) return
    putFile(input, new File([small], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' }))
    tell(input, Math.ceil(small.size / 1000))
  } catch {
    // An odd format or an old phone: the whole file is sent.
  }
}

/** Puts a file into an input as if it had been chosen. */
export function putFile(input: HTMLInputElement, file: File): void {
  const transfer = new DataTransfer()
  transfer.items.add(file)
  input.files = transfer.files
}

function pictureOf(file: File): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image()
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new Error('not a picture'))
    picture.src = URL.createObjectURL(file)
  })
}

async function smaller(picture: HTMLImageElement): Promise<Blob | null> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.naturalWidth, picture.naturalHeight))
  let blob: Blob | null = null
  for (const [shrink, quality] of [
    [1, 0.8],
    [1, 0.6],
    [0.75, 0.6],
    [0.5, 0.5],
  ] as const) {
    blob = await drawn(picture, scale * shrink, quality)
    if (blob && blob.size <= MOST_BYTES) return blob
  }
  return blob
}

function drawn(picture: HTMLImageElement, scale: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.naturalWidth * scale)
  canvas.height = Math.round(picture.naturalHeight * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
}

function tell(input: HTMLInputElement, kilobytes: number): void {
  const line = document.createElement('p')
  line.setAttribute('role', 'status')
  line.textContent = (input.dataset.photo ?? '').replace('{size}', String(kilobytes))
  input.insertAdjacentElement('afterend', line)
}
