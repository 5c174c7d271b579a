import { createHash } from 'node:crypto'

/** Of a text in UTF-8, in hex digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
