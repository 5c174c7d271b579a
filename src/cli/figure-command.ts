import { existsSync, mkdirSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { documentOf } from '../domain/model/document'
import { allFontFiles } from '../main/figure/font-files'
import { FIGURE_FORMATS, renderFigure, type FigureFile, type FigureFormat } from '../main/figure/render-figure'
import { writeWholeFile } from '../main/store/whole-file'
import { readStarterData } from '../main/workspace/starter-data'
import { onlyOne, readWords } from './command-line'
import { FIGURE_OPTIONS } from './figure-options'
import { figureSpecOf } from './figure-spec-words'
import { CommandFailure, EXIT, messageOf, UsageError, type ExitCode } from './outcome'
import { programVersion } from './program-version'
import { readWorkspaceRecords, soundRecords, starterFolder } from './read-document'
import type { Terminal } from './terminal'

const ENDINGS = FIGURE_FORMATS.map((format) => `.${format}`).join(', ')

function outFileOf(out: string | undefined): { file: string; format: FigureFormat } {
  if (out === undefined) throw new UsageError(`say where to: --out FILE, ending in one of ${ENDINGS}`)
  const format = FIGURE_FORMATS.find((known) => `.${known}` === extname(out).toLowerCase())
  if (format === undefined) throw new UsageError(`--out must end in one of ${ENDINGS}, not "${out}"`)
  return { file: out, format }
}

function write(file: string, content: Uint8Array): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeWholeFile(file, content)
  } catch (error) {
    throw new CommandFailure([`${file}: could not be written: ${messageOf(error)}`])
  }
}

function fontsFolder(root: string): string {
  const folder = join(root, 'out/fonts')
  const missing = allFontFiles(folder).filter((file) => !existsSync(file))
  if (missing.length > 0)
    throw new CommandFailure(missing.map((file) => `${file}: is missing; "npm run build" puts it there`))
  return folder
}

/** `tapeline figure`: the same figure that the window saves. */
export async function figureCommand(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(words, FIGURE_OPTIONS)
  const out = outFileOf(values.out)
  const workspace = onlyOne(positionals, 'workspace')
  if ((workspace === undefined) !== (values.starter === true))
    throw new UsageError('say one workspace, or --starter for the starter data')
  const warn = (line: string): void => terminal.err(line)
  const read =
    workspace === undefined ? readStarterData(starterFolder(terminal.root)) : readWorkspaceRecords(workspace, warn)
  const document = documentOf(soundRecords(read, warn))
  const spec = figureSpecOf(document, values, terminal.today)
  if (values.force !== true && existsSync(out.file))
    throw new CommandFailure([`${out.file}: is there already; --force replaces it`])
  const tools = { fontsDir: fontsFolder(terminal.root), version: programVersion(terminal.root) }

  const made = await renderFigure(out.format, document, spec, tools)
  if (!made.ok) throw new CommandFailure([made.problem.detail])
  write(out.file, made.value.bytes)
  for (const line of told(out, made.value)) terminal.out(line)
  return EXIT.done
}

function told({ file, format }: { file: string; format: FigureFormat }, made: FigureFile): string[] {
  const { report, width, height, pages } = made
  const size =
    format === 'png'
      ? `${String(width)} x ${String(height)} pixels`
      : `${String(Math.round(width * 10) / 10)} x ${String(Math.round(height * 10) / 10)} pt`
  const counted = report.counted === 0 ? '' : `, ${String(report.counted)} more only counted`
  const sheets = pages === 1 ? '' : `, ${String(pages)} pages`
  return [`${file}: ${String(report.drawn.length)} records${counted}, ${size}${sheets}`]
}
