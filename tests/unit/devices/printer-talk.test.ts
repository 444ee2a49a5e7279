import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAnswerReader, finishQuestion, printName } from '#backend/devices/printers/answers.ts'
import {
  conditionOf,
  conditionProblem,
  isStatusByte,
  statusQuestion,
} from '#backend/devices/printers/printer-status.ts'
import { createPollCounter } from '#backend/devices/sources/status-poll.ts'

describe('status bytes', () => {
  test.each([
    ['all is well', { 1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12 }, undefined],
    ['the drawer is open: no trouble', { 1: 0x16 }, undefined],
    ['paper near its end: no trouble yet', { 1: 0x12, 4: 0x1e }, undefined],
    ['offline', { 1: 0x1a, 2: 0x12 }, 'printer.offline'],
    ['cover open', { 1: 0x1a, 2: 0x16 }, 'printer.cover-open'],
    ['stopped for want of paper', { 1: 0x1a, 2: 0x32 }, 'printer.paper-out'],
    ['paper end seen by the roll sensor', { 1: 0x12, 4: 0x72 }, 'printer.paper-out'],
    ['cutter jammed', { 1: 0x1a, 3: 0x1a }, 'printer.fault'],
    ['cover open and no paper: first the cover', { 1: 0x1a, 2: 0x36, 4: 0x72 }, 'printer.cover-open'],
  ])('%s', (_, answers, code) => {
    expect(conditionProblem(conditionOf(answers))?.code).toBe(code)
  })
  test('questions are DLE EOT n', () => {
    expect([...statusQuestion(4)]).toEqual([0x10, 0x04, 4])
  })
})

const frame = (name: string): number[] => [0x37, 0x22, ...Buffer.from(name), 0]

describe('answers', () => {
  test('a finished print is heard in any chunking, with status bytes anywhere between', () => {
    const statusByte = fc.integer({ min: 0, max: 255 }).filter(isStatusByte)
    const piece = fc.oneof(
      statusByte.map((byte) => ({ bytes: [byte], name: null })),
      fc.nat(50_000).map((count) => ({ bytes: frame(printName(count)), name: printName(count) })),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }),
        fc.array(fc.nat(7), { maxLength: 60 }),
        (pieces, cuts) => {
          const read = createAnswerReader()
          const bytes = pieces.flatMap((one) => one.bytes)
          const heard = []
          let place = 0
          for (const cut of cuts) {
            heard.push(...read(Uint8Array.from(bytes.slice(place, place + cut))))
            place += cut
          }
          heard.push(...read(Uint8Array.from(bytes.slice(place))))
          const names = heard.flatMap((answer) => (answer.type === 'finished' ? [answer.name] : []))
          expect(names).toEqual(pieces.flatMap((one) => (one.name === null ? [] : [one.name])))
          const states = heard.filter((answer) => answer.type === 'status').length
          expect(states).toBe(pieces.filter((one) => one.name === null).length)
        },
      ),
    )
  })

  test('a status byte within a report is not part of its name', () => {
    const read = createAnswerReader()
    expect(read(Uint8Array.of(0x37, 0x22, 0x41, 0x12, 0x42, 0x43, 0x44, 0x00))).toEqual([
      { type: 'status', byte: 0x12 },
      { type: 'finished', name: 'ABCD' },
    ])
  })

  test('what nobody asked for is told apart from answers, in any chunking and with flow control between', () => {
    const unasked = fc
      .tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255))
      .map(([first, ...rest]) => [(first & 0x6c) | 0x10, ...rest.map((byte) => byte & 0x6f)])
    const piece = fc.oneof(
      unasked.map((bytes) => ({ bytes, is: 'unasked' as const })),
      fc.nat(50_000).map((count) => ({ bytes: frame(printName(count)), is: 'finished' as const })),
      fc.constant({ bytes: [0x1a], is: 'status' as const }),
      fc.constantFrom([0x11], [0x13]).map((bytes) => ({ bytes, is: null })),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.integer({ min: 1, max: 7 }), (pieces, size) => {
        const read = createAnswerReader()
        const bytes = pieces.flatMap((one) => one.bytes)
        const heard = []
        for (let place = 0; place < bytes.length; place += size)
          heard.push(...read(Uint8Array.from(bytes.slice(place, place + size))))
        expect(heard.map((answer) => answer.type)).toEqual(
          pieces.flatMap((one) => (one.is === null ? [] : [one.is])),
        )
      }),
    )
  })

  test('noise is told as such, and a report after it is still heard', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const read = createAnswerReader()
        read(noise)
        // A frame that the noise began may swallow one report, never two.
        const heard = [...read(Uint8Array.from(frame('AAAA'))), ...read(Uint8Array.from(frame('BBBB')))]
        expect(heard.some((answer) => answer.type === 'finished')).toBe(true)
      }),
    )
    expect(createAnswerReader()(Uint8Array.of(0xff, 0x80))).toEqual([{ type: 'noise' }, { type: 'noise' }])
  })

  test('names never hold what looks like a status byte, and differ from print to print', () => {
    const names = Array.from({ length: 1000 }, (_, count) => printName(count))
    expect(new Set(names).size).toBe(1000)
    expect(names.some((name) => Buffer.from(name).some(isStatusByte))).toBe(false)
    expect([...finishQuestion('ABCD')]).toEqual([0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, 65, 66, 67, 68])
  })
})

describe('polls of a POS that believes us to be a printer', () => {
  test('are counted in any chunking, and only those', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom([0x10, 0x04, 1], [0x10, 0x04, 4], [0x41], [0x10], [0x10, 0x10], [0x0a]), {
          maxLength: 30,
        }),
        fc.nat(5),
        (pieces, size) => {
          const bytes = pieces.flat()
          const whole = createPollCounter()(Uint8Array.from(bytes))
          const count = createPollCounter()
          let cut = 0
          for (let place = 0; place < bytes.length; place += size + 1) {
            cut += count(Uint8Array.from(bytes.slice(place, place + size + 1)))
          }
          expect(cut).toBe(whole)
          expect(whole).toBe(pieces.filter((piece) => piece.length === 3).length)
        },
      ),
    )
  })
  test('a question of another kind is none', () => {
    expect(createPollCounter()(Uint8Array.of(0x10, 0x04, 0x09, 0x10, 0x05, 0x01))).toBe(0)
  })
})
