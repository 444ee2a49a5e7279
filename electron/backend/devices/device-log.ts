/** What devices say for the log file. Codes and figures only: never bytes, names of people or phones. */
export interface DeviceLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
}

export const silentLog: DeviceLog = { info: () => undefined, warn: () => undefined }
