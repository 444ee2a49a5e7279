import { isDangolError } from '#shared/errors.ts'

/** The command was called wrongly: exit code 2, and how it is called. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

const byErrno: Readonly<Record<string, string>> = {
  ENOENT: '파일이 없어요 · no such file',
  EISDIR: '파일이 아니라 폴더예요 · is a folder, not a file',
  EACCES: '파일을 열 권한이 없어요 · not allowed to open',
  EPERM: '파일을 열 권한이 없어요 · not allowed to open',
  ENOSPC: '디스크가 가득 찼어요 · the disk is full',
}

const textOf = (error: Error, key: 'code' | 'path'): string => {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : ''
}

/** One line for people about anything that was thrown; never a stack trace. */
export const sentenceOf = (error: unknown): string => {
  if (isDangolError(error)) {
    const params = Object.entries(error.params).map(([key, value]) => ` ${key}=${value}`)
    return error.code + params.join('')
  }
  if (!(error instanceof Error)) return String(error)
  const known = byErrno[textOf(error, 'code')]
  return known === undefined ? error.message : `${known}: ${textOf(error, 'path')}`
}

/** True where the reader of standard output went away (`| head`): no failure of ours. */
export const isReaderGone = (error: unknown): boolean =>
  error instanceof Error && textOf(error, 'code') === 'EPIPE'
