let asked: Promise<unknown> | undefined

/**
 * Brings in the sheet that names the hundred slices of the Chinese face; a slice itself is read when
 * a character of it is shown. The sheet is 110 kB, so an English window asks only after its first
 * timeline stands.
 */
export function loadChineseFont(): Promise<unknown> {
  asked ??= import('@fontsource-variable/noto-sans-tc/wght.css')
  return asked
}
