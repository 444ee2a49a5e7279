import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SerialLine } from '#backend/devices/serial-line.port.ts'
import { relayModemLines } from '#backend/devices/sources/modem-lines.port.ts'
import { createModemRelay, type HeardLines, type SaidLines } from '#backend/devices/sources/modem-relay.ts'
import { until } from '../../helpers/devices/until.ts'

const up: HeardLines = { cts: true, dsr: true }
const down: HeardLines = { cts: false, dsr: false }

describe('control lines of a passed-through cable', () => {
  it('cross: what the printer raises the POS hears, and the other way round', () => {
    const relay = createModemRelay()
    expect(relay.crossed(up, up)).toEqual({
      pos: { rts: true, dtr: true },
      printer: { rts: true, dtr: true },
    })
    expect(relay.crossed(up, { cts: false, dsr: true }).pos).toEqual({ rts: false, dtr: true })
    expect(relay.crossed({ cts: true, dsr: false }, up).printer).toEqual({ rts: true, dtr: false })
  })

  it('count only from when they were first up: a cable of three wires holds nobody up', () => {
    const relay = createModemRelay()
    for (let look = 0; look < 5; look += 1)
      expect(relay.crossed(down, down).pos).toEqual({ rts: true, dtr: true })
    expect(relay.crossed(down, { cts: true, dsr: false }).pos).toEqual({ rts: true, dtr: true })
    expect(relay.crossed(down, down).pos).toEqual({ rts: false, dtr: true })
  })

  it('leave alone what is not known', () => {
    expect(createModemRelay().crossed(null, up)).toMatchObject({ printer: null })
  })

  it('are never lowered for a line that never was up, whatever is heard', () => {
    const heard = fc.record({ cts: fc.boolean(), dsr: fc.boolean() })
    fc.assert(
      fc.property(fc.array(heard, { maxLength: 20 }), (all) => {
        const relay = createModemRelay()
        let [cts, dsr] = [false, false]
        for (const lines of all) {
          cts ||= lines.cts
          dsr ||= lines.dsr
          expect(relay.crossed(null, lines).pos).toEqual({
            rts: lines.cts || !cts,
            dtr: lines.dsr || !dsr,
          })
        }
      }),
    )
  })
})

/** An end whose lines are pulled by hand; only what the relay uses of it. */
const end = () => {
  const state: { heard: HeardLines | null; said: SaidLines; asked: number } = {
    heard: up,
    said: { rts: true, dtr: true },
    asked: 0,
  }
  const line: SerialLine = {
    write: () => Promise.resolve(),
    pass: (_bytes, taken) => taken(),
    hold: () => undefined,
    close: () => Promise.resolve(),
    heard() {
      state.asked += 1
      return Promise.resolve(state.heard)
    },
    say(said) {
      state.said = said
    },
  }
  return { line, state }
}

describe('looking at the lines', () => {
  it('follows them until it is stopped', async () => {
    const [pos, printer] = [end(), end()]
    const relay = relayModemLines(pos.line, printer.line)
    await until('a first look', () => printer.state.asked > 1)
    printer.state.heard = { cts: false, dsr: true }
    await until('the POS to be held', () => !pos.state.said.rts)
    expect(pos.state.said.dtr).toBe(true)
    printer.state.heard = up
    await until('the POS to go on', () => pos.state.said.rts)
    relay.stop()
    const { asked } = pos.state
    printer.state.heard = down
    await until('nothing more', () => pos.state.asked <= asked + 1)
    expect(pos.state.said).toEqual({ rts: true, dtr: true })
  })

  it('ends where ports have no such lines', async () => {
    const [pos, printer] = [end(), end()]
    pos.state.heard = null
    printer.state.heard = null
    relayModemLines(pos.line, printer.line)
    await until('one look', () => pos.state.asked > 0)
    expect(pos.state.asked).toBe(1)
  })
})
