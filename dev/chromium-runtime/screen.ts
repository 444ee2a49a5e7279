import { EventEmitter } from 'node:events'

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const displayOf = (id: number, x: number, width: number, height: number) => ({
  id,
  label: `${width} × ${height}`,
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 0, width, height },
  scaleFactor: 1,
  rotation: 0,
  internal: id === 1,
})

type Display = ReturnType<typeof displayOf>

/** `1:1024x768,2:1280x800`, side by side from the left; the first is the primary one. */
const displaysIn = (text: string): Display[] => {
  let x = 0
  return text.split(',').flatMap((part) => {
    const [id = 0, width = 0, height = 0] = part.split(/[:x]/).map(Number)
    if (!(id > 0 && width > 0 && height > 0)) return []
    const display = displayOf(id, x, width, height)
    x += width
    return [display]
  })
}

/** The displays of a PC as `CHROMIUM_RUNTIME_DISPLAYS` says; one of 1024 × 768 otherwise. */
class Screen extends EventEmitter {
  #displays = displaysIn(process.env['CHROMIUM_RUNTIME_DISPLAYS'] ?? '1:1024x768')

  getAllDisplays = (): Display[] => [...this.#displays]
  getPrimaryDisplay = (): Display => this.#displays[0] ?? displayOf(1, 0, 1024, 768)
  getDisplayMatching = ({ x }: Rectangle): Display =>
    this.#displays.find(({ bounds }) => x >= bounds.x && x < bounds.x + bounds.width) ??
    this.getPrimaryDisplay()
  getDisplayNearestPoint = ({ x }: { readonly x: number }): Display =>
    this.getDisplayMatching({ x, y: 0, width: 0, height: 0 })

  /** Only here: displays are plugged in and out. */
  plug(text: string): void {
    const before = this.#displays
    this.#displays = displaysIn(text)
    for (const display of this.#displays)
      if (!before.some(({ id }) => id === display.id)) this.emit('display-added', {}, display)
    for (const display of before)
      if (!this.#displays.some(({ id }) => id === display.id)) this.emit('display-removed', {}, display)
  }
}

export const screen = new Screen()
