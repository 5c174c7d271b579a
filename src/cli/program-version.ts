import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version that `package.json` states; an installed program without it is a broken one. */
export function programVersion(root: string): string {
  const file = join(root, 'package.json')
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof content === 'object' && content !== null && 'version' in content && typeof content.version === 'string')
    return content.version
  throw new Error(`${file} states no version`)
}
