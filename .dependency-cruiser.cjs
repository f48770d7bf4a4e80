/** Who may import whom (ARCHITECTURE.md). One table; a test proves that the cruise saw the house. */
const modules = [
  'journal',
  'places',
  'identity',
  'registry',
  'policies',
  'casework',
  'verification',
  'survey',
  'publicity',
  'benefits',
  'funds',
  'payments',
  'insight',
]

/** A module may use the doors of modules to its left, never those to its right. */
const leftToRight = modules.slice(0, -1).map((name, i) => ({
  name: `${name}-looks-left-only`,
  severity: 'error',
  from: { path: `^apps/server/src/modules/${name}/` },
  to: { path: `^apps/server/src/modules/(${modules.slice(i + 1).join('|')})/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: 'modules/index' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^packages/kernel/src' },
      to: { path: '^(packages/(?!kernel)|apps/)' },
    },
    {
      name: 'policy-and-sync-only-kernel',
      severity: 'error',
      from: { path: '^packages/(policy|sync)/src', pathNot: 'test\\.ts$' },
      to: { path: '^(packages/(?!kernel|policy|sync)|apps/)' },
    },
    {
      name: 'pure-packages-have-no-node',
      severity: 'error',
      from: { path: '^packages/(kernel|policy|sync|light-ui|api-client)/src', pathNot: 'test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^apps/server/src/platform' },
      to: { path: '^apps/server/src/(modules|demo|cli|pages)' },
    },
    {
      name: 'only-doors',
      severity: 'error',
      from: { path: '^apps/server/src/modules/([^/]+)/' },
      to: {
        path: '^apps/server/src/modules/([^/]+)/',
        // A story of a case told for tests may be told again by its neighbours' tests.
        pathNot: ['^apps/server/src/modules/$1/', '^apps/server/src/modules/[^/]+/index\\.ts$', '\\.testing\\.ts$'],
      },
    },
    {
      name: 'outside-uses-doors',
      severity: 'error',
      from: { path: '^(apps/server/src/(?!modules/)|packages/testkit|tools|bench|e2e)' },
      to: {
        path: '^apps/server/src/modules/[^/]+/(?!index\\.ts$|failpoints\\.ts$|[^/]+\\.testing\\.ts$|messages\\.(zh-CN|en)\\.ts$)',
      },
    },
    {
      name: 'front-ends-never-import-the-server',
      severity: 'error',
      from: { path: '^apps/(console|portal|field)/src' },
      to: { path: '^apps/(server|departments)/' },
    },
    {
      name: 'light-front-ends-have-no-console',
      severity: 'error',
      from: { path: '^(apps/(portal|field)|packages/light-ui)/src' },
      to: { path: '(^apps/console/|node_modules/(antd|@ant-design|react|react-dom)/)' },
    },
    {
      name: 'api-client-only-in-front-ends',
      severity: 'error',
      from: { path: '^apps/server/src' },
      to: { path: '^packages/api-client' },
    },
    ...leftToRight,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
