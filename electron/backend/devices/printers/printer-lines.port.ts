import { connect } from 'node:net'
import type { Printer } from '#shared/contract/devices.ts'
import { DangolError, type ErrorCode } from '#shared/errors.ts'
import { openSerialLine } from '../serial-line.port.ts'
import { serialProblem } from '../serial-problem.ts'
import type { OpenPrinterLine, PrinterLine } from './printer-line.ts'

const connectLimitMs = 3000
/** A printer that takes no bytes for so long holds the line: it is given up. */
const closeLimitMs = 1000

const printerCodes: Partial<Record<ErrorCode, ErrorCode>> = {
  'source.port-busy': 'printer.busy',
  'source.port-denied': 'printer.port-denied',
}

export const serialPrinterLine =
  (printer: Extract<Printer, { kind: 'serial' }>): OpenPrinterLine =>
  async (events) => {
    const { path, baudRate, parity } = printer
    try {
      return await openSerialLine({ path, baudRate, parity, dataBits: 8, stopBits: 1 }, events)
    } catch (error) {
      const problem = serialProblem(error instanceof Error ? error.message : '', path)
      throw new DangolError(printerCodes[problem.code] ?? 'printer.away', { place: path })
    }
  }

export const tcpPrinterLine =
  (printer: Extract<Printer, { kind: 'tcp' }>): OpenPrinterLine =>
  (events) =>
    new Promise((resolve, reject) => {
      const place = `${printer.host}:${printer.port}`
      const socket = connect({ host: printer.host, port: printer.port, noDelay: true })
      const tooLate = setTimeout(() => socket.destroy(new Error('no answer')), connectLimitMs)
      let open = false
      socket.on('error', () => undefined)
      socket.on('data', (bytes) => events.data(bytes))
      socket.once('connect', () => {
        clearTimeout(tooLate)
        open = true
        resolve(lineOf())
      })
      const closed = new Promise<void>((done) => {
        socket.once('close', () => {
          clearTimeout(tooLate)
          if (open) events.gone()
          else reject(new DangolError('printer.away', { place }))
          done()
        })
      })
      const lineOf = (): PrinterLine => ({
        write: (bytes) =>
          new Promise((done, failed) => {
            const lost = (): void => failed(new Error('printer closed the line'))
            socket.once('close', lost)
            socket.write(bytes, (error) => {
              socket.off('close', lost)
              if (error) failed(error)
              else done()
            })
          }),
        async close() {
          socket.end()
          const force = setTimeout(() => socket.destroy(), closeLimitMs)
          await closed
          clearTimeout(force)
        },
      })
    })
