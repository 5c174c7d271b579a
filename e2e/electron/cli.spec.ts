import { expect, test } from '@playwright/test'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { projectRoot } from './launch'

const program = join(projectRoot, 'out/cli/index.js')
const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env

test('the built command line draws the starter timeline with no display', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tapeline-cli-'))
  try {
    const out = join(folder, 'timeline.png')
    const told = execFileSync(
      process.execPath,
      [program, 'figure', '--starter', '--out', out, '--dpi', '96', '--paper', '1920xautopx'],
      {
        env,
        cwd: folder,
        encoding: 'utf8',
      },
    )
    const image = PNG.sync.read(readFileSync(out))
    expect(told).toContain(`${image.width} x ${image.height} pixels`)
    expect(image.width).toBe(1920)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the built command line answers with its exit codes', () => {
  const codeOf = (...words: string[]) => spawnSync(process.execPath, [program, ...words], { env }).status
  expect(codeOf('--version')).toBe(0)
  expect(codeOf('info', '/no/such/file.tapeline')).toBe(1)
  expect(codeOf('draw')).toBe(2)
})
