import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog } from '#backend/devices/device-log.ts'
import { importLimitBytes } from '#backend/devices/sources/file-import.ts'
import { openFolderMemory } from '#backend/devices/sources/folder-memory.port.ts'
import { runFolderSource } from '#backend/devices/sources/folder-source.port.ts'
import type { RunningSource } from '#backend/devices/sources/source.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { until } from '../../helpers/devices/until.ts'
import { createWatch, type Watch } from './source-watch.ts'

let root = ''
let folder = ''
let notes = ''
let watch: Watch
let running: RunningSource | null = null
const warned: Readonly<Record<string, unknown>>[] = []

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dangol-folder-'))
  folder = join(root, 'prints')
  notes = join(root, 'notes', 'pos.read')
  mkdirSync(folder)
  watch = createWatch()
  warned.length = 0
})
afterEach(async () => {
  await running?.stop()
  running = null
  rmSync(root, { recursive: true })
})

const start = (): void => {
  running = runFolderSource(
    { id: 'drop', name: 'POS', enabled: true, encoding: 'cp949', idleGapMs: 700, kind: 'folder', folder },
    watch,
    {
      clock: systemClock,
      log: { ...silentLog, warn: (fields) => warned.push(fields) },
      memory: () => openFolderMemory(notes),
      lookMs: 20,
    },
  )
}
const restart = async (): Promise<void> => {
  await running?.stop()
  watch = createWatch()
  start()
}
const put = (name: string, text: string | Uint8Array, at?: number): void => {
  writeFileSync(join(folder, name), text)
  if (at !== undefined) utimesSync(join(folder, name), at, at)
}
const texts = (): string[] =>
  [...watch.streams.values()].map(({ bytes }) => Buffer.concat(bytes).toString('latin1'))
/** A file that is put last and read: everything before it had its turn. */
const settle = async (): Promise<void> => {
  const mark = `mark-${watch.streams.size}-${process.hrtime.bigint()}`
  put(mark, mark)
  await until('the mark', () => texts().includes(mark))
  rmSync(join(folder, mark))
}
const read = (): string[] => texts().filter((text) => !text.startsWith('mark-'))

test('files are read once each, oldest first, each as a stream that ends, and stay where they are', async () => {
  put('b.prn', 'second', 2_000)
  put('a.prn', 'third', 3_000)
  put('c.prn', 'first', 1_000)
  start()
  await until('all three', () => read().length === 3)
  await settle()
  expect(read()).toEqual(['first', 'second', 'third'])
  expect([...watch.streams.values()].every((stream) => stream.closed)).toBe(true)
  expect(readdirSync(folder).sort()).toEqual(['a.prn', 'b.prn', 'c.prn'])
  expect(watch.last()).toBe('connected')
})

test('what was read is not read again after a restart; what came meanwhile is', async () => {
  put('a.prn', 'before')
  start()
  await until('the first', () => read().length === 1)
  await running?.stop()
  put('b.prn', 'meanwhile')
  await restart()
  await settle()
  expect(read()).toEqual(['meanwhile'])
})

test('a file that still grows waits until it is whole', async () => {
  start()
  put('a.prn', '')
  for (let part = 1; part <= 8; part += 1) {
    const looks = watch.states.length
    appendFileSync(join(folder, 'a.prn'), `part ${part};`)
    await until('a moment', () => watch.states.length > looks)
    utimesSync(join(folder, 'a.prn'), part, part)
  }
  await until('the whole', () => read().at(-1)?.endsWith('part 8;') === true)
  await settle()
  expect(read().at(-1)).toBe('part 1;part 2;part 3;part 4;part 5;part 6;part 7;part 8;')
})

test('the same name printed over and over is a print each time; a rounded time is not', async () => {
  put('receipt.prn', 'one', 100)
  start()
  await until('one', () => read().length === 1)
  put('receipt.prn', 'two', 200)
  await until('two', () => read().length === 2)
  put('receipt.prn', 'two', 300)
  await until('an equal one, a minute later', () => read().length === 3)
  utimesSync(join(folder, 'receipt.prn'), 301, 301)
  await settle()
  expect(read()).toEqual(['one', 'two', 'two'])
})

test('unfinished files, hidden files and folders are left alone; a finished one is taken', async () => {
  put('a.tmp', 'unfinished')
  put('.b', 'hidden')
  mkdirSync(join(folder, 'older'))
  start()
  await settle()
  expect(read()).toEqual([])
  renameSync(join(folder, 'a.tmp'), join(folder, 'a.prn'))
  await until('the finished one', () => read().length === 1)
})

test('a file that is too large is told once and does not stop the others', async () => {
  put('huge.prn', new Uint8Array(importLimitBytes + 1))
  put('a.prn', 'small')
  start()
  await until('the small one', () => read().length === 1)
  await settle()
  expect(warned).toHaveLength(1)
})

test('a folder that is away is told, and read when it is there', async () => {
  rmSync(folder, { recursive: true })
  start()
  await until('the absence', () => watch.last() === 'away source.folder-away')
  mkdirSync(folder)
  put('a.prn', 'back')
  await until('the file', () => read().length === 1)
  expect(watch.last()).toBe('connected')
})

test('notes that a crash cut off lose one file at most, and names do not stand in them', async () => {
  put('010-0000-1234.prn', 'one', 100)
  start()
  await until('one', () => read().length === 1)
  await until('the note', () => readFileSync(notes, 'latin1').endsWith('\n'))
  await running?.stop()
  expect(readFileSync(notes, 'latin1')).not.toContain('1234.prn')
  appendFileSync(notes, '0123abc 12')
  put('b.prn', 'two', 200)
  await restart()
  await until('two', () => read().length === 1)
  await settle()
  expect(read()).toEqual(['two'])
  await restart()
  await settle()
  expect(read()).toEqual([])
})
