import { CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FailureDetail } from '#shared/result.ts'
import { useWords } from '../app/words.ts'
import './notice.css'

const icons = { bad: TriangleAlert, warn: TriangleAlert, good: CircleCheck, plain: Info }

/** A sentence that matters, with a shape beside its colour. */
export const Notice = ({
  tone = 'plain',
  role,
  children,
}: {
  readonly tone?: keyof typeof icons
  readonly role?: 'alert' | 'status'
  readonly children: ReactNode
}) => {
  const Icon = icons[tone]
  return (
    <div className={`notice ${tone}`} role={role}>
      <Icon size={22} aria-hidden="true" />
      <div>{children}</div>
    </div>
  )
}

/** What went wrong, in words; the code small beneath, for the phone call. */
export const FailureNotice = ({ failure }: { readonly failure: FailureDetail }) => {
  const { t, error } = useWords()
  return (
    <Notice tone="bad" role="alert">
      {error(failure)}
      <span className="notice-code">{t('common.code', { code: failure.code })}</span>
    </Notice>
  )
}
