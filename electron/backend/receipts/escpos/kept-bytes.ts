/** The bytes of a token that began in an earlier chunk; past `limit` they are counted elsewhere, not kept. */
export interface KeptBytes {
  add(bytes: Uint8Array, from: number, to: number): void
  /** Everything kept so far, as a copy of its own; empty afterwards. */
  take(): Uint8Array
}

const firstRoom = 256

export const createKeptBytes = (limit: number): KeptBytes => {
  let room = new Uint8Array(0)
  let length = 0
  return {
    add(bytes, from, to) {
      const count = Math.min(to - from, limit - length)
      if (count <= 0) return
      if (length + count > room.length) {
        const wider = new Uint8Array(Math.min(limit, Math.max(firstRoom, room.length * 2, length + count)))
        wider.set(room.subarray(0, length))
        room = wider
      }
      room.set(bytes.subarray(from, from + count), length)
      length += count
    },
    take() {
      const taken = room.slice(0, length)
      length = 0
      if (room.length > firstRoom) room = new Uint8Array(0)
      return taken
    },
  }
}
