/**
 * Whether a key belongs to an input method that is still composing, as when Enter takes a candidate
 * in Zhuyin. 229 is what Chromium reports for the key that starts a composition, before
 * `isComposing` turns true.
 */
export function isComposing(event: KeyboardEvent): boolean {
  const { keyCode }: { readonly keyCode: number } = event
  return event.isComposing || keyCode === 229
}
