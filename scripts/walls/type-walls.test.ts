import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { inProject } from '../project.mjs'

/**
 * Puts one more file into a folder of the project, in memory, and returns the lines of it that the compiler
 * refuses. The whole folder is loaded with it, because what any file drags in would open the wall for all; of a
 * component its script is loaded.
 */
function linesRefused(folder: string, lines: readonly string[]): number[] {
  const { fileNames, options } = projectOf(folder)
  const planted = inProject(folder, 'planted.ts')
  const inMemory = new Map(
    fileNames.filter((name) => name.endsWith('.vue')).map((name) => [`${name}.ts`, scriptOf(name)]),
  )
  inMemory.set(planted, lines.join('\n'))
  const host = ts.createCompilerHost(options)
  host.readFile = (name) => inMemory.get(name) ?? ts.sys.readFile(name)
  host.fileExists = (name) => inMemory.has(name) || ts.sys.fileExists(name)
  const rootNames = [...fileNames.filter((name) => !name.endsWith('.vue')), ...inMemory.keys()]
  const program = ts.createProgram({ rootNames, options, host })
  const file = program.getSourceFile(planted)
  if (file === undefined) throw new Error(`${planted} was not loaded`)
  const refused = program
    .getSemanticDiagnostics(file)
    .map(({ start }) => file.getLineAndCharacterOfPosition(start ?? 0))
  return [...new Set(refused.map(({ line }) => line))].sort((a, b) => a - b)
}

function projectOf(folder: string): ts.ParsedCommandLine {
  const file = inProject(folder, 'tsconfig.json')
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as { config: unknown }
  const vue = [{ extension: '.vue', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }]
  const project = ts.parseJsonConfigFileContent(config, ts.sys, inProject(folder), undefined, file, undefined, vue)
  return { ...project, options: { ...project.options, noEmit: true, composite: false, incremental: false } }
}

const scriptOf = (component: string): string =>
  /<script[^>]*>([\s\S]*?)<\/script>/.exec(readFileSync(component, 'utf8'))?.[1] ?? ''

const NODE = [`import 'node:fs'`, 'export const pid = process.pid', 'export const bytes = Buffer.alloc(1)']
const PAGE = ['export const width = window.innerWidth', `export const body = document.querySelector('body')`]
const CLOCK = ['setTimeout(() => undefined, 1)', `console.log('planted')`]

describe('the walls of types', () => {
  it.each([
    ['src/domain', [...NODE, ...PAGE, ...CLOCK]],
    ['src/ipc', [...NODE, ...PAGE, ...CLOCK]],
    ['src/main', PAGE],
    ['src/cli', PAGE],
    ['src/renderer', NODE],
  ])('%s does not know what it must not use', (folder, lines) => {
    const known = 'export const known = [1, 2].at(-1)'
    expect(linesRefused(folder, [known, ...lines])).toEqual(lines.map((_, at) => at + 1))
  })

  it('fall when a file drags in the types of Node: what the test would see', () => {
    const drag = `/// <reference types="node" />\nexport const pid = process.pid`
    expect(linesRefused('src/domain', drag.split('\n'))).toEqual([])
  })
})
