import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/{unit,migrations,contract,architecture,faults}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/helpers/property-seed.ts'],
    maxWorkers: 2,
    // Generous: a busy machine is no failure. Nothing waits by sleeping.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
