import { join } from 'node:path'
import { pino } from 'pino'
import type { Log, LogFields } from './log.ts'
import { redact, redactText } from './redact.ts'
import { openRotatingFile } from './rotating-file.port.ts'

export interface FileLog extends Log {
  close(): void
}

export interface LoggerOptions {
  readonly folder: string
  /** Bytes after which a new file is begun. */
  readonly maxBytes?: number
  /** Old files that are kept beside the one being written. */
  readonly keep?: number
}

/** Writes JSON lines to `folder/dangol.log`. Whatever is passed goes through `redact` first. */
export const createLogger = ({ folder, maxBytes = 2_000_000, keep = 4 }: LoggerOptions): FileLog => {
  const file = openRotatingFile(join(folder, 'dangol.log'), maxBytes, keep)
  const out = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line) => file.write(line) },
  )
  return {
    info: (event, fields) => out.info(clean(fields), redactText(event)),
    warn: (event, fields) => out.warn(clean(fields), redactText(event)),
    error: (event, fields) => out.error(clean(fields), redactText(event)),
    close: () => file.close(),
  }
}

const clean = (fields: LogFields | undefined): object => Object(redact(fields ?? {}))
