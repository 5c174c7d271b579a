import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from './launch'

/** The built app in a folder of its own, whose data files a test may break. */
export interface AppCopy {
  readonly folder: string
  writeData(name: string, text: string): Promise<void>
  dispose(): Promise<void>
}

export async function copyApp(): Promise<AppCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'tapeline-app-'))
  await mkdir(join(folder, 'out'))
  for (const part of ['data', 'package.json', 'out/main', 'out/preload', 'out/renderer'])
    await cp(join(projectRoot, part), join(folder, part), { recursive: true, dereference: true })
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'dir')
  return {
    folder,
    writeData: (name, text) => writeFile(join(folder, 'data', name), text),
    dispose: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The runtime that `launchTapeline` would use, for tests that start another app with it. */
export function runtimeExecutable(): string {
  const executable = process.env['TAPELINE_ELECTRON']
  if (executable !== undefined) return executable
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron'
  return join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', name)
}
