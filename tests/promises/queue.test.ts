import { expect, test } from 'vitest'
import { gatePage, openSite, withGate } from '../harness/index.js'

test('what a page pushes is called back once, before, during and after the start, by whatever it held on to', async () => {
  const { page } = await openSite({
    page: `<script>
      const called = []
      const held = (window.ConsentGate = window.ConsentGate || [])
      held.push(() => {
        called.push('before')
        held.push(() => called.push('during'))
      })
    </script>${gatePage()}`,
  })
  await withGate(page, () => {})
  expect(
    await page.evaluate(`
      held.push(() => called.push('after'), () => called.push('and another'))
      ConsentGate.push(({ allows }) => called.push(allows('stats')))
      called
    `),
  ).toEqual(['before', 'during', 'after', 'and another', false])
})
