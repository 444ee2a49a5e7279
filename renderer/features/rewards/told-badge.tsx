import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'

/** Whether somebody has been told that something of theirs ends. */
export const ToldBadge = ({ told }: { readonly told: boolean }) => {
  const { t } = useWords()
  return <Badge tone={told ? 'green' : 'plain'}>{t(told ? 'notices.toldYes' : 'notices.toldNo')}</Badge>
}
