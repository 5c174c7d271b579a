import { createLarge } from './workspace'

/** `node --import tsx write.ts <count> <file> [<count> <file> …]`: for tests, which must not import the store. */
const words = process.argv.slice(2)
for (let at = 0; at + 1 < words.length; at += 2) createLarge(words[at + 1] ?? '', Number(words[at]))
