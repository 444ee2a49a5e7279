import createQr from 'qrcode-generator'

/** The QR code of an ASCII text, error correction M; null when it is too long for one. */
export const drawQr = (text: string): boolean[][] | null => {
  const code = createQr(0, 'M')
  code.addData(text, 'Byte')
  try {
    code.make()
  } catch {
    return null
  }
  const places = Array.from({ length: code.getModuleCount() }, (_, place) => place)
  return places.map((row) => places.map((column) => code.isDark(row, column)))
}
