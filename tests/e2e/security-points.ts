/**
 * What keeps a stranger's text, page or program away from the ledger, and where each point is proven:
 * `options`: on the values handed to Electron (tests/unit/main); `behaviour`: in a real page of the built app, in
 * Electron or in the Chromium runtime, by security.spec.ts; `electron`: only where Electron itself runs the same tests
 * (the workflow for Windows, macOS and Linux), because the Chromium runtime does the thing in another way.
 */
export const securityPoints = {
  'no-node-in-page': ['options', 'behaviour'],
  'context-isolation': ['options', 'behaviour', 'electron'],
  'process-sandbox': ['options', 'electron'],
  'inline-script-refused': ['behaviour'],
  'inline-handler-refused': ['behaviour'],
  'eval-refused': ['behaviour'],
  'foreign-script-refused': ['behaviour'],
  'inline-style-refused': ['behaviour'],
  'network-refused': ['behaviour'],
  'frames-refused': ['behaviour'],
  'navigation-refused': ['options', 'behaviour'],
  'window-open-refused': ['options', 'behaviour'],
  'webview-refused': ['options', 'electron'],
  'permissions-refused': ['options', 'behaviour'],
  'devices-refused': ['options', 'electron'],
  'downloads-refused': ['options', 'electron'],
  'bridge-is-two-functions': ['options', 'behaviour'],
  'unknown-names-refused': ['options', 'behaviour'],
  'foreign-sender-refused': ['options', 'behaviour'],
  'path-traversal-refused': ['options', 'behaviour'],
  'single-instance': ['behaviour'],
  'plain-text-keychain-refused': ['options'],
  'backend-apart-and-restarted': ['behaviour'],
  'fuses-of-the-package': ['options', 'electron'],
} as const satisfies Record<string, readonly ('options' | 'behaviour' | 'electron')[]>

type Points = typeof securityPoints

/** The points that security.spec.ts has to show: the types see to it that none is missing. */
export type BehaviourPoint = {
  [P in keyof Points]: 'behaviour' extends Points[P][number] ? P : never
}[keyof Points]
