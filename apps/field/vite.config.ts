/** One page, one style sheet, one service worker that knows every file of the build by name. */
import { defineConfig } from 'vite'
import { shellFiles } from './build/shell-files.ts'

export default defineConfig({
  base: '/field/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [shellFiles()],
  build: {
    outDir: 'dist',
    target: 'es2018',
    cssTarget: ['chrome86', 'safari13'],
    modulePreload: false,
    assetsDir: '',
    rolldownOptions: {
      input: { field: 'index.html', 'service-worker': 'src/service-worker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : '[name]-[hash].js'),
      },
      // Amounts of the kernel are BigInt; none of them gets into this build, and `budget.test.ts` looks.
      checks: { toleratedTransform: false },
      // Values of the kernel have no effects at load; what the phone does not use stays at home.
      treeshake: { moduleSideEffects: id => !/packages\/(kernel|sync|light-ui|api-client)\/.*\.tsx?$/.test(id) },
    },
  },
})
