/**
 * What keeps a stranger's text, page or program away from the ledger, and where each point is proven:
 * `options`: on the values handed to Electron (tests/unit/main); `behaviour`: in a real page of the built app, in
 * Electron or in the Chromium runtime, by security.spec.ts; `electron`: only where Electron itself runs the same tests
 * (the workflow for Windows, macOS and Linux), because the Chromium runtime does the thing in another way.
 */
export const securityPoints = {
  'no-node-in-page': ['options', 'behaviour'],
  'context-isolation': ['options', 'behaviour', 'electron'],
  'process-sandbox': ['options', 'behaviour', 'electron'],
  'web-security-kept': ['options', 'behaviour'],
  'no-experiments': ['options', 'behaviour'],
  'own-scheme-only': ['options', 'behaviour'],
  'inline-script-refused': ['behaviour'],
  'inline-handler-refused': ['behaviour'],
  'eval-refused': ['behaviour'],
  'foreign-script-refused': ['behaviour'],
  'inline-style-refused': ['behaviour'],
  'network-refused': ['behaviour'],
  'frames-refused': ['behaviour'],
  'navigation-refused': ['options', 'behaviour'],
  'window-open-refused': ['options', 'behaviour'],
  'webview-refused': ['options', 'behaviour', 'electron'],
  'nothing-opened-outside': ['options'],
  'permissions-refused': ['options', 'behaviour'],
  'devices-refused': ['options', 'behaviour', 'electron'],
  'downloads-refused': ['options', 'behaviour', 'electron'],
  'bridge-is-two-functions': ['options', 'behaviour'],
  'unknown-names-refused': ['options', 'behaviour'],
  'foreign-sender-refused': ['options', 'behaviour'],
  'path-traversal-refused': ['options', 'behaviour'],
  'single-instance': ['behaviour'],
  'plain-text-keychain-refused': ['options'],
  'backend-apart-and-restarted': ['behaviour'],
  'fuses-of-the-package': ['options', 'electron'],
  'electron-of-today': ['options'],
} as const satisfies Record<string, readonly ('options' | 'behaviour' | 'electron')[]>

type Points = typeof securityPoints
export type SecurityPoint = keyof Points

/** Electron's own list (its page "Security"), by its numbers and words: which of our points answer each. */
export const electronsList: readonly (readonly [number, string, readonly SecurityPoint[]])[] = [
  [1, 'only load secure content', ['own-scheme-only', 'network-refused', 'foreign-script-refused']],
  [2, 'no Node for remote content', ['no-node-in-page']],
  [3, 'context isolation', ['context-isolation']],
  [4, 'process sandboxing', ['process-sandbox']],
  [5, 'permission requests', ['permissions-refused', 'devices-refused', 'downloads-refused']],
  [6, 'do not disable webSecurity', ['web-security-kept']],
  [7, 'a content security policy', ['inline-script-refused', 'inline-handler-refused', 'eval-refused']],
  [8, 'no allowRunningInsecureContent', ['web-security-kept']],
  [9, 'no experimental features', ['no-experiments']],
  [10, 'no enableBlinkFeatures', ['no-experiments']],
  [11, 'no allowpopups for webviews', ['webview-refused', 'window-open-refused']],
  [12, 'verify the options of webviews', ['webview-refused']],
  [13, 'limit navigation', ['navigation-refused', 'frames-refused']],
  [14, 'limit new windows', ['window-open-refused']],
  [15, 'no shell.openExternal with what is not trusted', ['nothing-opened-outside']],
  [16, 'a current version of Electron', ['electron-of-today']],
  [17, 'validate the sender of every message', ['foreign-sender-refused', 'unknown-names-refused']],
  [18, 'no file://, a scheme of its own', ['own-scheme-only', 'path-traversal-refused']],
  [19, 'look at the fuses', ['fuses-of-the-package']],
  [20, 'no Electron interfaces for the page', ['bridge-is-two-functions', 'unknown-names-refused']],
]

/** The points that a test on the values proves, and the file in which it stands. */
export const provenOnValues: { readonly [P in OptionsPoint]: string } = {
  'no-node-in-page': 'tests/unit/main/lockdown.test.ts',
  'context-isolation': 'tests/unit/main/lockdown.test.ts',
  'process-sandbox': 'tests/unit/main/lockdown.test.ts',
  'web-security-kept': 'tests/unit/main/lockdown.test.ts',
  'no-experiments': 'tests/unit/main/lockdown.test.ts',
  'own-scheme-only': 'tests/unit/main/trusted-sender.test.ts',
  'navigation-refused': 'tests/unit/main/lockdown.test.ts',
  'window-open-refused': 'tests/unit/main/lockdown.test.ts',
  'webview-refused': 'tests/unit/main/lockdown.test.ts',
  'nothing-opened-outside': 'tests/architecture/no-network.test.ts',
  'permissions-refused': 'tests/unit/main/lockdown.test.ts',
  'devices-refused': 'tests/unit/main/lockdown.test.ts',
  'downloads-refused': 'tests/unit/main/lockdown.test.ts',
  'bridge-is-two-functions': 'tests/unit/preload/bridge.test.ts',
  'unknown-names-refused': 'tests/unit/main/ipc-bridge.test.ts',
  'foreign-sender-refused': 'tests/unit/main/trusted-sender.test.ts',
  'path-traversal-refused': 'tests/unit/main/bundle-file.test.ts',
  'plain-text-keychain-refused': 'tests/unit/main/keychain.test.ts',
  'fuses-of-the-package': 'tests/unit/main/package.test.ts',
  'electron-of-today': 'tests/unit/main/package.test.ts',
}

type OptionsPoint = {
  [P in keyof Points]: 'options' extends Points[P][number] ? P : never
}[keyof Points]

/** The points that security.spec.ts has to show: the types see to it that none is missing. */
export type BehaviourPoint = {
  [P in keyof Points]: 'behaviour' extends Points[P][number] ? P : never
}[keyof Points]
