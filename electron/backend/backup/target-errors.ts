import { DangolError, type ErrorCode, isDangolError } from '#shared/errors.ts'

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'backup.no-space',
  EDQUOT: 'backup.no-space',
  EFBIG: 'backup.file-too-large',
  EROFS: 'backup.target-read-only',
  EACCES: 'backup.target-read-only',
  EPERM: 'backup.target-read-only',
  ENOENT: 'backup.target-away',
  ENOTDIR: 'backup.target-away',
  ENODEV: 'backup.target-away',
  ENXIO: 'backup.target-away',
  ENOTCONN: 'backup.target-away',
  ESTALE: 'backup.target-away',
}

/** Puts what the system threw about a target into a code; paths stay out of it. */
export const targetError = (error: unknown): unknown => {
  if (isDangolError(error)) return error
  // Writing failed and closing after it as well: the first one says why.
  if (error instanceof AggregateError) return targetError(error.errors[0] ?? new Error(error.message))
  if (!(error instanceof Error)) return error
  if (error.name === 'AbortError') return new DangolError('backup.cancelled')
  if (!('syscall' in error) || !('code' in error)) return error
  const reason = String(error.code)
  return new DangolError(codes[reason] ?? 'backup.target-io', { reason }, { cause: error })
}

/** Runs `work`; what a target throws leaves as a `DangolError`. */
export const onTarget = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw targetError(error)
  }
}
