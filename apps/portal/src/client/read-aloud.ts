/** 读给我听: reads the question, its choices and what is wrong, in the order of the page. Only where the phone can speak. */
export function readAloud(): void {
  const place = document.querySelector<HTMLElement>('[data-read]')
  const main = document.querySelector('main')
  if (!place || !main || !('speechSynthesis' in window)) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'switch'
  const { read = '', stop = '' } = place.dataset
  const say = (speaking: boolean) => {
    button.textContent = speaking ? stop : read
    button.setAttribute('aria-pressed', String(speaking))
  }
  say(false)
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel()
      say(false)
      return
    }
    const speech = new SpeechSynthesisUtterance(scriptOf(main))
    speech.lang = document.documentElement.lang
    speech.rate = 0.9
    speech.onend = () => say(false)
    speechSynthesis.speak(speech)
    say(true)
  })
  place.prepend(button)
  window.addEventListener('pagehide', () => speechSynthesis.cancel())
}

const spoken = 'h1, h2, h3, p, legend, label, li, dt, dd, summary, .errors a'

/** The texts that are seen, each once, with a pause between. */
export function scriptOf(main: Element): string {
  const parts = Array.from(main.querySelectorAll<HTMLElement>(spoken)).filter(
    one => one.offsetParent !== null && !one.querySelector(spoken),
  )
  return parts
    .map(one => (one.textContent ?? '').trim())
    .filter(Boolean)
    .join('。')
}
