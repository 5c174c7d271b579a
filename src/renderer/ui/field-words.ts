import type { PathStep } from '../../domain/change/describe-change'
import type { TapelineRecord } from '../../domain/model/record'

/** Where the words for a field stand: most are those of the details. */
const FIELD_PATHS: Readonly<Record<string, string>> = {
  ...underOne('history.fields', [
    'type',
    'id',
    'kind',
    'assumptions',
    'rule',
    'copy',
    'provision',
    'at',
    'jurisdictions',
    'amends',
    'supersedes',
    'form',
    'gate',
    'corrects',
    'formulas',
    'expression',
    'item',
    'only',
    'exceptions',
    'replaces',
    'overrides',
    'operator',
    'limit',
    'conditions',
    'step',
    'target',
    'text',
    'colour',
    'shape',
    'day',
    'lane',
    'down',
    'place',
    'author',
    'created',
    'modified',
    'inFigures',
    'collapsed',
    'window',
    'from',
    'to',
    'title',
    'access',
    'metric',
    'unit',
    'reason',
    'comment',
    'reference',
    'words',
    'field',
  ]),
  ...underOne('inspector.dateFields', [
    'date',
    'announced',
    'available',
    'withdrawn',
    'published',
    'effective',
    'enforced',
    'ended',
    'retrieved',
  ]),
  ...underOne('relation', ['vendor', 'issuer', 'actors', 'architecture', 'architectures', 'chips', 'rules']),
  ...underOne('relation', ['variantOf', 'predecessor', 'events']),
  ...underOne('inspector', ['summary', 'note', 'specs', 'value', 'preferred', 'provisions', 'destinations']),
  ...underOne('inspector', ['condition', 'outcome', 'disagreements', 'sources', 'citation', 'codename', 'aliases']),
  ...underOne('inspector', ['roles', 'jurisdiction', 'language', 'locator', 'publisher', 'confidence']),
  ...underOne('languages', ['en', 'zh-Hant']),
  name: 'search.fields.name',
  url: 'inspector.address',
  filters: 'filters.title',
  grouping: 'bar.lanes',
  when: 'inspector.condition',
  all: 'inspector.allOf',
  any: 'inspector.anyOf',
}

function underOne(family: string, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, `${family}.${field}`]))
}

type Translate = (path: string, values?: Readonly<Record<string, string | number>>) => string

/** A field in words; one that has none is called as the file calls it. */
export function fieldWord(field: string, t: Translate): string {
  const path = Object.hasOwn(FIELD_PATHS, field) ? FIELD_PATHS[field] : undefined
  return path === undefined ? field : t(path)
}

/** The way to a value in words: `Specs › Memory › Value`. */
export function pathWords(
  path: readonly PathStep[],
  sides: { readonly from: TapelineRecord | null; readonly to: TapelineRecord | null },
  t: Translate,
): string {
  let [left, right]: [unknown, unknown] = [sides.from, sides.to]
  const parts: string[] = []
  for (const step of path) {
    if (typeof step === 'string') {
      ;[left, right] = [inside(left, step), inside(right, step)]
      parts.push(fieldWord(step, t))
      continue
    }
    left = step.fromAt === null ? undefined : inside(left, String(step.fromAt))
    right = step.toAt === null ? undefined : inside(right, String(step.toAt))
    const element = right ?? left
    if (typeof element === 'object') parts.push(elementWord(element, (step.toAt ?? step.fromAt ?? 0) + 1, t))
  }
  return parts.join(' › ')
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}

function elementWord(element: object | null, place: number, t: Translate): string {
  const metric = inside(element, 'metric')
  if (typeof metric === 'string') {
    const conditions = inside(element, 'condition')
    const words = Array.isArray(conditions) ? conditions.map((each) => t(`specCondition.${String(each)}`)) : []
    return [t(`metric.${metric}`), ...words].join(' · ')
  }
  const reference = inside(element, 'reference') ?? inside(element, 'field')
  if (typeof reference === 'string') return fieldWord(reference, t)
  return t('history.element', { place })
}
