import { app } from 'electron'
import { join } from 'node:path'
import { drawsInSoftware, rememberDrawing } from './window/software-drawing'

const file = (): string => join(app.getPath('userData'), 'software-drawing')
const electronVersion = (): string => process.versions.electron

/** Before Chromium starts. False when the card is left alone. */
export function chooseGraphics(): boolean {
  if (!drawsInSoftware(file(), electronVersion(), Date.now())) return true
  app.disableHardwareAcceleration()
  return false
}

/** Once the first picture stands: what came of trying the card. */
export function learnGraphics(): void {
  const status = app.getGPUFeatureStatus().gpu_compositing
  rememberDrawing(file(), electronVersion(), status.startsWith('enabled') ? 'hardware' : 'software')
}
