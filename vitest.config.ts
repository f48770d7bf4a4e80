import { defineConfig } from 'vitest/config'

/** One house for each worker (`isolate: false`): tests share it and keep apart by taking a county of their own. */
export default defineConfig({
  test: {
    include: [
      'packages/*/{src,test}/**/*.test.{ts,tsx}',
      'apps/*/{src,test}/**/*.test.{ts,tsx}',
      'tools/*/src/**/*.test.ts',
      'e2e/**/*.e2e.ts',
    ],
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
