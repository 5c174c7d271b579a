import { existsSync, mkdirSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { documentOf } from '../domain/model/document'
import { allFontFiles } from '../main/figure/font-files'
import { renderFigurePng, renderFigureSvg } from '../main/figure/render-figure'
import { writeWholeFile } from '../main/store/whole-file'
import { readStarterData } from '../main/workspace/starter-data'
import { onlyOne, readWords } from './command-line'
import { FIGURE_OPTIONS, figureSpecOf } from './figure-options'
import { CommandFailure, EXIT, messageOf, UsageError, type ExitCode } from './outcome'
import { programVersion } from './program-version'
import { readWorkspaceRecords, soundRecords, starterFolder } from './read-document'
import type { Terminal } from './terminal'

function outFileOf(out: string | undefined): { file: string; kind: 'png' | 'svg' } {
  if (out === undefined) throw new UsageError('say where to: --out FILE.png or --out FILE.svg')
  const extension = extname(out).toLowerCase()
  if (extension === '.png') return { file: out, kind: 'png' }
  if (extension === '.svg') return { file: out, kind: 'svg' }
  throw new UsageError(`--out must end in .png or .svg, not "${out}"`)
}

function write(file: string, content: Uint8Array | string): void {
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
  if (workspace !== undefined && values.starter === true)
    throw new UsageError('either a workspace or --starter, not both')
  const warn = (line: string): void => terminal.err(line)
  const read =
    workspace === undefined ? readStarterData(starterFolder(terminal.root)) : readWorkspaceRecords(workspace, warn)
  const document = documentOf(soundRecords(read, warn))
  const spec = figureSpecOf(document, values, terminal.today)
  const tools = { fontsDir: fontsFolder(terminal.root), version: programVersion(terminal.root) }

  if (out.kind === 'svg') {
    const figure = renderFigureSvg(document, spec, tools)
    write(out.file, figure.svg)
    terminal.out(`${out.file}: ${figure.report.drawn.length} records, ${figure.widthPx} x ${figure.heightPx} px`)
    return EXIT.done
  }
  const figure = await renderFigurePng(document, spec, tools)
  write(out.file, figure.png)
  terminal.out(`${out.file}: ${figure.report.drawn.length} records, ${figure.widthPx} x ${figure.heightPx} pixels`)
  return EXIT.done
}
