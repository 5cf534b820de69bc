import { vi } from 'vitest'

/** Tells which task of `setTimeout` runs, 0 before the first. */
export function countTasks(): () => number {
  const { setTimeout } = window
  let task = 0
  vi.spyOn(window, 'setTimeout').mockImplementation(((run: () => void, delay?: number) =>
    setTimeout(() => {
      task++
      run()
    }, delay)) as typeof setTimeout)
  return () => task
}
