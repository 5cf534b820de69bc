import { expectTypeOf, test } from 'vitest'
import type { RecommendedEvents } from './events.js'

const order = { transaction_id: 'T1' }
const items = [{ item_id: 'tea' }]

test('a refund is an order whose items need not be told: a value needs its currency', () => {
  expectTypeOf({ ...order }).toExtend<RecommendedEvents['refund']>()
  expectTypeOf({ ...order, items }).toExtend<RecommendedEvents['refund']>()
  expectTypeOf({ ...order, value: 3, currency: 'KRW' }).toExtend<RecommendedEvents['refund']>()
  expectTypeOf({ ...order, value: 3 }).not.toExtend<RecommendedEvents['refund']>()
  expectTypeOf({ value: 3, currency: 'KRW' }).not.toExtend<RecommendedEvents['refund']>()
})

test('a purchase tells its items', () => {
  expectTypeOf({ ...order, items, value: 3, currency: 'KRW' }).toExtend<RecommendedEvents['purchase']>()
  expectTypeOf({ ...order, value: 3, currency: 'KRW' }).not.toExtend<RecommendedEvents['purchase']>()
})
