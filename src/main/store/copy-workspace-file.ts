import { withPrivateCopy } from './private-copy'
import { writeVerifiedCopy } from './verified-copy'

/** Copies a workspace that is not open here, with what stands in its log. Throws when the copy is not good. */
export function copyWorkspaceFile(from: string, to: string): void {
  withPrivateCopy(from, (db) => {
    writeVerifiedCopy(db, to)
  })
}
