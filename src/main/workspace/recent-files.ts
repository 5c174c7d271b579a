import { dirname, isAbsolute, join, relative } from 'node:path'
import * as v from 'valibot'
import { readJsonFile } from '../settings/json-file'
import { writeWholeFile } from '../store/whole-file'

const MOST_RECENT = 12

const Paths = v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(4096)))

/**
 * Which workspaces were opened lately, newest first, and which were open at the end. Files in the
 * user's own folder are written without it, so that the folder may be moved.
 */
export class RecentFiles {
  private recent: readonly string[]
  private open: readonly string[]
  private readonly folder: string

  private unwritten = false

  constructor(
    private readonly file: string,
    /** Does something once, later. A port, so that tests need not wait. */
    private readonly later: (work: () => void) => unknown,
  ) {
    this.folder = dirname(file)
    const read = readJsonFile(file, { recent: Paths, open: Paths }, { recent: [], open: [] })
    const whole = (path: string) => (isAbsolute(path) ? path : join(this.folder, path))
    this.recent = read.recent.map(whole)
    this.open = read.open.map(whole)
  }

  list(): readonly string[] {
    return this.recent
  }

  /** What was open when the program ended the last time. */
  lastOpen(): readonly string[] {
    return this.open
  }

  opened(file: string): void {
    this.recent = [file, ...this.recent.filter((known) => known !== file)].slice(0, MOST_RECENT)
    this.writeSoon()
  }

  nowOpen(files: readonly string[]): void {
    this.open = files
    this.writeSoon()
  }

  forget(): void {
    this.recent = []
    this.writeSoon()
  }

  /** Writes what has not been written yet. */
  flush(): void {
    if (!this.unwritten) return
    this.unwritten = false
    const short = (path: string) => {
      const inside = relative(this.folder, path)
      return inside.startsWith('..') || isAbsolute(inside) ? path : inside
    }
    const content = { recent: this.recent.map(short), open: this.open.map(short) }
    try {
      writeWholeFile(this.file, `${JSON.stringify(content, null, 2)}\n`)
    } catch (error) {
      console.error(`${this.file} cannot be written:`, error)
    }
  }

  private writeSoon(): void {
    if (this.unwritten) return
    this.unwritten = true
    this.later(() => {
      this.flush()
    })
  }
}
