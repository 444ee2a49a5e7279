import { CallFailure } from '../../api/failure.ts'

/** As large as the guest's screen shows it. */
const most = { width: 1_280, height: 800 }
/** What the backend takes, with room. */
const mostLetters = 1_300_000
const largest = 30_000_000

const bad = (): CallFailure => new CallFailure({ code: 'guest.bad-picture', params: {} })

const drawn = (image: ImageBitmap): HTMLCanvasElement => {
  const scale = Math.min(1, Math.max(most.width / image.width, most.height / image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.width * scale))
  canvas.height = Math.max(1, Math.round(image.height * scale))
  const pen = canvas.getContext('2d')
  if (pen === null) throw bad()
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

/**
 * A picture as `data:` of a JPEG, at most as large as the screen shows it. It is drawn anew, so that nothing but what is
 * seen is kept: cameras write down where they were. Throws `guest.bad-picture`.
 */
export const pictureOf = async (file: File): Promise<string> => {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size > largest) throw bad()
  const image = await createImageBitmap(file).catch(() => {
    throw bad()
  })
  const canvas = drawn(image)
  image.close()
  for (const quality of [0.88, 0.75, 0.6, 0.4]) {
    const text = canvas.toDataURL('image/jpeg', quality)
    if (text.length <= mostLetters) return text
  }
  throw bad()
}
