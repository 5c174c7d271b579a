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

/**
 * Serves the built window, and of it only the files that were there at the first request. `onPage` hears of
 * every page that is on its way.
 *
 * By the older of Electron's two calls: `protocol.handle` answers with a web `Response`, for which Node first
 * loads its whole HTTP client, on the thread that the window waits for.
 */
export function serveApp(session: Session, folder: string, onPage: () => void): void {
  let files: ReadonlyMap<string, string> | null = null
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the reason stands above
  session.protocol.registerBufferProtocol(APP_SCHEME.scheme, ({ url, method }, answer) => {
    const path = pathOf(url)
    files ??= listBuiltFiles(folder)
    const file = method === 'GET' ? files.get(path) : undefined
    if (file === undefined) {
      answer({ statusCode: 404, headers: HEADERS, data: Buffer.alloc(0) })
      return
    }
    // At once rather than later: the page waits for each of them, and they are small and just installed.
    const bytes = readFileSync(file)
    const isPage = path === '/index.html'
    const data = isPage ? withLook(bytes, new URL(url).searchParams) : bytes
    answer({ data, headers: HEADERS, mimeType: mimeTypeOf(file), charset: 'utf-8' })
    if (isPage) setImmediate(onPage)
  })
}

/**
 * The page in the theme and language that its address asks for, so that the first paint has them; a
 * script that set them would be one more thing to wait for.
 */
function withLook(html: Buffer, look: URLSearchParams): Buffer {
  const theme = look.get('theme') === 'dark' ? 'dark' : 'light'
  const language = look.get('locale') === 'zh-Hant' ? 'zh-Hant' : 'en'
  const page = html
    .toString()
    .replace('<html lang="en" data-theme="light">', `<html lang="${language}" data-theme="${theme}">`)
  return Buffer.from(page)
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
