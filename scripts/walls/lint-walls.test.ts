import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import tseslint from 'typescript-eslint'
import { projectRoot } from '../project.mjs'

/** The project's own configuration, without the rules that need a whole program of types: these files do not exist. */
const eslint = new ESLint({
  cwd: projectRoot,
  overrideConfig: [{ files: ['**/*.ts', '**/*.vue'], ...tseslint.configs.disableTypeChecked }],
})

async function rulesBroken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: `${projectRoot}/${file}` })
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message)
}

const WALLS = 'tapeline/import-walls'

describe('the import walls', () => {
  it.each([
    // The pure domain and its layers
    ['src/domain/model/planted.ts', `import 'vue'`],
    ['src/domain/model/planted.ts', `import '../time/day-number'`],
    ['src/domain/time/planted.ts', `import 'edtf'`],
    ['src/domain/time/planted.ts', `import '../layout/timeline-item'`],
    ['src/domain/controls/planted.ts', `import '../change/apply'`],
    ['src/domain/change/planted.ts', `import '../figure/scene'`],
    ['src/domain/layout/planted.ts', `import '../figure/scene'`],
    ['src/domain/figure/planted.ts', `import 'node:fs'`],
    ['src/domain/formats/planted.ts', `import '../../ipc/contract'`],
    ['src/domain/search/planted.ts', `import '../../renderer/document/document-store'`],
    ['src/domain/model/planted.ts', `import '../../testing/builders'`],
    // The contract and the preload
    ['src/ipc/planted.ts', `import 'electron'`],
    ['src/ipc/planted.ts', `import '../main/start'`],
    ['src/preload/planted.ts', `import '../ipc/contract'`],
    ['src/preload/planted.ts', `import 'valibot'`],
    ['src/preload/planted.ts', `import '../domain/model/names'`],
    // Main, its handlers and its store
    ['src/main/planted.ts', `import '../renderer/document/client'`],
    ['src/main/planted.ts', `import '@photostructure/sqlite'`],
    ['src/main/planted.ts', `import '../testing/builders'`],
    ['src/main/handlers/planted.ts', `import 'electron'`],
    ['src/main/handlers/planted.ts', `import { dialog } from 'electron/main'`],
    ['src/main/handlers/planted.ts', `import '../create-window'`],
    ['src/main/store/planted.ts', `import 'electron'`],
    ['src/main/store/planted.ts', `import '../../ipc/contract'`],
    // The window
    ['src/renderer/app/planted.ts', `import '../../main/start'`],
    ['src/renderer/app/planted.ts', `import 'vis-timeline'`],
    ['src/renderer/app/planted.ts', `import 'node:path'`],
    ['src/renderer/app/planted.ts', `import 'electron'`],
    ['src/renderer/document/planted.ts', `import '../ui/toasts'`],
    ['src/renderer/document/planted.ts', `import '../inspector/relations'`],
    ['src/renderer/ui/planted.ts', `import '../document/client'`],
    ['src/renderer/language/planted.ts', `import '../ui/toasts'`],
    ['src/renderer/inspector/planted.ts', `import '../search/search-store'`],
    ['src/renderer/inspector/planted.ts', `import '../app/shortcuts'`],
    ['src/renderer/inspector/planted.ts', `import 'vis-data/peer'`],
    ['src/renderer/search/planted.ts', `import '../timeline/camera'`],
    ['src/renderer/timeline/planted.ts', `import '../inspector/relations'`],
    ['src/renderer/brand-new-feature/planted.ts', `import '../filters/toggle-value'`],
    ['src/renderer/planted.ts', `import './inspector/relations'`],
    // The command line, the tests' own folders
    ['src/cli/planted.ts', `import 'electron'`],
    ['src/cli/planted.ts', `import '../renderer/document/client'`],
    ['src/testing/planted.ts', `import '../renderer/document/client'`],
    ['e2e/electron/planted.ts', `import '../../src/main/start'`],
    ['scripts/planted.ts', `import 'vis-timeline'`],
    // Every form of import
    ['src/ipc/planted.ts', `import type { App } from 'electron'`],
    ['src/ipc/planted.ts', `export * from 'electron'`],
    ['src/ipc/planted.ts', `export { app } from 'electron'`],
    ['src/ipc/planted.ts', `export const late = () => import('electron')`],
    ['src/ipc/planted.ts', `export type Late = import('electron').App`],
    ['src/ipc/planted.ts', 'export const late = () => import(`electron`)'],
  ])('%s may not hold: %s', async (file, text) => {
    expect(await rulesBroken(file, `${text}\n`)).toContain(WALLS)
  })

  it('hold in components as well', async () => {
    const component = `<script setup lang="ts">\nimport '../search/search-store'\n</script>\n<template><p /></template>\n`
    expect(await rulesBroken('src/renderer/inspector/Planted.vue', component)).toContain(WALLS)
  })

  it.each([
    ['src/domain/time/edtf-library.ts', `import 'edtf'`],
    ['src/domain/layout/planted.test.ts', `import '../../testing/builders'`],
    ['src/main/store/planted.ts', `import '@photostructure/sqlite'`],
    ['src/main/planted.ts', `import 'electron'`],
    ['src/preload/planted.ts', `import '../ipc/channels'`],
    ['src/renderer/app/planted.ts', `import '../inspector/relations'`],
    ['src/renderer/timeline/planted.ts', `import 'vis-timeline/peer'`],
  ])('have a gate in %s for: %s', async (file, text) => {
    expect(await rulesBroken(file, `${text}\n`)).not.toContain(WALLS)
  })
})

describe('the purity of the domain', () => {
  it.each([
    ['new Date(0)', 'no-restricted-globals'],
    ['Date.now()', 'no-restricted-globals'],
    ['performance.now()', 'no-restricted-globals'],
    ['new Intl.NumberFormat()', 'no-restricted-globals'],
    ['crypto.randomUUID()', 'no-restricted-globals'],
    ['Math.random()', 'no-restricted-properties'],
    [`'a'.localeCompare('b')`, 'no-restricted-syntax'],
    ['(1).toLocaleString()', 'no-restricted-syntax'],
    [`globalThis['Date'].now()`, 'no-restricted-globals'],
  ])('forbids %s', async (expression, rule) => {
    expect(await rulesBroken('src/domain/time/planted.ts', `export const planted = ${expression}\n`)).toContain(rule)
  })
})

describe('the size of files', () => {
  const lines = (count: number) => 'export {}\n'.repeat(count)

  it('is 400 lines at most', async () => {
    expect(await rulesBroken('src/ipc/planted.ts', lines(400))).not.toContain('max-lines')
    expect(await rulesBroken('src/ipc/planted.ts', lines(401))).toContain('max-lines')
  })
})
