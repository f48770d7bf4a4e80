import { defineConfig } from 'vitest/config'

const shared = { pool: 'forks' as const, maxWorkers: 2, testTimeout: 60_000, hookTimeout: 120_000 }
const browser = 'apps/*/src/**/*.browser.test.ts'

/**
 * Two kinds. Tests of modules share one house for each worker (`isolate: false`) and keep apart by taking a county of
 * their own; journeys through a browser and whole processes get a house to themselves.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'house',
          include: [
            'packages/*/{src,test}/**/*.test.{ts,tsx}',
            'apps/*/{src,test}/**/*.test.{ts,tsx}',
            'tools/*/src/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          exclude: [browser, '**/node_modules/**'],
          setupFiles: ['packages/testkit/src/one-seed.ts'],
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          globalSetup: ['packages/testkit/src/browser.ts'],
          include: ['e2e/**/*.e2e.ts', browser],
          isolate: true,
        },
      },
    ],
  },
})
