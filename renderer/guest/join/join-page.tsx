import { useState } from 'react'
import type { GuestWord } from '#shared/i18n/ko/guest-screen.ts'
import { BigButton } from '../big-button.tsx'
import { ask } from '../bridge.ts'
import type { Screen } from '../use-screen.ts'
import { useGuestWords } from '../words.tsx'
import { ConsentStep } from './consent-step.tsx'
import type { JoinDraft, JoinView } from './draft.ts'
import { NameStep } from './name-step.tsx'
import { SignStep } from './sign-step.tsx'

const empty: JoinDraft = {
  keys: [],
  byStaff: false,
  required: false,
  ofAge: false,
  marketing: false,
  night: false,
}

const faults: Readonly<Record<string, GuestWord>> = {
  'guest.wording-changed': 'fault.wording',
  'customer.phone-taken': 'fault.taken',
  'guest.too-many': 'fault.staff',
}

const version = (view: JoinView, kind: string): number =>
  view.wordings.find((wording) => wording.kind === kind)?.version ?? 0

const steps = ['name', 'consent', 'sign'] as const

/** Three steps: name, consents, signature. Each can be gone back from, and left. */
export const JoinPage = ({ view, screen }: { readonly view: JoinView; readonly screen: Screen }) => {
  const { t } = useGuestWords()
  const { act, busy, fault } = screen
  const [draft, setDraft] = useState(empty)
  const change = (part: Partial<JoinDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const go = (step: (typeof steps)[number]): void => void act(ask('guest.step', { step }))
  const number = steps.indexOf(view.step) + 1

  const finish = async (name: string | null, drawing: string | null): Promise<void> => {
    if (!draft.required || !draft.ofAge) return go('consent')
    const joined = await act(
      ask('guest.join', {
        name,
        versions: {
          required: version(view, 'required'),
          marketing: version(view, 'marketing'),
          night: version(view, 'night'),
        },
        ofAge: true,
        required: true,
        marketing: draft.marketing,
        night: draft.marketing && draft.night,
        drawing,
      }),
    )
    // Whoever agreed to other words has not agreed to these.
    if (!joined) change({ required: false, marketing: false, night: false })
  }

  return (
    <main className="guest-join">
      <header>
        <h1>{t('join.title')}</h1>
        <p className="guest-soft">{t('join.step', { n: number })}</p>
        <BigButton look="quiet" onPress={() => void act(ask('guest.leave', {}))}>
          {t('join.stop')}
        </BigButton>
      </header>
      {fault === null ? null : (
        <p className="guest-problem" role="alert">
          {t(faults[fault] ?? 'fault.again')}
        </p>
      )}
      {view.step === 'name' ? (
        <NameStep draft={draft} change={change} onNext={() => go('consent')} />
      ) : view.step === 'consent' ? (
        <ConsentStep
          view={view}
          draft={draft}
          change={change}
          onBack={() => go('name')}
          onNext={() => go('sign')}
        />
      ) : (
        <SignStep
          draft={draft}
          draws={view.sign === 'draw'}
          busy={busy}
          onBack={() => go('consent')}
          onDone={(name, drawing) => void finish(name, drawing)}
        />
      )}
    </main>
  )
}
