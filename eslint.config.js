import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { importWalls } from './scripts/lint/import-walls.mjs'

const TESTS = ['**/*.test.ts', '**/*.bench.ts', 'e2e/**/*.ts', 'src/testing/**/*.ts']

/** The domain knows no clock, no chance and no system locale: they come in as arguments. */
const IMPURE_GLOBALS = ['Date', 'Intl', 'performance', 'crypto', 'setTimeout', 'setInterval', 'console', 'process'].map(
  (name) => ({ name, message: 'The domain is pure: take what it would give as an argument.' }),
)

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
      '@typescript-eslint/consistent-type-imports': 'error',
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
  { files: TESTS, rules: { 'max-lines': ['error', 500], '@typescript-eslint/no-non-null-assertion': 'error' } },
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
  { files: ['scripts/**', '*.config.*', 'src/cli/**', 'src/main/**', '**/*.bench.ts'], rules: { 'no-console': 'off' } },
)
