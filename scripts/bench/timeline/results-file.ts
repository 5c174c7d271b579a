import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { format } from 'prettier'
import { inProject } from '../../project.mjs'

const file = inProject('bench/RESULTS.md')
const HEAD = `# Results

Written by \`npm run bench\`. Each part stands beside the machine that it was taken on; figures of different machines, or of a busy one, do not compare. How they are taken stands in \`scripts/bench/README.md\`.`

/** Puts one part into the file of results, in place of what an earlier run wrote there. */
export async function writePart(title: string, text: string): Promise<void> {
  const parts = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split(/^(?=## )/m)
        .slice(1)
    : []
  const at = parts.findIndex((part) => part.startsWith(`## ${title}\n`))
  parts.splice(at < 0 ? parts.length : at, at < 0 ? 0 : 1, `## ${title}\n\n${text}`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await format([HEAD, ...parts.map((part) => part.trim())].join('\n\n'), { parser: 'markdown' }))
}

export const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')

/** A table; columns after the first are of figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}
