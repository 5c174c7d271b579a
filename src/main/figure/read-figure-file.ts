import * as v from 'valibot'
import { inflateSync } from 'node:zlib'
import { FigureMark } from '../../domain/figure/figure-evidence'
import { FIGURE_NAMESPACE } from '../../domain/figure/svg-text'
import { fail, succeed, type Result } from '../../domain/model/problem'
import { PNG_MARK_KEYWORD, PNG_SIGNATURE } from './png-file'

/** No figure of ours comes near; what is larger is not read at all. */
export const MAX_FIGURE_FILE_BYTES = 512 * 1024 * 1024
/** Most bytes of the mark: a spec and the hashes of some hundred thousand records. */
const MAX_MARK_BYTES = 16 * 1024 * 1024

/**
 * Reads back what a PNG, SVG or PDF of ours is made of, whoever saved it since: told by its content,
 * not by its name. Never throws: what is no figure, damaged, hostile or of a later format is a problem.
 */
export function readFigureFile(bytes: Uint8Array): Result<FigureMark> {
  if (bytes.byteLength > MAX_FIGURE_FILE_BYTES)
    return fail({ code: 'too-large', detail: `more than ${String(MAX_FIGURE_FILE_BYTES)} bytes` })
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const text = markIn(file)
    if (text === null) return notAFigure('holds no figure of Tapeline')
    return parsed(text)
  } catch {
    return notAFigure('what it says of itself cannot be read')
  }
}

const notAFigure = (detail: string): Result<FigureMark> => fail({ code: 'not-a-figure', detail })

function parsed(text: string): Result<FigureMark> {
  const content: unknown = JSON.parse(text)
  const mark = v.safeParse(FigureMark, content, { abortEarly: true })
  if (mark.success) return succeed(mark.output)
  const [issue] = mark.issues
  const path = v.getDotPath(issue)
  return fail({ code: 'not-a-figure', ...(path === null ? {} : { path }), detail: issue.message })
}

function markIn(file: Buffer): string | null {
  if (file.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return markInPng(file)
  if (file.subarray(0, 5).equals(Buffer.from('%PDF-'))) return between(file, '<tapeline:figure>', '</tapeline:figure>')
  return between(file, `<figure xmlns="${FIGURE_NAMESPACE}">`, '</figure>')
}

function markInPng(file: Buffer): string | null {
  const keyword = Buffer.from(`${PNG_MARK_KEYWORD}\0`, 'latin1')
  let at = PNG_SIGNATURE.length
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    const content = file.subarray(at + 8, at + 8 + length)
    if (name === 'IEND' || content.length < length) return null
    if (name === 'iTXt' && content.subarray(0, keyword.length).equals(keyword)) return internationalText(content)
    at += length + 12
  }
  return null
}

/** Keyword, whether it is packed and how, language, translated keyword, text. */
function internationalText(content: Buffer): string {
  const flags = content.indexOf(0) + 1
  const isPacked = content[flags] === 1
  const language = content.indexOf(0, flags + 2)
  const translated = content.indexOf(0, language + 1)
  if (language < 0 || translated < 0) throw new Error('the text has no beginning')
  const text = content.subarray(translated + 1)
  return (isPacked ? inflateSync(text, { maxOutputLength: MAX_MARK_BYTES }) : limited(text)).toString('utf8')
}

function between(file: Buffer, before: string, after: string): string | null {
  const start = file.indexOf(before)
  if (start < 0) return null
  const from = start + before.length
  const end = file.indexOf(after, from)
  if (end < 0) return null
  return unescapeXml(limited(file.subarray(from, end)).toString('utf8'))
}

function limited(text: Buffer): Buffer {
  if (text.length > MAX_MARK_BYTES) throw new Error('too long')
  return text
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
}

/** Other programs write other entities for the same letters when they save the file again. */
function unescapeXml(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}
