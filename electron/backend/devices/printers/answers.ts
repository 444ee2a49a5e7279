import {
  beginsAutomaticStatus,
  goesOnAutomaticStatus,
  isFlowControl,
  isStatusByte,
} from './printer-status.ts'

/**
 * What a printer sends back: a status byte, the name of a print that it has finished, a whole automatic status that
 * nobody asked for, or a byte that is nothing of all this.
 */
export type PrinterAnswer =
  | { readonly type: 'status'; readonly byte: number }
  | { readonly type: 'finished'; readonly name: string }
  | { readonly type: 'unasked' }
  | { readonly type: 'noise' }

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

/**
 * Reads answers in any chunking. What nobody asked for (automatic status) is told as such and never taken for an
 * answer; bytes that are nothing of all this are counted as noise.
 */
export const createAnswerReader = (): ((bytes: Uint8Array) => PrinterAnswer[]) => {
  // -1 outside a frame, 0 after 37h, then 1 + the letters so far.
  let place = -1
  let name = ''
  // Bytes of an automatic status that are still to come.
  let unasked = 0
  return (bytes) => {
    const answers: PrinterAnswer[] = []
    const outside = (byte: number): void => {
      if (unasked > 0 && goesOnAutomaticStatus(byte)) {
        unasked -= 1
        if (unasked === 0) answers.push({ type: 'unasked' })
        return
      }
      unasked = 0
      if (byte === frameStart) place = 0
      else if (beginsAutomaticStatus(byte)) unasked = 3
      else answers.push({ type: 'noise' })
    }
    for (const byte of bytes) {
      if (isStatusByte(byte)) answers.push({ type: 'status', byte })
      else if (isFlowControl(byte)) continue
      else if (place < 0) outside(byte)
      else if (place === 0) {
        place = -1
        name = ''
        if (byte === frameKind) place = 1
        else if (byte === frameStart) place = 0
        else outside(byte)
      } else if (place > nameLength) {
        answers.push(byte === 0 ? { type: 'finished', name } : { type: 'noise' })
        place = -1
      } else {
        name += String.fromCharCode(byte)
        place += 1
      }
    }
    return answers
  }
}
