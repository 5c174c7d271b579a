import type { Mark, Shape, TextRole } from '../../../domain/figure/scene'

/** What a reader that speaks a PDF makes of a part: heading, paragraph, entry of a list, the picture, or nothing. */
export type PartKind = 'heading' | 'subheading' | 'paragraph' | 'legend' | 'source' | 'figure' | 'artifact'

const KIND_OF_ROLE: Readonly<Partial<Record<TextRole, PartKind>>> = {
  title: 'heading',
  subtitle: 'paragraph',
  window: 'paragraph',
  count: 'paragraph',
  footer: 'paragraph',
  empty: 'paragraph',
  cell: 'paragraph',
  legend: 'legend',
  source: 'source',
}

/** Marks that follow each other on the page and are of one kind. */
export interface PagePart {
  readonly kind: PartKind
  readonly marks: readonly Mark[]
}

function kindOf(shape: Shape): PartKind {
  switch (shape.shape) {
    case 'item':
    case 'count':
    case 'chart':
      return 'figure'
    case 'text':
      // The name of a list stands above it in strong letters.
      if (shape.role === 'source' && shape.font.weight > 500) return 'subheading'
      return KIND_OF_ROLE[shape.role] ?? 'figure'
    default:
      // Grid, grounds and rules of the page: nobody needs to hear of them.
      return 'artifact'
  }
}

/** The lines of a source stand behind its number, which begins it. */
function goesOn(shape: Shape): boolean {
  if (shape.shape !== 'text' || shape.role !== 'source') return false
  return !/^\d+$/.test(
    shape.runs
      .map(({ text }) => text)
      .join('')
      .trim(),
  )
}

/**
 * A page cut where its kind changes, in the order of painting. Each line of a legend or paragraph is a
 * part of its own, and each source with all its lines.
 */
export function pageParts(shapes: readonly Shape[]): PagePart[] {
  const parts: { kind: PartKind; marks: Mark[] }[] = []
  for (const shape of shapes) {
    const kind = kindOf(shape)
    const marks = 'parts' in shape ? shape.parts : [shape]
    const last = parts.at(-1)
    if (last?.kind === kind && (kind === 'figure' || kind === 'artifact' || goesOn(shape))) last.marks.push(...marks)
    else parts.push({ kind, marks: [...marks] })
  }
  return parts
}
