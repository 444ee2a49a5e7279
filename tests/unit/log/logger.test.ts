import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '#backend/platform/log/logger.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dangol-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const written = (): string => readFileSync(join(folder, 'dangol.log'), 'utf8')

describe('createLogger', () => {
  it('writes one JSON line an event, without names, phones or cards', () => {
    const log = createLogger({ folder })
    log.info('customer.joined', { name: '김영희', phone: '010-1234-5678', id: 3 })
    log.warn('call from +82 10 1234 5678', { note: 'card 1234-5678-9012-3456' })
    log.error('ingest.failed', { error: new Error('01012345678 broke it') })
    log.close()
    const lines = written().trim().split('\n')
    expect(lines).toHaveLength(3)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'customer.joined', id: 3 })
    for (const secret of ['김영희', '1234-5678', '01012345678', '1234 5678'])
      expect(written()).not.toContain(secret)
  })

  it('goes over to a new file by size and keeps a bounded number', () => {
    const log = createLogger({ folder, maxBytes: 1_000, keep: 2 })
    for (let number = 0; number < 100; number += 1) log.info('event', { number })
    log.close()
    expect(readdirSync(folder).sort()).toEqual(['dangol.log', 'dangol.log.1', 'dangol.log.2'])
    for (const file of readdirSync(folder))
      expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(1_000)
    expect(written()).toContain('"number":99')
  })

  it('never stops the counter when it cannot write', () => {
    const blocked = join(folder, 'a-file')
    writeFileSync(blocked, '')
    const log = createLogger({ folder: join(blocked, 'logs') })
    expect(() => log.error('x', { a: 1 })).not.toThrow()
    log.close()
  })
})
