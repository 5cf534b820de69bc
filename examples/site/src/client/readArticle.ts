/** Held back as `text/plain` until analytics is granted: counts one reading. */
window.gtag?.('event', 'read_article', { article: location.pathname.split('/').pop() })

const reading = document.getElementById('reading')
if (reading) reading.textContent = reading.dataset.counted ?? ''

export {}
