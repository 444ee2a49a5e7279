import type { IConfiguration } from 'dependency-cruiser'

// The directions of ARCHITECTURE.md. tests/architecture plants a violation of each rule and sees it found.

const feature = 'electron/backend/(?!platform/|cli/)[^/]+/'
const suffixed = '[.](handlers|service|repo|port)[.]ts$'
const touchesTheWorld =
  '^(node:)?(fs|fs/promises|net|tls|dgram|http|https|http2|child_process|worker_threads|cluster|os|readline)$'
const timers = '^(node:)?timers(/promises)?$'
const devicesAndFiles = 'node_modules/(serialport|@serialport|better-sqlite3|pino)/'

const boundaries: IConfiguration = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'renderer-sees-renderer-and-shared',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { pathNot: ['^renderer/', '^shared/', '^node_modules/', '^resources/'] },
    },
    {
      name: 'renderer-has-no-node-and-no-electron',
      severity: 'error',
      from: { path: '^(renderer|shared)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-sees-shared',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^node_modules/(zod|es-hangul)/'] },
    },
    {
      name: 'migrations-see-migrations',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { pathNot: ['^migrations/', '^node_modules/kysely/'] },
    },
    {
      name: 'main-and-preload-see-shared',
      severity: 'error',
      from: { path: '^electron/(main|preload)/' },
      to: { path: '^(renderer|migrations|electron/backend|resources)/' },
    },
    {
      name: 'main-and-preload-stay-apart',
      severity: 'error',
      from: { path: '^electron/(main|preload)/' },
      to: { path: '^electron/(main|preload)/', pathNot: '^electron/$1/' },
    },
    {
      name: 'backend-sees-no-window',
      severity: 'error',
      from: { path: '^electron/backend/' },
      to: { path: '^(renderer|electron/main|electron/preload)/' },
    },
    {
      name: 'electron-only-in-main-and-preload',
      severity: 'error',
      from: { pathNot: '^(electron/(main|preload)|dev/chromium-runtime|tests)/' },
      to: { path: '^(node_modules/)?electron(/|$)', dependencyTypesNot: ['local'] },
    },
    {
      name: 'product-knows-no-dev-and-no-tests',
      severity: 'error',
      from: { path: '^(electron|renderer|shared|migrations)/' },
      to: { path: '^(dev|tests)/' },
    },
    {
      name: 'pure-sees-pure',
      comment: 'Inside a feature a file without suffix takes values and gives values.',
      severity: 'error',
      from: { path: `^${feature}`, pathNot: suffixed },
      to: {
        path: [
          `^${feature}.*${suffixed}`,
          touchesTheWorld,
          timers,
          devicesAndFiles,
          '^electron/backend/(container|router|scheduler|index)[.]ts$',
        ],
      },
    },
    {
      name: 'kysely-only-in-repos',
      severity: 'error',
      from: {
        path: '^(electron|renderer|shared)/',
        pathNot: ['[.]repo[.]ts$', '^electron/backend/platform/'],
      },
      to: { path: ['^node_modules/(kysely|better-sqlite3)/', '^electron/backend/platform/db/query[.]ts$'] },
    },
    {
      name: 'only-ports-touch-the-world',
      severity: 'error',
      from: { path: `^${feature}`, pathNot: '[.]port[.]ts$' },
      to: { path: [touchesTheWorld, devicesAndFiles] },
    },
    {
      name: 'services-use-their-own-repos-and-ports',
      severity: 'error',
      from: { path: '^electron/backend/([^/]+)/.*[.]service[.]ts$' },
      to: { path: '^electron/backend/.*[.](repo|port)[.]ts$', pathNot: ['^electron/backend/($1|platform)/'] },
    },
    {
      name: 'services-know-no-handlers',
      severity: 'error',
      from: { path: '[.](service|repo|port)[.]ts$' },
      to: { path: '[.]handlers[.]ts$' },
    },
    {
      name: 'repos-and-ports-know-no-services',
      severity: 'error',
      from: { path: '[.](repo|port)[.]ts$' },
      to: { path: '[.]service[.]ts$' },
    },
    {
      name: 'handlers-see-services',
      severity: 'error',
      from: { path: '[.]handlers[.]ts$' },
      to: { path: ['[.](repo|port)[.]ts$', touchesTheWorld, devicesAndFiles] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}

export default boundaries
