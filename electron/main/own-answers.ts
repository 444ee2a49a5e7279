import type { App } from 'electron'
import { fail, ok, type Result } from '#shared/result.ts'
import type { ClipboardCare } from './clipboard-care.ts'
import type { GuestWindow } from './guest-window.ts'
import type { OwnAnswers } from './ipc-bridge.ts'
import { startsWithPc } from './login-item.ts'
import { printPage } from './paper.ts'

export interface OwnParts {
  readonly care: Pick<ClipboardCare, 'copied'>
  readonly app: Pick<App, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>
  readonly platform: NodeJS.Platform
  readonly guest: Pick<GuestWindow, 'displays'>
  readonly chooseFolder: () => Promise<Result<{ path: string | null }>>
}

/** The few methods that only main can answer. No zod here: each looks at the one field it takes. */
export const ownAnswers = ({ care, app, platform, guest, chooseFolder }: OwnParts): OwnAnswers => ({
  'app.copied': () => {
    care.copied()
    return ok({})
  },
  'app.chooseFolder': () => chooseFolder(),
  'guest.displays': () => ok({ displays: guest.displays() }),
  'app.startsWithPc': (input) => {
    const on = typeof input === 'object' && input !== null && 'on' in input ? input.on : undefined
    if (on !== null && typeof on !== 'boolean') return fail('call.bad-input', { field: 'on' })
    return ok({ on: startsWithPc(app, platform, on) })
  },
  'labels.print': (_input, page) => printPage(page),
})
