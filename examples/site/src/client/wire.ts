import type { WireTexts } from '../pages/wire.js'
import { byId } from './byId.js'
import { whenGate } from './gate.js'
import { showCookies } from './showCookies.js'
import { showRecord } from './showRecord.js'
import { showRequests } from './showRequests.js'

const texts = JSON.parse(byId('wire-texts').textContent ?? '') as WireTexts
const status = byId('wire-status')

showRequests(texts)
showCookies(texts)
showRecord(texts)

byId('send-event').addEventListener('click', () => {
  window.gtag?.('event', 'test_event')
  status.textContent = status.dataset.sent ?? ''
})
byId('start-over').addEventListener('click', () => whenGate((gate) => gate.reset()))
