import type { CustomScheme, Session } from 'electron'
import { readFile } from 'node:fs/promises'
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

/** Serves the built window, and of it only the files that were there at the start. */
export function serveApp(session: Session, folder: string): void {
  const files = listBuiltFiles(folder)
  session.protocol.handle(APP_SCHEME.scheme, async ({ url, method }) => {
    const file = method === 'GET' ? files.get(pathOf(url)) : undefined
    if (file === undefined) return new Response(null, { status: 404, headers: HEADERS })
    const body = await readFile(file)
    return new Response(body, { headers: { ...HEADERS, 'Content-Type': mimeTypeOf(file) } })
  })
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
