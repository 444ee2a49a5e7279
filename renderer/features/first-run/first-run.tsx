import { useState } from 'react'
import type { AppStatus } from '../../api/types.ts'
import { RestoreSteps } from '../backup/restore-steps.tsx'
import { ConfirmStep } from './confirm-step.tsx'
import { DoneStep } from './done-step.tsx'
import './first-run.css'
import { PassphraseStep } from './passphrase-step.tsx'
import { PosStep } from './pos-step.tsx'
import { PrinterStep } from './printer-step.tsx'
import { RecoveryStep } from './recovery-step.tsx'
import { ShopStep } from './shop-step.tsx'
import { firstStep, type Step } from './steps.ts'
import { Welcome } from './welcome.tsx'

/**
 * From nothing to a counter that works. It stays in place while the ledger goes from `none` over
 * `unconfirmed` to `open`, so that the recovery code is at hand until it has been typed back.
 */
const FirstRun = ({ status }: { readonly status: AppStatus }) => {
  const [restoring, setRestoring] = useState(false)
  const [step, go] = useState<Step>(() => firstStep(status.phase))
  const [shopName, setShopName] = useState(status.shopName ?? '')
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null)
  if (restoring) return <RestoreSteps onBack={() => setRestoring(false)} />
  switch (step) {
    case 'welcome':
      return <Welcome onMake={() => go('shop')} onRestore={() => setRestoring(true)} />
    case 'shop':
      return (
        <ShopStep
          name={shopName}
          onChange={setShopName}
          onBack={() => go('welcome')}
          onNext={() => go('passphrase')}
        />
      )
    case 'passphrase':
      return (
        <PassphraseStep
          shopName={shopName}
          onBack={() => go('shop')}
          onMade={(code) => {
            setRecoveryCode(code)
            go('recovery')
          }}
        />
      )
    case 'recovery':
      return (
        <RecoveryStep
          shopName={shopName}
          code={recoveryCode ?? ''}
          onBack={() => go('passphrase')}
          onNext={() => go('confirm')}
        />
      )
    case 'confirm':
      return (
        <ConfirmStep
          resumed={recoveryCode === null}
          onBack={() => go(recoveryCode === null ? 'shop' : 'recovery')}
          onConfirmed={() => {
            setRecoveryCode(null)
            go('pos')
          }}
        />
      )
    case 'pos':
      return <PosStep onNext={() => go('printer')} />
    case 'printer':
      return <PrinterStep onBack={() => go('pos')} onNext={() => go('done')} />
    default:
      return <DoneStep onBack={() => go('printer')} />
  }
}

export default FirstRun
