import { describe, expect, it } from 'vitest'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { businessDate } from '#shared/dates.ts'
import { dialPos, listeningSource, passphrase, startLab, startOpenLab } from '../helpers/backend-lab.ts'
import { startTcpTestPrinter } from '../helpers/devices/test-printer.ts'
import { until } from '../helpers/devices/until.ts'
import { filesBelow } from '../helpers/ledger-lab.ts'

const person = {
  name: '김영희',
  phone: '010-0000-5678',
  memo: '얼음 적게',
  consent: { required: true, marketing: false },
} as const

describe('the main path', () => {
  it('takes a receipt from the POS cable to a customer and a slip on paper', async () => {
    const lab = await startOpenLab()
    const printer = await startTcpTestPrinter()
    await lab.call('printers.save', {
      id: 'slip',
      name: '전표 프린터',
      enabled: true,
      columns: 42,
      kind: 'tcp',
      host: '127.0.0.1',
      port: printer.port,
    })
    // The cut ends the paper: nobody waits for half a minute of silence.
    const pos = await dialPos(await listeningSource(lab, 30_000))
    const till = createTill({ seed: 7, returns: 0 })

    const print = till.next(Date.now())
    await pos.send(print.bytes)
    const [arrived] = await lab.toldTimes('receipt.arrived', 1)
    expect(arrived).toMatchObject({ kind: 'sale', total: print.sale.total, customer: null, pointsGiven: 0 })
    expect(arrived?.lines.map((line) => line.name)).toEqual(print.sale.lines.map((line) => line.item.name))

    const { customerId } = await lab.call('customers.join', person)
    const [match] = await lab.call('customers.search', { query: '5678' })
    expect(match).toMatchObject({ id: customerId, name: '김영희', maskedPhone: '****-5678' })
    const receiptId = arrived?.id ?? 0
    const points = Math.floor(print.sale.total / 100)
    const attached = await lab.call('counter.attach', { receiptId, customerId, print: true })
    expect(attached).toMatchObject({ pointsGiven: points, balance: points })

    await until('the slip is printed', () => printer.slips().length === 1)
    const slip = (printer.slips()[0] ?? []).join('\n')
    expect(slip).toContain('시험가게')
    expect(slip).toContain('김*희')
    expect(slip).not.toContain('김영희')
    expect(slip).toContain(points.toLocaleString('ko-KR'))
    await lab.toldTimes('slip.printed', 1)

    expect(await lab.call('customers.card', { customerId })).toMatchObject({
      visits: 1,
      spend: print.sale.total,
      points,
      lastVisit: businessDate(Date.now()),
    })
    expect(await lab.call('counter.today', {})).toEqual({
      receipts: 1,
      net: print.sale.total,
      attached: 1,
      review: 0,
    })
    // The same key again gives nothing twice and prints nothing twice.
    expect(await lab.call('counter.attach', { receiptId, customerId, print: true })).toMatchObject({
      pointsGiven: points,
      slip: { id: attached.slip?.id },
    })

    // A refund over the same line takes the points back by itself.
    const refund = till.again(print.sale, 'refund', Date.now())
    await pos.send(refund.bytes)
    await lab.toldTimes('receipt.arrived', 2)
    expect(await lab.call('customers.card', { customerId })).toMatchObject({ points: 0, spend: 0, visits: 0 })

    await pos.hangUp()
    await printer.close()
    await lab.close()
    // Nobody's name or number lies anywhere in plain text: ledger, journal, settings, logs.
    const files = filesBelow(lab.folder)
    expect(files.some(({ path }) => path.endsWith('dangol.log'))).toBe(true)
    for (const secret of ['김영희', '01000005678', '0000-5678', '얼음 적게']) {
      const leaking = files.filter(({ bytes }) => bytes.includes(Buffer.from(secret)))
      expect({ secret, leaking: leaking.map(({ path }) => path) }).toEqual({ secret, leaking: [] })
    }
  })

  it('gives the next receipt to the customer who waits for it, also after a restart', async () => {
    const first = await startOpenLab()
    await first.call('printers.save', {
      id: 'screen',
      name: '화면',
      enabled: true,
      columns: 42,
      kind: 'screen',
    })
    const port = await listeningSource(first)
    const { customerId } = await first.call('customers.join', person)
    await first.call('counter.takeNext', { customerId, print: true })
    await first.close()

    const lab = await startLabAgain(first.folder)
    expect(await lab.call('counter.waiting', {})).toMatchObject({ customerId, name: '김영희' })
    const pos = await dialPos(port)
    const print = createTill({ seed: 8, returns: 0 }).next(Date.now())
    await pos.send(print.bytes)
    const [attached] = await lab.toldTimes('counter.attached', 1)
    expect(attached).toMatchObject({ customerId, pointsGiven: Math.floor(print.sale.total / 100) })
    expect(attached?.slip).not.toBeNull()
    expect(await lab.call('counter.waiting', {})).toBeNull()
    // The one after it is nobody's.
    await pos.send(createTill({ seed: 9, returns: 0, firstNumber: 50 }).next(Date.now()).bytes)
    const arrived = await lab.toldTimes('receipt.arrived', 2)
    expect(arrived[1]?.customer).toBeNull()
    const slips = await lab.call('slips.recent', { limit: 5 })
    expect(slips).toHaveLength(1)
    expect(slips[0]?.svg).toContain('<svg')
    await pos.hangUp()
  })
})

const startLabAgain = async (folder: string) => {
  const lab = await startLab({ folder })
  await lab.call('ledger.unlock', { passphrase })
  return lab
}
