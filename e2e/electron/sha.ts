import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** Tells whether a file is still what it was, byte for byte. */
export const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
