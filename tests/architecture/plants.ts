type Files = Readonly<Record<string, string>>

const empty = 'export const x = 1\n'
const imports = (...from: string[]): string => from.map((name) => `import '${name}'\n`).join('')

/** For each rule small projects that break it. Type-only imports count: they are how layers grow together. */
export const plants: Readonly<Record<string, readonly Files[]>> = {
  'no-cycles': [{ 'shared/a.ts': imports('./b.ts'), 'shared/b.ts': imports('./a.ts') }],
  'everything-resolves': [{ 'shared/a.ts': imports('./nowhere.ts') }],
  'renderer-sees-renderer-and-shared': [
    { 'renderer/a.tsx': imports('#backend/x.ts'), 'electron/backend/x.ts': empty },
    {
      'renderer/a.ts': "import type { T } from '../electron/main/x.ts'\n",
      'electron/main/x.ts': 'export type T = 1\n',
    },
    { 'renderer/a.ts': imports('../migrations/x.ts'), 'migrations/x.ts': empty },
  ],
  'renderer-has-no-node-and-no-electron': [
    { 'renderer/a.ts': imports('node:fs') },
    { 'shared/a.ts': imports('node:crypto') },
  ],
  'shared-sees-shared': [
    { 'shared/a.ts': imports('#backend/x.ts'), 'electron/backend/x.ts': empty },
    { 'shared/a.ts': imports('react') },
    { 'shared/a.ts': imports('../renderer/x.ts'), 'renderer/x.ts': empty },
  ],
  'migrations-see-migrations': [{ 'migrations/a.ts': imports('#shared/x.ts'), 'shared/x.ts': empty }],
  'main-and-preload-see-shared': [
    { 'electron/main/a.ts': imports('../backend/x.ts'), 'electron/backend/x.ts': empty },
    { 'electron/preload/a.ts': imports('../../renderer/x.ts'), 'renderer/x.ts': empty },
  ],
  'main-and-preload-stay-apart': [
    { 'electron/preload/a.ts': imports('../main/x.ts'), 'electron/main/x.ts': empty },
  ],
  'backend-sees-no-window': [
    { 'electron/backend/a.ts': imports('../main/x.ts'), 'electron/main/x.ts': empty },
  ],
  'electron-only-in-main-and-preload': [
    { 'electron/backend/a.ts': imports('electron') },
    { 'electron/backend/platform/a.ts': "import type { T } from 'electron'\nexport type U = T\n" },
    { 'renderer/a.ts': imports('electron') },
  ],
  'product-knows-no-dev-and-no-tests': [
    { 'electron/main/a.ts': imports('../../dev/x.ts'), 'dev/x.ts': empty },
    { 'electron/backend/shop/a.ts': imports('../../../tests/x.ts'), 'tests/x.ts': empty },
  ],
  'pure-sees-pure': [
    { 'electron/backend/shop/a.ts': imports('./x.service.ts'), 'electron/backend/shop/x.service.ts': empty },
    { 'electron/backend/shop/a.ts': imports('./x.repo.ts'), 'electron/backend/shop/x.repo.ts': empty },
    { 'electron/backend/shop/deep/a.ts': imports('../x.port.ts'), 'electron/backend/shop/x.port.ts': empty },
    { 'electron/backend/shop/a.ts': imports('node:fs') },
    { 'electron/backend/shop/a.ts': imports('node:timers/promises') },
    { 'electron/backend/shop/a.ts': imports('../router.ts'), 'electron/backend/router.ts': empty },
  ],
  'kysely-only-in-repos': [
    { 'electron/backend/shop/a.service.ts': imports('kysely') },
    { 'electron/backend/shop/a.ts': "import type { T } from 'better-sqlite3'\nexport type U = T\n" },
    {
      'electron/backend/shop/a.service.ts': imports('../platform/db/query.ts'),
      'electron/backend/platform/db/query.ts': empty,
    },
  ],
  'only-ports-touch-the-world': [
    { 'electron/backend/shop/a.service.ts': imports('node:fs/promises') },
    { 'electron/backend/shop/a.repo.ts': imports('node:net') },
    { 'electron/backend/shop/a.service.ts': imports('serialport') },
  ],
  'services-use-their-own-repos-and-ports': [
    {
      'electron/backend/shop/a.service.ts': imports('../counter/x.repo.ts'),
      'electron/backend/counter/x.repo.ts': empty,
    },
    {
      'electron/backend/shop/a.service.ts': imports('../counter/x.port.ts'),
      'electron/backend/counter/x.port.ts': empty,
    },
  ],
  'services-know-no-handlers': [
    {
      'electron/backend/shop/a.service.ts': imports('./x.handlers.ts'),
      'electron/backend/shop/x.handlers.ts': empty,
    },
  ],
  'repos-and-ports-know-no-services': [
    {
      'electron/backend/shop/a.repo.ts': imports('./x.service.ts'),
      'electron/backend/shop/x.service.ts': empty,
    },
    {
      'electron/backend/shop/a.port.ts': imports('./x.service.ts'),
      'electron/backend/shop/x.service.ts': empty,
    },
  ],
  'handlers-see-services': [
    {
      'electron/backend/shop/a.handlers.ts': imports('./x.repo.ts'),
      'electron/backend/shop/x.repo.ts': empty,
    },
    { 'electron/backend/shop/a.handlers.ts': imports('node:fs') },
  ],
}
