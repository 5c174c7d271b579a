import type { Locale } from '../domain/model/names'
import { APP_ORIGIN } from './app-protocol'

/** The address of Vite's server in `npm run dev`; null in every built app, whatever the environment says. */
const devServer = import.meta.env.DEV ? (process.env['ELECTRON_RENDERER_URL'] ?? null) : null

export const PAGE_ORIGIN = devServer === null ? APP_ORIGIN : new URL(devServer).origin

/** What the first paint needs to know; the rest the page asks for. */
export function pageAddress(look: { readonly theme: 'light' | 'dark'; readonly locale: Locale }): string {
  return `${PAGE_ORIGIN}/${devServer === null ? 'index.html' : ''}?${new URLSearchParams(look).toString()}`
}

export function isOurPage(url: string): boolean {
  return url.startsWith(`${PAGE_ORIGIN}/`)
}

/** What the page may load: its own files, and what it made itself. */
export function isOurRequest(url: string): boolean {
  if (isOurPage(url) || url.startsWith(`blob:${PAGE_ORIGIN}/`) || url.startsWith('data:')) return true
  if (url.startsWith('devtools://')) return true
  return import.meta.env.DEV && devServer !== null && url.startsWith(PAGE_ORIGIN.replace(/^http/, 'ws'))
}
