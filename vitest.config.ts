import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/{unit,migrations,contract,architecture,faults}/**/*.test.{ts,tsx}'],
    maxWorkers: 2,
  },
})
