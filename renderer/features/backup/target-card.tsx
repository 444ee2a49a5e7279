import { Folder, Usb } from 'lucide-react'
import type { CallOutput } from '#shared/contract/index.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { sizeText } from './backup-words.ts'

export type Target = CallOutput<'backup.targets'>[number]

/** A place for copies: what it is, whether there is room, and the one button. */
export const TargetCard = ({
  target,
  shown,
  isFirst,
  isBusy,
  onRun,
  onShow,
}: {
  readonly target: Target
  readonly shown: boolean
  readonly isFirst: boolean
  readonly isBusy: boolean
  readonly onRun: () => void
  readonly onShow: () => void
}) => {
  const { t } = useWords()
  const { name, kind, path, fileSystem, freeBytes, fits } = target
  const Icon = kind === 'stick' ? Usb : Folder
  const away = freeBytes === null
  const room = away ? t('backup.away') : t('backup.free', { size: sizeText(freeBytes) })
  return (
    <li className="backup-target">
      <Icon size={28} aria-hidden="true" />
      <div className="backup-target-text">
        <strong>{name}</strong>
        <span>
          {[t(`backup.kind.${kind}`), fileSystem, room].filter((word) => word !== null).join(' · ')}
          {away || fits ? null : <em>{t('backup.tooSmall')}</em>}
        </span>
        <code>{path}</code>
      </div>
      <Button look="quiet" isDisabled={away || shown} onPress={onShow}>
        {t('backup.show')}
      </Button>
      <Button look={isFirst ? 'primary' : 'plain'} isDisabled={isBusy || !fits} onPress={onRun}>
        {t('backup.now')}
      </Button>
    </li>
  )
}
