import { ArrowRightLeft, Cable, FolderOpen, Network, Route, Store } from 'lucide-react'
import type { Words } from '../../app/words.ts'

/** The ways in which a POS can be listened to. */
export const sourceKinds = (t: Words['t']) =>
  [
    { kind: 'serial', icon: Cable, title: t('guide.pos.serial'), hint: t('guide.pos.serialHint') },
    { kind: 'tcp', icon: Network, title: t('guide.pos.tcp'), hint: t('guide.pos.tcpHint') },
    { kind: 'simulated', icon: Store, title: t('guide.pos.simulated'), hint: t('guide.pos.simulatedHint') },
  ] as const

/** All of them, with those that sit in the line or want more than one thing to be set. */
export const allSourceKinds = (t: Words['t']) => [
  ...sourceKinds(t),
  {
    kind: 'pass-through',
    icon: ArrowRightLeft,
    title: t('pos.passThrough'),
    hint: t('pos.passThroughHint'),
  } as const,
  { kind: 'forward', icon: Route, title: t('pos.forward'), hint: t('pos.forwardHint') } as const,
  { kind: 'folder', icon: FolderOpen, title: t('pos.folder'), hint: t('pos.folderHint') } as const,
]
