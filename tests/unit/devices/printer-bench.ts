import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { silentLog } from '#backend/devices/device-log.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import type { PrintOutcome } from '#backend/devices/printers/print-job.ts'
import { openPrinterMemory, type PrinterMemory } from '#backend/devices/printers/printer-memory.port.ts'
import { createPrinters, type Printers } from '#backend/devices/printers.service.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { encodeSlip } from '#backend/slips/encode.ts'
import { feed, textBlock } from '#backend/slips/slip-block.ts'
import type { Printer } from '#shared/contract/devices.ts'
import { startTcpTestPrinter, type TestPrinter } from '../../helpers/devices/test-printer.ts'

/** The printers of one test; its printer is called `net`. */
export interface PrinterBench {
  readonly printers: Printers
  /** `connected printer.paper-out`, as the first printer's status says. */
  status(): string
  /** Prints a slip of one line. */
  print(
    text: string,
    options?: { signal?: AbortSignal; starting?: () => void; bytes?: Uint8Array },
  ): Promise<PrintOutcome>
  /** A test printer on a socket, set up. */
  withTcpPrinter(): Promise<TestPrinter>
  /** Cleared up after the test, once the printers are stopped. */
  later(close: () => Promise<unknown>): void
}

export const tcpAt = (port: number): Printer => ({
  id: 'net',
  name: '계산대 프린터',
  enabled: true,
  columns: 42,
  kind: 'tcp',
  host: '127.0.0.1',
  port,
})

export const slipOf = (text: string): Uint8Array => encodeSlip([textBlock(text), feed(2)], 42)

export const printerBench = (memory: PrinterMemory = openPrinterMemory(null)): PrinterBench => {
  const folder = mkdtempSync(join(tmpdir(), 'dangol-printers-'))
  const closing: (() => Promise<unknown>)[] = []
  const printers = createPrinters({
    store: openDeviceStore(join(folder, 'devices.json')),
    clock: systemClock,
    log: silentLog,
    memory,
    onStatus: () => undefined,
    limits: {
      retryMs: 100,
      idleMs: 200,
      lingerMs: 150,
      finishMs: 600,
      unprovenFinishMs: 600,
      holdsMs: 300,
      farewellMs: 300,
      spoolerMs: 200,
    },
  })
  onTestFinished(async () => {
    await printers.stop()
    for (const close of closing) await close()
    rmSync(folder, { recursive: true })
  })
  return {
    printers,
    status() {
      const first = printers.status()[0]
      return `${first?.connection} ${first?.problem?.code ?? ''}`.trim()
    },
    print: (
      text,
      { signal = new AbortController().signal, starting = () => undefined, bytes = slipOf(text) } = {},
    ) => printers.print('net', { bytes, signal, starting }),
    async withTcpPrinter() {
      const printer = await startTcpTestPrinter()
      closing.push(() => printer.close())
      await printers.start()
      await printers.save(tcpAt(printer.port))
      return printer
    },
    later: (close) => void closing.push(close),
  }
}
