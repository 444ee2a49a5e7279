import { describe, expect, it } from 'vitest'
import { source } from '#shared/contract/devices.ts'
import { newSource, type SourceKind } from '../../../renderer/features/devices/device-defaults.ts'
import { draftOf, type SourceDraft, wholeSource } from '../../../renderer/features/devices/source-draft.ts'

const draft = (kind: SourceKind, change: object = {}, typed: Partial<SourceDraft> = {}): SourceDraft => {
  const made = newSource(kind, ' POS ', [])
  return { ...draftOf({ ...made, ...change }), ...typed }
}

describe('a source in its form', () => {
  it.each([
    ['serial', { path: 'COM3' }],
    ['pass-through', { path: 'COM3', printerPath: 'COM4' }],
    ['tcp', {}],
    ['forward', { printerHost: ' 192.168.0.50 ' }],
    ['folder', { folder: ' C:/pos/prints ' }],
    ['simulated', {}],
  ] as const)('a whole %s fits the contract, trimmed', (kind, change) => {
    const whole = wholeSource(draft(kind, change))
    expect(source.safeParse(whole).success).toBe(true)
    expect(JSON.stringify(whole)).not.toMatch(/" | "/)
  })
  it.each([
    ['a port', draft('serial')],
    ['the POS’s port', draft('pass-through', { printerPath: 'COM4' })],
    ['the printer’s port', draft('pass-through', { path: 'COM3' })],
    ['a port number', draft('tcp', {}, { port: '91o0' })],
    ['the printer’s address', draft('forward')],
    ['the printer’s port number', draft('forward', { printerHost: 'x' }, { printerPort: '0' })],
    ['a folder', draft('folder', { folder: '  ' })],
    ['a name', draft('simulated', { name: ' ' })],
  ])('without %s it is not whole', (_, given) => expect(wholeSource(given)).toBeNull())
  it('takes port numbers as they were typed', () => {
    const given = draft('forward', { printerHost: 'x' }, { port: ' 9101 ', printerPort: '9102' })
    expect(wholeSource(given)).toMatchObject({ port: 9101, printerPort: 9102 })
  })
})
