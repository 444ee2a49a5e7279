import { describe, expect, it } from 'vitest'
import { printer, source } from '#shared/contract/devices.ts'
import {
  baudRates,
  freeId,
  newPrinter,
  newSource,
  portNumber,
} from '../../../renderer/features/devices/device-defaults.ts'

describe('new devices', () => {
  it.each(['tcp', 'simulated'] as const)('a %s source fits the contract as it is', (kind) => {
    expect(source.safeParse(newSource(kind, 'POS', ['pos'])).success).toBe(true)
  })
  it('a serial source and printer want only a port', () => {
    expect(source.safeParse(newSource('serial', 'POS', [])).success).toBe(false)
    expect(source.safeParse({ ...newSource('serial', 'POS', []), path: 'COM3' }).success).toBe(true)
    expect(printer.safeParse({ ...newPrinter('serial', '프린터', []), path: 'COM4' }).success).toBe(true)
  })
  it('a network printer wants an address, one on the screen nothing', () => {
    expect(printer.safeParse(newPrinter('tcp', '프린터', [])).success).toBe(false)
    expect(printer.safeParse({ ...newPrinter('tcp', '프린터', []), host: '192.168.0.9' }).success).toBe(true)
    expect(printer.safeParse(newPrinter('screen', '프린터', [])).success).toBe(true)
  })
  it('takes an id that nobody has', () => {
    expect(freeId('pos', [])).toBe('pos')
    expect(freeId('pos', ['pos', 'pos-2'])).toBe('pos-3')
  })
})

describe('figures', () => {
  it('keeps a speed of its own in the list, in order', () => {
    expect(baudRates(14_400)).toContain(14_400)
    expect([...baudRates(14_400)].sort((a, b) => a - b)).toEqual(baudRates(14_400))
    expect(baudRates(9_600).filter((rate) => rate === 9_600)).toHaveLength(1)
  })
  it.each([
    ['9100', 9_100],
    [' 1 ', 1],
    ['65535', 65_535],
    ['0', null],
    ['65536', null],
    ['9100a', null],
    ['', null],
    ['1e3', null],
  ])('reads the port %j as %j', (text, port) => expect(portNumber(text)).toBe(port))
})
