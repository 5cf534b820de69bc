import { expect, it } from 'vitest'
import { serviceAdvice } from './serviceAdvice.js'

const advice = {
  options: {},
  inspect: async () => ({ inspectOptions() {} }),
  words: async () => ({ issueTexts: {} }),
}

it('P18 is what the services bring for a developer, in order, and nothing of those that bring none', () => {
  const other = { ...advice, options: 5 }
  expect(
    serviceAdvice({
      services: [
        { id: 'a', category: 'analytics', advice },
        { id: 'b', category: 'analytics' },
        { id: 'c', category: 'necessary', advice: other },
      ],
    }),
  ).toEqual([advice, other])
})

it.each([{}, { services: 'ga' }, { services: [null, 5] }])(
  'P18 is nothing without services: %j',
  (config) => {
    expect(serviceAdvice(config as never)).toEqual([])
  },
)
