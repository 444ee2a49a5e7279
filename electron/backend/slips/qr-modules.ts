import createQr from 'qrcode-generator'

/** The QR code of an ASCII text as rows of dark (true) and light modules, error correction M; null when too long. */
export const qrModules = (content: string): boolean[][] | null => {
  const code = createQr(0, 'M')
  code.addData(content, 'Byte')
  try {
    code.make()
  } catch {
    return null
  }
  const places = Array.from({ length: code.getModuleCount() }, (_, place) => place)
  return places.map((row) => places.map((column) => code.isDark(row, column)))
}

/** A printer's column is 12 dots; the code takes up to two fifths of the paper, in modules of 3 to 8 dots. */
export const moduleDots = (modules: number, columns: number): number =>
  Math.min(8, Math.max(3, Math.floor((columns * 12 * 0.4) / modules)))
