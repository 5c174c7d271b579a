import type { Change } from '../../domain/change/change'
import { createRecord, editRecord } from '../../domain/change/record-commands'
import { freshId } from '../../domain/change/fresh-id'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import type { Document } from '../../domain/model/document'
import type { RecordId } from '../../domain/model/ids'
import type { Result } from '../../domain/model/problem'
import type { RecordOf } from '../../domain/model/record'
import { recordsOfType } from '../../domain/model/document'

/** A view of the workspace that also says how a figure of it looks. */
export type SavedFigure = RecordOf<'view'> & { readonly figure: NonNullable<RecordOf<'view'>['figure']> }

export function savedFigures(document: Document): SavedFigure[] {
  return recordsOfType(document, 'view').filter((view): view is SavedFigure => view.figure !== undefined)
}

/** What of a spec a view keeps: not which records were selected, and not what day it was. */
function kept({ settings, window, grouping, filters, collapsed }: FigureSpec) {
  return { filters, grouping, collapsed, window, figure: settings }
}

export const newFigureId = (document: Document, name: string): RecordId => freshId(`view ${name}`, document.records)

/** Saves a figure as a new view, under one name for both languages until it is given another. */
export function saveFigure(
  document: Document,
  input: { id: RecordId; name: string; spec: FigureSpec },
): Result<Change> {
  const name = input.name.trim()
  return createRecord(document, {
    type: 'view',
    id: input.id,
    name: { en: name, 'zh-Hant': name },
    ...kept(input.spec),
  })
}

/** Lets a saved figure be as this one is; its name stays. */
export function updateFigure(document: Document, input: { id: RecordId; spec: FigureSpec }): Result<Change> {
  return editRecord(document, { id: input.id, fields: kept(input.spec) })
}

/** Whether a saved figure shows what the spec does and looks like it. */
export function isAsSaved(saved: SavedFigure, spec: FigureSpec): boolean {
  const { filters, grouping, collapsed, window, figure } = saved
  return spec.only === undefined && textOf({ filters, grouping, collapsed, window, figure }) === textOf(kept(spec))
}

/** The same text for the same values, whatever the order of the fields. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
