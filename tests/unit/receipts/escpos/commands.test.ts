import { describe, expect, it } from 'vitest'
import { tokenize } from '#backend/receipts/escpos/tokenizer.ts'
import { printerBytes } from '../../../helpers/printer-bytes.ts'

const ESC = 0x1b
const GS = 0x1d
const FS = 0x1c
const DLE = 0x10
const leads = { ESC, GS, FS, DLE } as const
const keyBytes: Readonly<Record<string, number>> = { SP: 0x20, FF: 0x0c, EOT: 0x04, ENQ: 0x05, DC4: 0x14 }

const types = (...bytes: number[]): string[] => tokenize(Uint8Array.from(bytes)).map((t) => t.type)

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)

/** Commands whose parameters are as many whatever they are. */
const fixedLengths: readonly (readonly [keyof typeof leads, string, number])[] = [
  ['ESC', '@ 2 < L S i m q v FF 4 5', 0],
  ['ESC', '! SP - 3 % = ? a d e C E F G J K M R T U V r t u {', 1],
  ['ESC', '$ \\ f c', 2],
  ['ESC', 'p', 3],
  ['ESC', 'W', 8],
  ['GS', ': c FF', 0],
  ['GS', '! / B E H I T a b f h j r w', 1],
  ['GS', '$ \\ L P W', 2],
  ['GS', '^ z', 3],
  ['GS', 'g', 4],
  ['FS', '& . L b c', 0],
  ['FS', '! - C W', 1],
  ['FS', 'S p ?', 2],
  ['DLE', 'ENQ', 1],
]

const fixedRows = fixedLengths.flatMap(([lead, keys, parameters]) =>
  keys
    .split(' ')
    .map((key): [string, number[], number] => [
      `${lead} ${key}`,
      [leads[lead], keyBytes[key] ?? key.charCodeAt(0)],
      parameters,
    ]),
)

describe('commands with parameters of a fixed number', () => {
  it.each(fixedRows)('%s', (name, start, parameters) => {
    // Parameters that would be a command, a character or a line feed if they were not passed over.
    for (const parameter of [0x00, 0x0a, 0x10, 0x1b, 0x31, 0xb0]) {
      const bytes = printerBytes(start, Array<number>(parameters).fill(parameter), 'A\n')
      expect(tokenize(bytes).map(({ type, length }) => [type, length])).toEqual([
        [name, 2 + parameters],
        ['text', 1],
        ['control', 1],
      ])
    }
  })
})

/** Commands whose length lies in their parameters: bytes, and how many of them belong to the command. */
const sizedRows: readonly (readonly [string, readonly number[]])[] = [
  ['ESC D', [ESC, 0x44, 8, 16, 24, 0]],
  ['ESC D', [ESC, 0x44, 0]],
  ['ESC *', [ESC, 0x2a, 0, 3, 0, 1, 2, 3]],
  ['ESC *', [ESC, 0x2a, 1, 0, 1, ...zeros(256)]],
  ['ESC *', [ESC, 0x2a, 32, 2, 0, ...zeros(6)]],
  ['ESC *', [ESC, 0x2a, 33, 2, 0, ...zeros(6)]],
  ['ESC &', [ESC, 0x26, 3, 65, 66, 2, ...zeros(6), 1, ...zeros(3)]],
  ['ESC &', [ESC, 0x26, 3, 66, 65]],
  ['ESC ( A', [ESC, 0x28, 0x41, 4, 0, 48, 55, 3, 10]],
  ['GS V', [GS, 0x56, 0]],
  ['GS V', [GS, 0x56, 1]],
  ['GS V', [GS, 0x56, 48]],
  ['GS V', [GS, 0x56, 49]],
  ...[65, 66, 97, 98, 103, 104].map((m): [string, number[]] => ['GS V', [GS, 0x56, m, 3]]),
  ['GS k', [GS, 0x6b, 4, 0x41, 0x42, 0x43, 0]],
  ['GS k', [GS, 0x6b, 6, 0]],
  ['GS k', [GS, 0x6b, 73, 4, 0x7b, 0x42, 0x31, 0x00]],
  ['GS k', [GS, 0x6b, 7, 1, 0x31]],
  ['GS v 0', [GS, 0x76, 0x30, 0, 2, 0, 3, 0, ...zeros(6)]],
  ['GS Q 0', [GS, 0x51, 0x30, 0, 2, 0, 3, 0, ...zeros(6)]],
  ['GS *', [GS, 0x2a, 1, 2, ...zeros(16)]],
  ['GS ( k', [GS, 0x28, 0x6b, 3, 0, 49, 67, 3]],
  ['GS ( L', [GS, 0x28, 0x4c, 2, 0, 48, 50]],
  ['GS ( L', [GS, 0x28, 0x4c, 0, 1, ...zeros(256)]],
  ['GS 8 L', [GS, 0x38, 0x4c, 2, 0, 0, 0, 48, 50]],
  ['GS C', [GS, 0x43, 0x30, 1, 0]],
  ['GS C', [GS, 0x43, 0x32, 1, 0]],
  ['GS C', [GS, 0x43, 0x31, ...zeros(6)]],
  ['GS C', [GS, 0x43, 0x3b, ...zeros(9)]],
  ['GS D', [GS, 0x44, 48, 67, 48, 32, 32, 48, 49, 0x42, 0x4d, 10, 0, 0, 0, ...zeros(4)]],
  ['FS a', [FS, 0x61, 0x31]],
  ['FS a', [FS, 0x61, 0x30, 3]],
  ['FS q', [FS, 0x71, 2, 1, 0, 1, 0, ...zeros(8), 1, 0, 2, 0, ...zeros(16)]],
  ['FS q', [FS, 0x71, 0]],
  ['FS 2', [FS, 0x32, 0xfe, 0xa1, ...zeros(72)]],
  ['FS g', [FS, 0x67, 0x32, 0, 1, 0, 0, 0, 9, 0]],
  ['FS g', [FS, 0x67, 0x31, 0, 1, 0, 0, 0, 2, 0, 0x41, 0x42]],
  ['FS ( A', [FS, 0x28, 0x41, 2, 0, 48, 0]],
  ...[1, 2, 3, 4, 5, 6].map((n): [string, number[]] => ['DLE EOT', [DLE, 4, n]]),
  ...[7, 8, 18].map((n): [string, number[]] => ['DLE EOT', [DLE, 4, n, 1]]),
  ['DLE DC4', [DLE, 0x14, 1, 0, 1]],
  ['DLE DC4', [DLE, 0x14, 2, 1, 8]],
  ['DLE DC4', [DLE, 0x14, 3, ...zeros(5)]],
  ['DLE DC4', [DLE, 0x14, 7, 1]],
  ['DLE DC4', [DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8]],
  ['DLE DC4', [DLE, 0x14, 9]],
  ['unknown', [ESC, 0x7e]],
  ['unknown', [ESC, 0x00]],
  ['unknown', [ESC, ESC]],
  ['unknown', [GS, 0x0a]],
  ['unknown', [FS, 0xb0]],
  ['unknown', [DLE, 0x31]],
]

describe('commands that tell their own length', () => {
  it.each(sizedRows)('%s %j', (name, bytes) => {
    expect(tokenize(printerBytes(bytes, 'A')).map(({ type, length }) => [type, length])).toEqual([
      [name, bytes.length],
      ['text', 1],
    ])
  })

  it.each(sizedRows.filter(([name]) => name !== 'unknown'))('%s %j, cut off anywhere', (name, bytes) => {
    for (let kept = 3; kept < bytes.length; kept++) {
      const tokens = tokenize(Uint8Array.from(bytes.slice(0, kept)))
      const last = tokens.at(-1)
      expect(tokens).toHaveLength(1)
      expect([last?.type, last?.length, last?.truncated]).toEqual([name, kept, true])
    }
  })

  it('takes 32 tab stops at most, and the NUL after them', () => {
    const stops = Array.from({ length: 32 }, (_, i) => i + 1)
    expect(tokenize(printerBytes([ESC, 0x44], stops, 0, 'A')).map((t) => t.length)).toEqual([35, 1])
    expect(tokenize(printerBytes([ESC, 0x44], stops, 'AB')).map((t) => t.length)).toEqual([34, 2])
    expect(tokenize(printerBytes([ESC, 0x44], stops))[0]?.truncated).toBeUndefined()
  })

  it('leaves a bar code whose NUL never comes after 255 bytes', () => {
    const bytes = printerBytes([GS, 0x6b, 4], '1'.repeat(300), '\n')
    expect(tokenize(bytes).map(({ type, length }) => [type, length])).toEqual([
      ['GS k', 3 + 255],
      ['text', 45],
      ['control', 1],
    ])
  })

  it('names a family that needs a third byte, known or not', () => {
    expect(types(GS, 0x76, 0x31)).toEqual(['unknown', 'text'])
    expect(types(GS, 0x38, 0x4d)).toEqual(['unknown', 'text'])
    expect(types(GS, 0x28, 0x0a)).toEqual(['unknown', 'control'])
    expect(tokenize(Uint8Array.of(GS, 0x38))).toMatchObject([{ type: 'GS 8 L', length: 2, truncated: true }])
    expect(tokenize(Uint8Array.of(GS, 0x28))).toMatchObject([{ type: 'GS (', length: 2, truncated: true }])
  })
})
