import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClipboardCare, keptInClipboard } from '../../../electron/main/clipboard-care.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const board = () => {
  const held = { text: '' }
  const care = createClipboardCare({
    readText: () => Promise.resolve(held.text),
    clear: () => {
      held.text = ''
    },
  })
  return { held, care }
}

test('what was copied is gone after a while', async () => {
  const { held, care } = board()
  held.text = '김영희\t010-0000-5678'
  care.copied()
  await vi.advanceTimersByTimeAsync(keptInClipboard - 1)
  expect(held.text).not.toBe('')
  await vi.advanceTimersByTimeAsync(1)
  expect(held.text).toBe('')
})

test('what somebody copied elsewhere since is left alone', async () => {
  const { held, care } = board()
  held.text = '010-0000-5678'
  care.copied()
  await vi.advanceTimersByTimeAsync(1_000)
  held.text = '다른 프로그램의 글'
  await vi.advanceTimersByTimeAsync(keptInClipboard)
  expect(held.text).toBe('다른 프로그램의 글')
})

test('copied again, the time begins again; the end of the app does not wait for it', async () => {
  const { held, care } = board()
  held.text = 'one'
  care.copied()
  await vi.advanceTimersByTimeAsync(20_000)
  held.text = 'two'
  care.copied()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(held.text).toBe('two')
  await care.end()
  expect(held.text).toBe('')
  await care.end()
})

test('a clipboard that cannot be read is left alone', async () => {
  let cleared = 0
  const care = createClipboardCare({
    readText: () => Promise.reject(new Error('busy')),
    clear: () => {
      cleared += 1
    },
  })
  care.copied()
  await vi.advanceTimersByTimeAsync(keptInClipboard * 2)
  await care.end()
  expect(cleared).toBe(0)
})
