import { expect, test } from 'vitest'
import { createListeners } from './listeners.js'

const report = (told: unknown[]) => (code: string, path: string, value?: unknown) => {
  told.push([code, path, value])
}

test('tells the listeners of one topic, in order, until they unsubscribe', () => {
  const heard: string[] = []
  const { on, tell } = createListeners(report([]))
  const stop = on('onLanguage')((lang) => heard.push(`first ${lang}`))
  on('onLanguage')((lang) => heard.push(`second ${lang}`))
  on('onWithdrawn')(() => heard.push('another topic'))
  tell('onLanguage', 'ko')
  stop()
  tell('onLanguage', 'en')
  expect(heard).toEqual(['first ko', 'second ko', 'second en'])
})

test('P18 a listener that throws is an issue of its topic and stops no other', () => {
  const issues: unknown[] = []
  const heard: string[] = []
  const { on, tell } = createListeners(report(issues))
  const error = new Error('of the page')
  on('onLanguage')(() => {
    throw error
  })
  on('onLanguage')((lang) => heard.push(lang))
  tell('onLanguage', 'ko')
  expect(heard).toEqual(['ko'])
  expect(issues).toEqual([['CG303', 'onLanguage', error]])
})

test('one function that subscribes twice is told until both unsubscribe', () => {
  let calls = 0
  const { on, tell } = createListeners(report([]))
  const listener = () => {
    calls += 1
  }
  const stops = [on('onLanguage')(listener), on('onLanguage')(listener)]
  stops[0]?.()
  tell('onLanguage', 'ko')
  expect(calls).toBe(1)
})

test('a listener that is added while others are told hears the next thing, not this one', () => {
  const { on, tell } = createListeners(() => {})
  const heard: string[] = []
  on('onLanguage')((lang) => {
    heard.push(lang)
    if (heard.length < 9) on('onLanguage')((later) => heard.push(`late ${later}`))
  })
  tell('onLanguage', 'ko')
  expect(heard).toEqual(['ko'])
})
