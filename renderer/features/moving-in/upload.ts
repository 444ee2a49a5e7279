import { largestMove, movePart } from '#shared/contract/moving.ts'
import { api } from '../../api/api.ts'
import { CallFailure } from '../../api/failure.ts'

/** Bytes of one call of `fromCharCode`, which takes only so many arguments. */
const piece = 0x8000

const base64Of = (bytes: Uint8Array): string => {
  let binary = ''
  for (let at = 0; at < bytes.length; at += piece)
    binary += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(binary)
}

/** Hands a file to the backend in parts, so that the counter's calls come in between. */
export const upload = async (file: File): Promise<void> => {
  if (file.size > largestMove) throw new CallFailure({ code: 'moving.too-large', params: {} })
  if (file.size === 0) throw new CallFailure({ code: 'moving.empty', params: {} })
  await api.call('moving.begin', { name: file.name.normalize('NFC').slice(0, 255), size: file.size })
  for (let at = 0; at < file.size; at += movePart) {
    const part = await file
      .slice(at, at + movePart)
      .arrayBuffer()
      .catch(() => {
        throw new CallFailure({ code: 'source.file-unreadable', params: {} })
      })
    await api.call('moving.part', { base64: base64Of(new Uint8Array(part)) })
  }
}
