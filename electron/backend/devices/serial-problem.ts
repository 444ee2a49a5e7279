import type { SourceStatus } from '#shared/contract/devices.ts'

type Problem = NonNullable<SourceStatus['problem']>

/**
 * What a failed opening means to the shop. The words come from the serial driver: Linux and macOS give strerror
 * texts, `Cannot lock port` when another program holds the lock; Windows answers `Access denied` for a port
 * that another program has open, and `File not found` for one that is not there.
 */
export const serialProblem = (message: string, path: string): Problem => {
  const params = { path }
  if (/cannot lock port|resource busy|resource temporarily unavailable|access denied/i.test(message)) {
    return { code: 'source.port-busy', params }
  }
  if (/permission denied|operation not permitted/i.test(message))
    return { code: 'source.port-denied', params }
  return { code: 'source.port-away', params }
}
