import { recordsAndChanges } from './001-records-and-changes'
import { checksumsAuthorsDrafts } from './002-checksums-authors-drafts'
import type { Migration } from './migration'

/** In order, without gaps: the last one's number is the version this program writes. */
export const MIGRATIONS: readonly Migration[] = [recordsAndChanges, checksumsAuthorsDrafts]
