import { useState } from 'react'
import type { SheetName } from '#shared/contract/sheet-filter.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'

/** Phones shown whole for a while, after a reason was given. */
export const usePhones = (sheet: SheetName, refresh: () => void) => {
  const { error } = useWords()
  const toasts = useToasts()
  const [whole, setWhole] = useState(false)
  const told = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (thrown) {
      toasts.show({ text: error(failureOf(thrown)), tone: 'bad' })
    }
  }
  const show = (on: boolean): void => {
    setWhole(on)
    refresh()
  }
  const reveal = (reason: string): Promise<void> =>
    told(async () => {
      const { until } = await api.call('sheets.reveal', { sheet, reason })
      show(true)
      setTimeout(() => show(false), Math.max(0, until - Date.now()))
    })
  const conceal = (): Promise<void> =>
    told(async () => {
      await api.call('sheets.conceal', {})
      show(false)
    })
  return { whole, reveal, conceal }
}
