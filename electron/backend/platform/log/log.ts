/** Facts beside an event: figures, codes and device names. Personal data is redacted, and does not belong here. */
export type LogFields = Readonly<Record<string, unknown>>

/** The backend's journal of what happened. `event` is a short constant name such as `source.opened`. */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  /** Put the thrown value under `error`: its code, message and stack go to the file, redacted. */
  error(event: string, fields?: LogFields): void
}

/** For tests and commands that keep no log. */
export const silentLog: Log = { info() {}, warn() {}, error() {} }
