import { expect, test } from 'vitest'
import { importedBytes, importLimitBytes } from '#backend/devices/sources/file-import.ts'

test('gives the bytes of the file as they are', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  expect([...importedBytes(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes])
})

test.each([
  ['nothing', ''],
  ['no base64', '한글'],
  ['base64 that was cut off', 'AAA'],
  ['padding in the middle', 'A=AA'],
])('%s cannot be read', (_, text) => {
  expect(() => importedBytes(text)).toThrow(expect.objectContaining({ code: 'source.file-unreadable' }))
})

test('ten megabytes are taken, one byte more is not', () => {
  const most = Buffer.alloc(importLimitBytes, 0x41)
  expect(importedBytes(most.toString('base64'))).toHaveLength(importLimitBytes)
  const more = Buffer.alloc(importLimitBytes + 1, 0x41)
  expect(() => importedBytes(more.toString('base64'))).toThrow(
    expect.objectContaining({ code: 'source.file-too-large', params: { limitMb: 10 } }),
  )
})
