import { Cable, Monitor, Network, Printer } from 'lucide-react'
import type { Words } from '../../app/words.ts'

/** The ways in which a slip can be printed. */
export const printerKinds = (t: Words['t']) =>
  [
    { kind: 'screen', icon: Monitor, title: t('guide.printer.screen'), hint: t('guide.printer.screenHint') },
    { kind: 'serial', icon: Cable, title: t('guide.printer.serial'), hint: t('guide.printer.serialHint') },
    { kind: 'tcp', icon: Network, title: t('guide.printer.tcp'), hint: t('guide.printer.tcpHint') },
    {
      kind: 'spooler',
      icon: Printer,
      title: t('printer.kind.spooler'),
      hint: t('printer.kind.spoolerHint'),
    },
  ] as const
