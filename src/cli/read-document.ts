import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readDataSet } from '../domain/formats/read-data-set'
import { readRecords, type ReadResult } from '../domain/formats/read-records'
import { problemLine } from '../domain/model/problem'
import { readStarterData } from '../main/workspace/starter-data'
import { CommandFailure, messageOf } from './outcome'
import { readWorkspace } from './read-workspace'

export const starterFolder = (root: string): string => join(root, 'data')

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Data files and workspaces alike, told apart by what the path is. Throws `CommandFailure`. */
export function readAnything(path: string, warn: (line: string) => void): ReadResult {
  if (!existsSync(path)) throw new CommandFailure([`${path}: there is no such file or folder`])
  if (isFolder(path)) return readStarterData(path)
  if (!path.endsWith('.json')) return readWorkspaceRecords(path, warn)
  try {
    return readRecords({ name: path, text: readFileSync(path, 'utf8') })
  } catch (error) {
    throw new CommandFailure([`${path}: ${messageOf(error)}`])
  }
}

/** The records of a workspace; what must be known of the file goes to `warn`. */
export function readWorkspaceRecords(file: string, warn: (line: string) => void): ReadResult {
  const { stored, notice } = readWorkspace(file)
  if (notice !== null) warn(`warning: ${notice}`)
  return stored
}

/** A figure is still drawn when records are at fault, but nobody should learn that from the figure alone. */
const MOST_WARNINGS = 5

/** What can be drawn of what was read. Faults are told of; where nothing else was found, they are the failure. */
export function soundRecords(read: ReadResult, warn: (line: string) => void): ReadResult['records'] {
  const lines = read.problems.map(problemLine)
  if (read.records.length === 0 && lines.length > 0) throw new CommandFailure(lines)
  for (const line of lines.slice(0, MOST_WARNINGS)) warn(`warning: ${line}`)
  if (lines.length > MOST_WARNINGS)
    warn(`warning: ${lines.length - MOST_WARNINGS} more faults; "tapeline validate" names them all`)
  return read.records
}

/** Records of a workspace with the checks that a data set gets: dates, sense and references. */
export function recheck(records: ReadResult['records'], file: string): ReadResult['problems'] {
  return readDataSet([{ name: file, text: JSON.stringify(records) }]).problems
}
