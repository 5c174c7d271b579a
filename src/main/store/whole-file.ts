import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file so that a crash or power cut leaves the old one or the new one, never a part: a new
 * file beside it, flushed, renamed over it, and the folder flushed. Throws what the system throws.
 */
export function writeWholeFile(file: string, content: Uint8Array | string): void {
  const temporary = temporaryBeside(file)
  try {
    const descriptor = openSync(temporary, 'wx')
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
    } finally {
      closeSync(descriptor)
    }
    publishFile(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Gives a finished temporary file its name, durably. */
export function publishFile(temporary: string, file: string): void {
  flush(temporary, 'r+')
  renameSync(temporary, file)
  flushFolder(dirname(file))
}

let count = 0

/** A name in the same folder, because a rename is whole only inside one file system. */
export function temporaryBeside(file: string): string {
  count += 1
  return join(dirname(file), `.${basename(file)}.${String(process.pid)}-${String(count)}.tmp`)
}

function flush(path: string, flags: string): void {
  const descriptor = openSync(path, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Windows opens no folders; there the rename itself is written through. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder, 'r')
}
