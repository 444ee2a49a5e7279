/** A line to a printer, whatever it is made of. */
export interface PrinterLine {
  /** Resolves when the system has taken all bytes; rejects when the line broke, some may have gone then. */
  write(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

export interface PrinterLineEvents {
  data(bytes: Uint8Array): void
  /** Once, when the line broke or was closed. */
  gone(): void
}

/** Rejects with a `DangolError` (`printer.away`, `printer.busy`) when the printer cannot be reached. */
export type OpenPrinterLine = (events: PrinterLineEvents) => Promise<PrinterLine>
