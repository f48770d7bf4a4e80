/** The board on the wall: turns its pages, asks for news every minute, and takes down what has run out even when offline. */
import { render } from 'preact'
import { type BoardRow, type BoardWords, pagesOf, ScreenBoard } from '../pages/screen-board.tsx'

const TURN_MS = 15_000
const ASK_MS = 60_000

const board = document.getElementById('board')
const foot = document.getElementById('page')
if (board && foot) start(board, foot)

function start(board: HTMLElement, foot: HTMLElement): void {
  const words = JSON.parse(board.dataset.words ?? '{}') as BoardWords
  let rows = JSON.parse(board.dataset.rows ?? '[]') as readonly BoardRow[]
  let page = 0
  let paused = false
  const draw = () => {
    const hanging = rows.filter(({ endsOn }) => endsOn >= chinaToday())
    const count = pagesOf(hanging)
    page %= count
    render(<ScreenBoard rows={hanging} words={words} page={page} />, board)
    foot.textContent = (board.dataset.page ?? '').replace('{n}', String(page + 1)).replace('{count}', String(count))
  }
  const ask = async () => {
    try {
      const response = await fetch(`${location.pathname}/rows`, { headers: { accept: 'application/json' } })
      if (response.ok) rows = ((await response.json()) as { rows: readonly BoardRow[] }).rows
    } catch {
      // No connection: what hangs keeps hanging until its last day.
    }
    draw()
  }
  board.textContent = ''
  draw()
  setInterval(() => {
    if (paused) return
    page++
    draw()
  }, TURN_MS)
  setInterval(() => void ask(), ASK_MS)
  // A touch holds the page so that it can be read.
  document.addEventListener('pointerdown', () => {
    paused = !paused
  })
}

/** The day in China, without `Temporal`: screens are old. */
function chinaToday(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
}
