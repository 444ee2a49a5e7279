import { X } from 'lucide-react'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useKeys } from '../app/use-keys.ts'
import { useWords } from '../app/words.ts'
import { Button } from './button.tsx'
import './toast.css'

export interface Toast {
  readonly text: string
  readonly detail?: string
  readonly tone?: 'plain' | 'bad'
  /** Undo instead of "are you sure". */
  readonly undo?: () => void
  /** Called when the toast goes without having been undone. */
  readonly onGone?: () => void
  /** Milliseconds; toasts with an undo stay longer. */
  readonly stay?: number
}

interface Toasts {
  readonly show: (toast: Toast) => void
}

const ToastContext = createContext<Toasts>({ show: () => undefined })
export const useToasts = (): Toasts => useContext(ToastContext)

/** One toast at a time, undone by F8 on every page: the latest thing that was done. */
export const ToastProvider = ({ children }: { readonly children: ReactNode }) => {
  const [toast, setToast] = useState<Toast | null>(null)
  const current = useRef<Toast | null>(null)
  const { t } = useWords()

  const swap = useCallback((next: Toast | null, undone = false) => {
    if (!undone) current.current?.onGone?.()
    current.current = next
    setToast(next)
  }, [])
  const undo = useCallback(() => {
    const act = current.current?.undo
    if (act === undefined) return
    swap(null, true)
    act()
  }, [swap])
  useKeys({ F8: undo })
  useEffect(() => {
    if (toast === null) return undefined
    const timer = setTimeout(() => swap(null), toast.stay ?? (toast.undo === undefined ? 5_000 : 12_000))
    return () => clearTimeout(timer)
  }, [toast, swap])

  const value = useMemo(() => ({ show: (next: Toast) => swap(next) }), [swap])
  return (
    <ToastContext value={value}>
      {children}
      <section className="toasts" aria-label={t('common.notices')}>
        <div role="status" aria-live="polite">
          {toast === null ? null : (
            <div className={`toast ${toast.tone ?? 'plain'}`}>
              <span className="toast-text">
                {toast.text}
                {toast.detail === undefined ? null : <small>{toast.detail}</small>}
              </span>
              {toast.undo === undefined ? null : (
                <Button keepFocus keyCap="F8" onPress={undo}>
                  {t('common.undo')}
                </Button>
              )}
              <Button keepFocus look="quiet" label={t('toast.dismiss')} onPress={() => swap(null)}>
                <X size={20} aria-hidden="true" />
              </Button>
            </div>
          )}
        </div>
      </section>
    </ToastContext>
  )
}
