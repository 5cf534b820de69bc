import { whenGate } from './gate.js'

/** The page wrote the cookie, so the page ends it; the form then tells the server, which clears it once more. */
const form = document.querySelector<HTMLFormElement>('form[data-script-logout]')

form?.addEventListener('submit', async (event) => {
  event.preventDefault()
  // While the cookie is still sent, so that the server can tell which session ends.
  await fetch(form.action, { method: 'POST' }).catch(() => undefined)
  whenGate(async ({ session }) => {
    await session.end()
    form.submit()
  })
})
