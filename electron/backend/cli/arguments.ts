import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './failure.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>

/**
 * A command's arguments by the options it knows (see `node:util` parseArgs).
 *
 * @throws UsageError for an option that is unknown or lacks its value.
 */
export const readArguments = <const T extends Options>(args: readonly string[], options: T): Parsed<T> => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The one file that a command takes. */
export const onlyFile = (files: readonly string[], usage: string): string => {
  const [file, ...more] = files
  if (file === undefined) throw new UsageError(`파일을 적어 주세요 · a file is missing. ${usage}`)
  if (more.length > 0) throw new UsageError(`파일은 하나만 적어 주세요 · one file only. ${usage}`)
  return file
}
