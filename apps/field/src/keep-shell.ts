/** Puts the shell on the phone and, at a cold start only, lets a newer one take over. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const container = navigator.serviceWorker
  const had = container.controller !== null
  const registration = await container.register(`${import.meta.env.BASE_URL}service-worker.js`)
  if (!had || !registration.waiting) return
  container.addEventListener('controllerchange', () => location.reload(), { once: true })
  registration.waiting.postMessage('take-over')
}
