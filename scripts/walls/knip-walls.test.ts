import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inProject } from '../project.mjs'
import { run } from '../run-command.mjs'

const COPIED = ['src', 'scripts', 'e2e', 'package.json', 'knip.config.ts', 'tsconfig.json', 'tsconfig.base.json']
const CONFIGS = ['eslint.config.js', 'vitest.config.ts', 'playwright.config.ts', 'electron.vite.config.ts']

let copy = ''
let output = ''

/** Plants in a copy of the project, because the real tree may be in use while this runs. */
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'tapeline-knip-'))
  for (const name of [
    ...COPIED,
    ...CONFIGS,
    'cli.vite.config.ts',
    'electron-builder.config.mjs',
    'tsconfig.tests.json',
  ]) {
    cpSync(inProject(name), join(copy, name), { recursive: true })
  }
  symlinkSync(inProject('node_modules'), join(copy, 'node_modules'))
  const plant = (name: string, text: string) => writeFileSync(join(copy, name), text)
  const append = (name: string, text: string) => plant(name, readFileSync(join(copy, name), 'utf8') + text)
  plant('src/domain/model/planted-file.ts', 'export const plantedFile = 1\n')
  append('src/domain/model/names.ts', '\nexport const plantedExport = 1\n')
  plant('src/ipc/planted-one.ts', `import { two } from './planted-two'\nexport const one = () => two\n`)
  plant('src/ipc/planted-two.ts', `import { one } from './planted-one'\nexport const two = () => one\n`)
  append('src/ipc/answer.ts', `\nimport { one } from './planted-one'\none()\n`)
  const manifest = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  manifest.dependencies['planted-package'] = '1.0.0'
  plant('package.json', JSON.stringify(manifest))
  const knip = inProject('node_modules/knip/bin/knip.js')
  const result = await run(process.execPath, [knip, '--no-progress', '--directory', copy], { cwd: copy })
  const cycles = await run(process.execPath, [knip, '--no-progress', '--include', 'cycles', '--directory', copy], {
    cwd: copy,
  })
  expect([result.code, cycles.code]).not.toContain(0)
  output = `${result.output}\n=== cycles ===\n${cycles.output}`
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('knip finds', () => {
  it('a file that nothing imports', () => expect(output).toMatch(/Unused files[\s\S]*planted-file\.ts/))
  it('an export that nothing uses', () => expect(output).toMatch(/Unused exports[\s\S]*plantedExport/))
  it('a package that nothing uses', () => expect(output).toMatch(/Unused dependencies[\s\S]*planted-package/))
  it('files that import each other', () => {
    expect(output.split('=== cycles ===')[1]).toMatch(/planted-(one|two)\.ts[\s\S]*planted-(one|two)\.ts/)
  })
})
