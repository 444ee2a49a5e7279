import { Cable, Network, Store } from 'lucide-react'
import type { Words } from '../../app/words.ts'

/** The ways in which a POS can be listened to. */
export const sourceKinds = (t: Words['t']) =>
  [
    { kind: 'serial', icon: Cable, title: t('guide.pos.serial'), hint: t('guide.pos.serialHint') },
    { kind: 'tcp', icon: Network, title: t('guide.pos.tcp'), hint: t('guide.pos.tcpHint') },
    { kind: 'simulated', icon: Store, title: t('guide.pos.simulated'), hint: t('guide.pos.simulatedHint') },
  ] as const
