import type { Step } from './step.ts'

/** A command of the table: its name as manuals write it, and its parameters (null: none). */
export interface Command {
  readonly name: string
  readonly parameters: Step | null
}

/** Two bytes that need a third one to be a command: `GS ( k`, `GS v 0`. */
export interface Family {
  /** How a stream that ends after the two bytes is named. */
  readonly name: string
  readonly third: (byte: number) => Command | undefined
}

/** What may follow ESC, GS, FS or DLE, by the second byte. */
export type CommandSet = readonly (Command | Family | undefined)[]

export const isFamily = (entry: Command | Family): entry is Family => 'third' in entry

/** The byte of a key such as `@`, `SP` or `FF`. */
const byteOf = (key: string): number => {
  const named: Record<string, number> = { SP: 0x20, FF: 0x0c, EOT: 0x04, ENQ: 0x05, DC4: 0x14 }
  return named[key] ?? key.charCodeAt(0)
}

/**
 * The very string that a literal of the same letters is. Every token's type is compared with many names, and two
 * strings of one length that were not made one are compared letter by letter.
 */
const literal = (name: string): string => Object.keys({ [name]: 0 })[0] ?? name

/** A set under construction; keys are separated by blanks, as in the manuals' lists. */
export const commandSet = (
  lead: string,
  rows: readonly (readonly [keys: string, parameters: Step | null])[],
  families: Readonly<Record<string, (name: string) => Family>> = {},
): CommandSet => {
  const set = Array.from<Command | Family | undefined>({ length: 256 })
  for (const [keys, parameters] of rows) {
    for (const key of keys.split(' ')) set[byteOf(key)] = { name: literal(`${lead} ${key}`), parameters }
  }
  for (const [key, family] of Object.entries(families)) set[byteOf(key)] = family(literal(`${lead} ${key}`))
  return set
}

/** A family with one member, `GS v 0`. */
export const only =
  (third: string, parameters: Step) =>
  (name: string): Family => {
    const command = { name: literal(`${name} ${third}`), parameters }
    return { name: command.name, third: (byte) => (byte === third.charCodeAt(0) ? command : undefined) }
  }

/** A family whose members are any printable character, each with the same parameters: `GS ( k`. */
export const anyPrintable =
  (parameters: Step) =>
  (name: string): Family => {
    const members = Array.from({ length: 256 }, (_, byte): Command | undefined =>
      byte > 0x20 && byte < 0x7f
        ? { name: literal(`${name} ${String.fromCharCode(byte)}`), parameters }
        : undefined,
    )
    return { name, third: (byte) => members[byte] }
  }
