import { whenGate } from './gate.js'

/** The script-managed cookie: the server hands out a token, the page stores it for the session. */
const form = document.querySelector<HTMLFormElement>('form[data-script-login]')

function refuse(message: string | undefined): void {
  const place = document.getElementById('name-wrong')
  if (place) place.textContent = message ?? ''
}

async function fetchToken(target: HTMLFormElement): Promise<string | null> {
  try {
    const answer = await fetch(target.action, { method: 'POST', body: new FormData(target) })
    return answer.ok ? ((await answer.json()) as { token: string }).token : null
  } catch {
    return null
  }
}

form?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const { next = '/', blocked, failed } = form.dataset
  const token = await fetchToken(form)
  if (token === null) return refuse(failed)
  whenGate(({ session }) => {
    const result = session.start(token)
    if (result.ok) location.assign(next)
    else refuse(result.reason === 'cookies-blocked' ? blocked : `${failed} (${result.reason})`)
  })
})
