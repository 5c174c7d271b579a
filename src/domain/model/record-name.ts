import type { Document } from './document'
import type { Locale, Names } from './names'
import type { TapelineRecord } from './record'

const both = (text: string): Names => ({ en: text, 'zh-Hant': text })

/** The first line of a Markdown note without its marks, as its name. */
function headline(markdown: string): string {
  const line = markdown.split('\n').find((part) => part.trim() !== '') ?? '…'
  const words = line
    .replace(/^[#>*\-\s]+/, '')
    .replaceAll(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replaceAll(/\*\*|__|~~|`/g, '')
  return words.slice(0, 80) || '…'
}

/**
 * What a record is called, in both languages. Sources carry the title they were published under;
 * links and notes, which have no name of their own, are called after what they join or say.
 */
export function recordNames(record: TapelineRecord, document: Document): Names {
  switch (record.type) {
    case 'source':
      return both(record.title)
    case 'annotation':
      return both(headline(record.text))
    case 'link': {
      const from = document.records.get(record.from)
      const to = document.records.get(record.to)
      const name = (end: TapelineRecord | undefined, id: string): Names =>
        end === undefined || end.type === 'link' ? both(id) : recordNames(end, document)
      const [a, b] = [name(from, record.from), name(to, record.to)]
      return { en: `${a.en} → ${b.en}`, 'zh-Hant': `${a['zh-Hant']} → ${b['zh-Hant']}` }
    }
    default:
      return record.name
  }
}

/** {@link recordNames} in one language. */
export function recordName(record: TapelineRecord, document: Document, locale: Locale): string {
  return recordNames(record, document)[locale]
}
