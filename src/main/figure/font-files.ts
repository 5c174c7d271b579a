import { join } from 'node:path'
import type { FontSpec } from '../../domain/layout/timeline-item'
import type { Script } from '../../domain/figure/text-runs'

/** Two weights of each font ship; every weight a text asks for is set in the nearer of them. */
export type ShippedWeight = 400 | 600

export const shippedWeight = (weight: FontSpec['weight']): ShippedWeight => (weight <= 500 ? 400 : 600)

/** The same names as in `scripts/copy-fonts.mjs`, which puts the files there. */
const FILES: Readonly<Record<Script, Readonly<Record<ShippedWeight, string>>>> = {
  latin: { 400: 'Inter_400Regular.ttf', 600: 'Inter_600SemiBold.ttf' },
  han: { 400: 'NotoSansTC_400Regular.ttf', 600: 'NotoSansTC_600SemiBold.ttf' },
}

/** Harfbuzz, compiled for any machine: it lies beside the fonts that it cuts. */
export const SUBSETTER_FILE = 'harfbuzz-subset.wasm'

export function fontFile(fontsDir: string, script: Script, weight: ShippedWeight): string {
  return join(fontsDir, FILES[script][weight])
}

/** Everything that must lie in the folder of the fonts. */
export function allFontFiles(fontsDir: string): string[] {
  const fonts = Object.values(FILES).flatMap((weights) => Object.values(weights))
  return [...fonts, SUBSETTER_FILE].map((name) => join(fontsDir, name))
}
