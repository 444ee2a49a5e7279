import type { ECElementEvent, EChartsType } from 'echarts/core'
import { useEffect, useRef } from 'react'
import { init, type PictureOption } from './echarts.ts'

/** A part of a picture that was pressed. */
export interface Picked {
  readonly series: number
  readonly index: number
  /** Of a flow: whether it is a stream (`edge`) or one of its ends. */
  readonly kind: string | undefined
  /** What the option gave for it. */
  readonly data: unknown
}

export interface ChartProps {
  readonly option: PictureOption
  /** What the picture says, in a sentence, for those who do not see it. */
  readonly label: string
  readonly tall?: boolean
  readonly onPick?: (picked: Picked) => void
}

const pickedOf = (event: ECElementEvent): Picked => ({
  series: event.seriesIndex ?? 0,
  index: event.dataIndex,
  kind: event.dataType,
  data: event.data,
})

/** One drawing on a canvas; sharp enough to be printed. */
export const Chart = ({ option, label, tall = false, onPick }: ChartProps) => {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  }, [onPick])
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const made = init(element, null, { renderer: 'canvas', devicePixelRatio: Math.max(2, devicePixelRatio) })
    chart.current = made
    made.on('click', (event) => pick.current?.(pickedOf(event)))
    const sizes = new ResizeObserver(() => made.resize())
    sizes.observe(element)
    return () => {
      sizes.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])
  return (
    <div
      ref={place}
      className={`chart ${tall ? 'tall' : ''} ${onPick === undefined ? '' : 'pressable'}`}
      role="img"
      aria-label={label}
    />
  )
}
