/** Writing a name with the finger. The strokes become a picture in the file field below; a photograph does as well. */
import { putFile } from './photo.ts'

export function signatures(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-signature]')) addPad(place)
}

function addPad(place: HTMLElement): void {
  const input = document.getElementById(place.dataset.for ?? '') as HTMLInputElement | null
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!input || !pen) return
  canvas.className = 'signature'
  canvas.width = 600
  canvas.height = 260
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', place.dataset.signature ?? '')
  const again = document.createElement('button')
  again.type = 'button'
  again.className = 'button button-secondary'
  again.textContent = place.dataset.clear ?? ''
  const label = document.createElement('p')
  label.textContent = place.dataset.signature ?? ''
  place.append(label, canvas, again)
  clear(pen)
  again.addEventListener('click', () => {
    clear(pen)
    input.value = ''
  })
  follow(canvas, pen, () => {
    canvas.toBlob(picture => {
      if (picture) putFile(input, new File([picture], 'signature.png', { type: 'image/png' }))
    }, 'image/png')
  })
}

function clear(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height)
  pen.strokeStyle = '#1a222c'
  pen.lineWidth = 5
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
}

/** Draws while a finger, pen or mouse is down; calls back when it is lifted. */
function follow(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D, lifted: () => void): void {
  let down = false
  const at = (event: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect()
    return [
      ((event.clientX - box.left) / box.width) * canvas.width,
      ((event.clientY - box.top) / box.height) * canvas.height,
    ]
  }
  canvas.addEventListener('pointerdown', event => {
    down = true
    canvas.setPointerCapture(event.pointerId)
    pen.beginPath()
    pen.moveTo(...at(event))
  })
  canvas.addEventListener('pointermove', event => {
    if (!down) return
    pen.lineTo(...at(event))
    pen.stroke()
  })
  for (const end of ['pointerup', 'pointercancel'] as const)
    canvas.addEventListener(end, () => {
      if (down) lifted()
      down = false
    })
}
