const HELD = 'script[type="text/plain"][data-category="analytics"]'
const STYLE = 'position:fixed;inset:auto 0 0;padding:1rem;background:#fff;border-top:1px solid #888'

function run() {
  for (const held of document.querySelectorAll<HTMLScriptElement>(HELD)) {
    const script = document.createElement('script')
    if (held.dataset.src) script.src = held.dataset.src
    else script.text = held.text
    held.replaceWith(script)
  }
}
function button(label: string, answer: string, then?: () => void) {
  const made = document.createElement('button')
  made.textContent = label
  made.className = answer
  made.onclick = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: it is what a site would write
    document.cookie = `consent=${answer}; Max-Age=15552000; Path=/; SameSite=Lax; Secure`
    notice.remove()
    then?.()
  }
  return made
}
const notice = document.createElement('section')
notice.style.cssText = STYLE
notice.append('May we count visits with Google Analytics? ')
notice.append(button('Accept', 'yes', run), button('Refuse', 'no'))
const answered = /(?:^|; )consent=(yes|no)/.exec(document.cookie)
if (!answered) document.body.append(notice)
else if (answered[1] === 'yes') run()
