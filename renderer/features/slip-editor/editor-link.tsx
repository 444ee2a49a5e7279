import { PencilRuler } from 'lucide-react'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'

/** The way to where slips are designed. */
export const EditorLink = () => {
  const { t } = useWords()
  const { go } = useNavigation()
  return (
    <Button look="quiet" className="slip-editor-link" onPress={() => go('slipEditor')}>
      <PencilRuler size={20} aria-hidden="true" />
      {t('slipEdit.open')}
    </Button>
  )
}
