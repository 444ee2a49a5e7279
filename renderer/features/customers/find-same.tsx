import { UsersRound } from 'lucide-react'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Tool } from '../sheets/toolbar.tsx'

/** From the sheet of customers to the entries that look alike. */
export const FindSame = () => {
  const { t } = useWords()
  const { go } = useNavigation()
  return (
    <Tool label={t('same.open')} onPress={() => go('duplicates')}>
      <UsersRound size={20} aria-hidden="true" />
    </Tool>
  )
}
