/**
 * Prints one picture: it is laid over the page for the printer only, and taken away afterwards.
 * @param png base64.
 */
export const printPicture = async (png: string, words: string): Promise<void> => {
  const sheet = document.createElement('div')
  sheet.className = 'print-only picture-print'
  const image = new Image()
  image.alt = words
  image.src = `data:image/png;base64,${png}`
  sheet.append(image)
  document.body.append(sheet)
  try {
    await image.decode()
    window.print()
  } finally {
    sheet.remove()
  }
}
