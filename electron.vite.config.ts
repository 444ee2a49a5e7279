import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * Three bundles: `out/main/{index,backend,reading-worker,snapshot-worker}.js` (ES modules beside each other, found by `import.meta.dirname`),
 * `out/preload/{index,guest}.cjs` (a sandboxed preload may `require` only `electron`, so everything else is bundled in),
 * and `out/renderer`, whose nonce placeholder `electron/main/app-protocol.ts` replaces at each load.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node24',
      rolldownOptions: {
        input: {
          index: 'electron/main/index.ts',
          backend: 'electron/backend/index.ts',
          'export-worker': 'electron/backend/open-export/export-worker.port.ts',
          'health-worker': 'electron/backend/health/health-worker.port.ts',
          'picture-worker': 'electron/backend/analytics/thread/picture-worker.port.ts',
          'reading-worker': 'electron/backend/receipts/ahead/reading-worker.port.ts',
          'file-worker': 'electron/backend/moving-in/worker/file-worker.port.ts',
          'rewrite-worker': 'electron/backend/customers/leaving/rewrite-worker.port.ts',
          'snapshot-worker': 'electron/backend/backup/snapshot-worker.port.ts',
          'update-worker': 'electron/backend/platform/ledger/update-worker.port.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      // Each whole in itself: a sandboxed preload cannot require a part that both share.
      isolatedEntries: true,
      rolldownOptions: {
        input: { index: 'electron/preload/index.ts', guest: 'electron/preload/guest.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      // Inlined assets would need `data:` in the content policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: 'renderer/index.html', guest: 'renderer/guest.html' } },
    },
  },
})
