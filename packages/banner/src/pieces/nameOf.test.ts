import { expect, it } from 'vitest'
import { furtherCopy } from '../copy/furtherKo.js'
import { nameOf } from './nameOf.js'

it.each([
  [{ id: 'videos', name: 'Video House' }, 'Video House'],
  [{ id: 'media', label: 'Films' }, 'Films'],
  // JSON holds what TypeScript would refuse: the name is what both would be called.
  [{ id: 'media', name: 'Video House', label: 'Films' }, 'Video House'],
  [{ id: 'analytics' }, furtherCopy.analytics],
  [{ id: 'analytics', label: 'Numbers' }, 'Numbers'],
  [{ id: 'google-analytics' }, 'Google Analytics'],
  [{ id: 'google-analytics', name: 'Our statistics' }, 'Our statistics'],
  // One that the site no longer has.
  [{ id: 'gone' }, 'gone'],
])('%j is called %s', (unit, name) => {
  expect(nameOf(unit, furtherCopy)).toBe(name)
})
