import { isStatusByte } from './printer-status.ts'

/** What a printer sends back: a status byte, or the name of a print that it has finished. */
export type PrinterAnswer =
  | { readonly type: 'status'; readonly byte: number }
  | { readonly type: 'finished'; readonly name: string }

const frameStart = 0x37
const frameKind = 0x22
const nameLength = 4
/** A to O: none of these letters looks like a status byte, so that one may arrive within a frame. */
const letters = 15
const firstLetter = 0x41

/** The four letters by which a print is asked for and reported; they repeat after 50,625 prints. */
export const printName = (count: number): string => {
  let rest = count
  let name = ''
  for (let place = 0; place < nameLength; place += 1) {
    name += String.fromCharCode(firstLetter + (rest % letters))
    rest = Math.floor(rest / letters)
  }
  return name
}

/** `GS ( H` function 48: the printer sends the name back when it has printed everything before it. */
export const finishQuestion = (name: string): Uint8Array =>
  Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(name, 'latin1'))

/** Reads answers in any chunking; bytes that are neither (flow control, other reports) are passed over. */
export const createAnswerReader = (): ((bytes: Uint8Array) => PrinterAnswer[]) => {
  // -1 outside a frame, 0 after 37h, then 1 + the letters so far.
  let place = -1
  let name = ''
  return (bytes) => {
    const answers: PrinterAnswer[] = []
    for (const byte of bytes) {
      if (isStatusByte(byte)) answers.push({ type: 'status', byte })
      else if (byte === frameStart && place < 1) place = 0
      else if (place === 0) {
        place = byte === frameKind ? 1 : -1
        name = ''
      } else if (place > nameLength) {
        if (byte === 0) answers.push({ type: 'finished', name })
        place = -1
      } else if (place > 0) {
        name += String.fromCharCode(byte)
        place += 1
      }
    }
    return answers
  }
}
