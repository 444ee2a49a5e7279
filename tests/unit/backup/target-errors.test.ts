import { expect, it } from 'vitest'
import { targetError } from '#backend/backup/target-errors.ts'

const system = (code: string): Error => Object.assign(new Error(`${code}: write`), { code, syscall: 'write' })

it('puts what the system throws about a stick into a code, also where writing and closing failed both', () => {
  expect(targetError(system('ENOSPC'))).toMatchObject({ code: 'backup.no-space' })
  expect(targetError(system('EIO'))).toMatchObject({ code: 'backup.target-io', params: { reason: 'EIO' } })
  expect(targetError(new AggregateError([system('ENOTCONN'), system('ENOTCONN')], 'both'))).toMatchObject({
    code: 'backup.target-away',
  })
})

it('leaves alone what says nothing about a target', () => {
  const fault = new TypeError('a fault of ours')
  expect(targetError(fault)).toBe(fault)
  expect(targetError(new AggregateError([]))).toBeInstanceOf(Error)
})
