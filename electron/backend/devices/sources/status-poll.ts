/**
 * Answers to `DLE EOT n` for a POS that believes us to be its printer. Epson's documented byte for "on line,
 * cover closed, paper there, no error" is 12h for each n: bits 1 and 4 are always set, nothing else is.
 */
export const readyAnswer = 0x12

const dle = 0x10
const eot = 0x04

/**
 * Counts the status polls in a stream, also when one is cut in two by a chunk's border. It looks for the three
 * bytes only: a poll is a real-time command, obeyed wherever it stands. Inside a picture's data the same bytes
 * may stand by chance; an answer too many does no harm, a missing one stops the POS.
 */
export const createPollCounter = (): ((bytes: Uint8Array) => number) => {
  let seen = 0
  return (bytes) => {
    let polls = 0
    for (const byte of bytes) {
      if (seen === 2 && byte >= 1 && byte <= 4) {
        polls += 1
        seen = 0
      } else if (seen === 1 && byte === eot) seen = 2
      else seen = byte === dle ? 1 : 0
    }
    return polls
  }
}
