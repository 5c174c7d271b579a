import { readdirSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import type { WorkspaceNotice } from '../../ipc/values'

/** Folders by which services that copy files between machines are known: their own names, or a file they keep there. */
const SERVICES: readonly { readonly name: string; readonly folder: RegExp }[] = [
  { name: 'Dropbox', folder: /^Dropbox( \(.+\))?$/i },
  { name: 'OneDrive', folder: /^OneDrive( - .+)?$/i },
  { name: 'Google Drive', folder: /^(Google ?Drive|GoogleDrive-.+|My Drive)$/i },
  { name: 'iCloud Drive', folder: /^(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i },
  { name: 'Nextcloud', folder: /^Nextcloud$/i },
  { name: 'ownCloud', folder: /^ownCloud$/i },
  { name: 'pCloud', folder: /^pCloud ?Drive$/i },
  { name: 'Box', folder: /^Box( Sync|-Box)?$/ },
  { name: 'Seafile', folder: /^Seafile$/i },
  { name: 'MEGA', folder: /^MEGA(sync)?$/ },
]
const MARKERS: Readonly<Record<string, string>> = {
  '.stfolder': 'Syncthing',
  '.dropbox': 'Dropbox',
  '.sync_journal.db': 'Nextcloud',
  '.tmp.drivedownload': 'Google Drive',
}

/** The names that such services give to a second version that they could not join with the first. */
const CONFLICT_NAMES: readonly RegExp[] = [
  /\(.*conflict(ed)? copy.*\)/i,
  /\.sync-conflict-\d{8}-\d{6}/,
  /\((case )?conflict( \d+)?\)/i,
  /衝突的?(複本|副本)/,
]

/** The service that copies this folder to other machines; null where none is known. `list` gives a folder's names. */
export function syncServiceOf(file: string, list: (folder: string) => readonly string[]): string | null {
  const parts = dirname(file).split(/[\\/]/)
  const named = SERVICES.find(({ folder }) => parts.some((part) => folder.test(part)))
  if (named !== undefined) return named.name
  for (let at = parts.length; at > 1; at -= 1) {
    const marker = list(parts.slice(0, at).join(sep)).find((name) => Object.hasOwn(MARKERS, name))
    if (marker !== undefined) return MARKERS[marker] ?? null
  }
  return null
}

/** Files beside a workspace that are its other versions, left by a sync service. Never opened unasked. */
export function conflictCopiesOf(file: string, names: readonly string[]): string[] {
  const own = basename(file)
  const stem = own.replace(/\.tapeline$/i, '')
  return names.filter(
    (name) =>
      name !== own &&
      name.startsWith(stem) &&
      /\.tapeline$/i.test(name) &&
      CONFLICT_NAMES.some((one) => one.test(name)),
  )
}

/** What the user should know about the place of a workspace before a second machine writes there too. */
export function placeNotices(file: string): WorkspaceNotice[] {
  const service = syncServiceOf(file, namesIn)
  const copies = conflictCopiesOf(file, namesIn(dirname(file)))
  return [
    ...(service === null ? [] : [{ code: 'synced-folder' as const, file, detail: service }]),
    ...(copies.length === 0
      ? []
      : [
          {
            code: 'conflict-copies' as const,
            file,
            detail: copies.map((name) => join(dirname(file), name)).join('\n'),
          },
        ]),
  ]
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder === '' ? sep : folder)
  } catch {
    return []
  }
}
