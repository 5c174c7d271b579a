import type { CustomScheme, Session } from 'electron'
import { readFileSync } from 'node:fs'
import { listBuiltFiles, mimeTypeOf } from './window/built-files'

export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

export const APP_ORIGIN = 'app://ui'

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "webrtc 'block'",
  "require-trusted-types-for 'script'",
  'trusted-types default vue dompurify',
].join('; ')

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/** The page asks for all that its first paint needs within a few ms. */
const ASKED_TOGETHER_MS = 10

/**
 * Serves the built window, and of it only the files that were there at the first request. `onScript` hears of
 * every script that is on its way.
 */
export function serveApp(session: Session, folder: string, onScript: () => void): void {
  let files: ReadonlyMap<string, string> | null = null
  session.protocol.handle(APP_SCHEME.scheme, ({ url, method }) => {
    const path = pathOf(url)
    files ??= listBuiltFiles(folder)
    const file = method === 'GET' ? files.get(path) : undefined
    if (file === undefined) return new Response(null, { status: 404, headers: HEADERS })
    // At once rather than later: the page waits for each of them, and they are small and just installed.
    const bytes = readFileSync(file)
    if (file.endsWith('.js')) setTimeout(onScript, ASKED_TOGETHER_MS)
    const body = path === '/index.html' ? withLook(bytes.toString(), new URL(url).searchParams) : bytes
    return new Response(body, { headers: { ...HEADERS, 'Content-Type': mimeTypeOf(file) } })
  })
}

/**
 * The page in the theme and language that its address asks for, so that the first paint has them; a
 * script that set them would be one more thing to wait for.
 */
function withLook(html: string, look: URLSearchParams): string {
  const theme = look.get('theme') === 'dark' ? 'dark' : 'light'
  const language = look.get('locale') === 'zh-Hant' ? 'zh-Hant' : 'en'
  return html.replace('<html lang="en" data-theme="light">', `<html lang="${language}" data-theme="${theme}">`)
}

/** Decoded once; a path with `..`, a backslash or a second layer of codes is simply not in the list. */
function pathOf(address: string): string {
  const url = new URL(address)
  if (url.host !== 'ui') return ''
  try {
    return decodeURIComponent(url.pathname)
  } catch {
    return ''
  }
}
