import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { importWalls } from './scripts/walls/import-walls.mjs'

const TESTS = ['**/*.test.ts', '**/*.bench.ts', 'e2e/**/*.ts', 'src/testing/**/*.ts']

/** The domain knows no clock, no chance and no system locale: they come in as arguments. */
const IMPURE_GLOBALS = [
  'Date',
  'Intl',
  'globalThis',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'console',
  'process',
].map((name) => ({ name, message: 'The domain is pure: take what it would give as an argument.' }))

/** Prettier decides how templates look. */
const VUE_LAYOUT = Object.entries(vue.rules ?? {}).filter(([, rule]) => rule.meta?.type === 'layout')
const LAYOUT_OFF = Object.fromEntries(VUE_LAYOUT.map(([name]) => [`vue/${name}`, 'off']))

export default defineConfig(
  { ignores: ['out/', 'dist/', 'node_modules/', '.cache/', 'coverage/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [tseslint.configs.strictTypeChecked, vue.configs['flat/recommended']],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.vue'], parser: tseslint.parser },
    },
    rules: {
      ...LAYOUT_OFF,
      // Text is cut into code points on purpose; a cut inside an emoji is no danger to names of chips and rules.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/no-v-html': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.vue', '**/*.mjs'],
    plugins: { tapeline: { rules: { 'import-walls': importWalls } } },
    rules: {
      'tapeline/import-walls': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Composables hand out plain functions whose types are written as methods: vue-i18n's `t` is one.
    files: ['src/renderer/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // ESLint sees a component as `any`; vue-tsc, which sees its real type, checks these files.
    files: ['**/*.vue'],
    rules: Object.fromEntries(
      ['assignment', 'call', 'return', 'argument', 'member-access'].map((name) => [
        `@typescript-eslint/no-unsafe-${name}`,
        'off',
      ]),
    ),
  },
  // A table of words, one for each line, is as long as the interface has words.
  { files: ['src/renderer/language/{en,zh-hant}.ts'], rules: { 'max-lines': 'off' } },
  {
    files: TESTS,
    rules: {
      'max-lines': ['error', 500],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'vi', property: 'waitFor', message: 'It gives up after a second. Take eventually() of src/testing.' },
      ],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.bench.ts'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The domain is pure: take the number as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name=/^(toLocale[A-Z]\\w*|localeCompare)$/]',
          message: 'The domain is pure: what a system locale decides differs between machines.',
        },
      ],
    },
  },
  { files: ['src/testing/eventually.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['scripts/**', '*.config.*', 'src/cli/**', 'src/main/**', '**/*.bench.ts'], rules: { 'no-console': 'off' } },
)
