import { useMemo } from 'react'
import { useWords, type Words } from '../../../app/words.ts'
import { type Colours, paperColours, useColours } from './colours.ts'

/** What a picture is drawn with. */
export interface Drawing {
  readonly colours: Colours
  readonly words: Words
}

export const useDrawing = (): Drawing => {
  const words = useWords()
  const colours = useColours()
  return useMemo(() => ({ words, colours }), [words, colours])
}

/** What a picture is drawn with that goes on paper. */
export const usePaperDrawing = (): Drawing => {
  const words = useWords()
  return useMemo(() => ({ words, colours: paperColours() }), [words])
}

/** The place of what the pointer is at, out of what the library tells a tooltip. */
export const indexOf = (given: unknown): number => {
  const first: unknown = Array.isArray(given) ? given[0] : given
  return typeof first === 'object' &&
    first !== null &&
    'dataIndex' in first &&
    typeof first.dataIndex === 'number'
    ? first.dataIndex
    : -1
}
