import { statSync } from 'node:fs'

/** Which file a path led to when it was opened. */
export interface FileIdentity {
  readonly device: bigint
  readonly inode: bigint
}

export function identityOf(file: string): FileIdentity {
  const { dev, ino } = statSync(file, { bigint: true })
  return { device: dev, inode: ino }
}
