/** What the file name of a version says; there is no other list of them. */
export interface VersionName {
  readonly kind: 'automatic' | 'before-restore' | 'named'
  /** Of a named one only. */
  readonly name: string | null
  /** Milliseconds since 1970 in UTC. */
  readonly madeAtMs: number
  readonly revision: number
}

const FORM = /^(\d{4}-\d\d-\d\d) (\d\d)-(\d\d)-(\d\d)-(\d{3}) r(\d{1,15}) (?:(automatic|before-restore)|= (.+))$/u

/** A file system takes 255 bytes in a name; the rest of ours and of a temporary name around it is under 100. */
const MAX_NAME_BYTES = 150

/**
 * The id of a version, which with `.tapeline` is also its file name:
 * `2026-11-25 07-10-22-153 r42 = Before the import`. Null when the name is too long for a file.
 */
export function versionId({ kind, name, madeAtMs, revision }: VersionName): string | null {
  const words = name === null ? kind : `= ${escaped(name)}`
  if (Buffer.byteLength(words) > MAX_NAME_BYTES) return null
  const stamp = new Date(madeAtMs).toISOString().replace('T', ' ').replace(/[:.]/g, '-').replace('Z', '')
  return `${stamp} r${String(revision)} ${words}`
}

/** Null for any text that is no id of ours; a path, for one. */
export function parseVersionId(id: string): VersionName | null {
  const [, day, hour, minute, second, ms, revision, kind, escapedName] = FORM.exec(id) ?? []
  if (day === undefined || /[/\\\p{Cc}]/u.test(id)) return null
  const madeAtMs = Date.parse(`${day}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.${ms ?? ''}Z`)
  const name = escapedName === undefined ? null : unescaped(escapedName)
  if (Number.isNaN(madeAtMs) || (escapedName !== undefined && name === null)) return null
  return {
    kind: name === null ? (kind as 'automatic' | 'before-restore') : 'named',
    name,
    madeAtMs,
    revision: Number(revision),
  }
}

/** Characters that some file system does not take in a name. */
const escaped = (name: string): string =>
  name.replace(/[<>:"/\\|?*%\p{Cc}]/gu, encodeURIComponent).replaceAll('*', '%2A')

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
