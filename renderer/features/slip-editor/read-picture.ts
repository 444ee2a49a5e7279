import { pictureLimits } from '#shared/contract/slip-templates.ts'
import { CallFailure } from '../../api/failure.ts'

export interface ReadPicture {
  readonly width: number
  readonly height: number
  /** One byte a dot, 0 black to 255 white, in base64. */
  readonly gray: string
}

/**
 * An image file as greys that the backend keeps, brought down to what fits on paper; what is transparent is white.
 * Throws `slip.picture-wrong` for what is no image.
 */
export const readPicture = async (file: File): Promise<ReadPicture> => {
  const image = await createImageBitmap(file).catch(() => {
    throw new CallFailure({ code: 'slip.picture-wrong', params: {} })
  })
  const part = Math.min(1, pictureLimits.width / image.width, pictureLimits.height / image.height)
  const width = Math.max(8, Math.round(image.width * part))
  const height = Math.max(8, Math.round(image.height * part))
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (context === null) throw new CallFailure({ code: 'slip.picture-wrong', params: {} })
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  let bytes = ''
  for (let at = 0; at < data.length; at += 4) {
    // As bright as eyes see red, green and blue (ITU-R BT.601).
    const bright = (data[at] ?? 0) * 0.299 + (data[at + 1] ?? 0) * 0.587 + (data[at + 2] ?? 0) * 0.114
    bytes += String.fromCharCode(Math.round(bright))
  }
  return { width, height, gray: btoa(bytes) }
}
