import { describe, expect, it } from 'vitest'
import type { Capture } from '#backend/platform/journal/records.ts'
import { type CaptureLog, createCapturing } from '#backend/receipts/intake/capturing.service.ts'
import { DangolError, type ErrorCode } from '#shared/errors.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

/** A journal whose disk can be full. */
const journal = (): CaptureLog & { readonly kept: Capture[]; full: boolean } => {
  const kept: Capture[] = []
  return {
    kept,
    full: false,
    appendCapture(capture) {
      if (this.full) throw new DangolError('ledger.disk-full')
      kept.push(capture)
      return kept.length
    },
  }
}

describe('capturing', () => {
  it('reads nothing before it is on disk', () => {
    const log = journal()
    const read: number[] = []
    const capturing = createCapturing({ onProblem: () => undefined })
    capturing.useJournal({
      appendCapture(capture) {
        expect(read).toHaveLength(log.kept.length)
        return log.appendCapture(capture)
      },
    })
    capturing.useReader(({ seq }) => read.push(seq))
    capturing.bytes('pos', 'cp949', bytes(1), 1)
    capturing.closed('pos', 'cp949', 2)
    expect(read).toEqual([1, 2])
    expect(log.kept.map((capture) => capture.event)).toEqual([undefined, 'close'])
  })

  it('keeps what a full disk refuses, in order, and goes on by itself', () => {
    const log = journal()
    const problems: (ErrorCode | null)[] = []
    const read: number[] = []
    const capturing = createCapturing({ onProblem: (code) => problems.push(code) })
    capturing.useJournal(log)
    capturing.useReader(({ capture }) => read.push(capture.bytes[0] ?? -1))
    log.full = true
    for (const value of [1, 2, 3]) capturing.bytes('pos', 'cp949', bytes(value), value)
    expect(read).toEqual([])
    expect(capturing.problem()).toBe('ledger.disk-full')
    log.full = false
    capturing.retry()
    capturing.bytes('pos', 'cp949', bytes(4), 4)
    expect(read).toEqual([1, 2, 3, 4])
    expect(problems).toEqual(['ledger.disk-full', null])
  })

  it('holds bytes that come before there is a ledger, and copies what the port may overwrite', () => {
    const log = journal()
    const capturing = createCapturing({ onProblem: () => undefined })
    const buffer = bytes(7)
    capturing.bytes('pos', 'cp949', buffer, 1)
    buffer[0] = 0
    capturing.useJournal(log)
    expect(log.kept.map((capture) => [...capture.bytes])).toEqual([[7]])
  })

  it('stays within bounds when nothing can be kept for long', () => {
    const log = journal()
    const capturing = createCapturing({ onProblem: () => undefined })
    for (let megabyte = 0; megabyte < 12; megabyte += 1) {
      capturing.bytes('pos', 'cp949', new Uint8Array(1024 * 1024).fill(megabyte), megabyte)
    }
    capturing.useJournal(log)
    expect(log.kept.map((capture) => capture.bytes[0])).toEqual([4, 5, 6, 7, 8, 9, 10, 11])
  })
})
