import { readFileSync, rmSync, statSync } from 'node:fs'
import { writeWholeFile } from '../store/whole-file'

/** A card may be plugged in or a driver repaired: every so often it is tried again. */
const TRUSTED_MS = 14 * 86_400_000

/**
 * Whether a start should leave the graphics card alone, because this very version of Electron found none
 * that it could use a short while ago. Chromium would try it in a process of its own, see it fail, start
 * another, and hold the first picture back for all that time.
 */
export function drawsInSoftware(file: string, electronVersion: string, nowMs: number): boolean {
  try {
    const ageMs = nowMs - statSync(file).mtimeMs
    return ageMs >= 0 && ageMs < TRUSTED_MS && readFileSync(file, 'utf8').trim() === electronVersion
  } catch {
    return false
  }
}

/** Keeps what a start that tried the card has found, for the next one. */
export function rememberDrawing(file: string, electronVersion: string, found: 'hardware' | 'software'): void {
  try {
    if (found === 'software') writeWholeFile(file, `${electronVersion}\n`)
    else rmSync(file, { force: true })
  } catch (error) {
    console.error(`${file} cannot be written:`, error)
  }
}
