/** Draws on white while a finger, pen or mouse is down. */
export function emptyPad(canvas: HTMLCanvasElement): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.strokeStyle = '#1a222c'
  pen.lineWidth = 5
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
}

/** Calls back whenever a stroke is done. Returns how to stop. */
export function followPen(canvas: HTMLCanvasElement, stroked: () => void): () => void {
  emptyPad(canvas)
  const pen = canvas.getContext('2d')
  let down = false
  const at = (event: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect()
    return [
      ((event.clientX - box.left) / box.width) * canvas.width,
      ((event.clientY - box.top) / box.height) * canvas.height,
    ]
  }
  const begin = (event: PointerEvent) => {
    down = true
    canvas.setPointerCapture(event.pointerId)
    pen?.beginPath()
    pen?.moveTo(...at(event))
  }
  const draw = (event: PointerEvent) => {
    if (!down) return
    pen?.lineTo(...at(event))
    pen?.stroke()
  }
  const end = () => {
    if (down) stroked()
    down = false
  }
  const heard = { pointerdown: begin, pointermove: draw, pointerup: end, pointercancel: end } as const
  const names = Object.keys(heard) as (keyof typeof heard)[]
  for (const name of names) canvas.addEventListener(name, heard[name])
  return () => {
    for (const name of names) canvas.removeEventListener(name, heard[name])
  }
}
