import { moveTogether } from '../../domain/change/move-commands'
import type { Document } from '../../domain/model/document'
import type { EdtfSide } from '../../domain/time/shift-edtf'
import { ghostSpan } from './ghost-span'
import type { GhostSpan, Ghosts } from './ghosts'
import type { Drag } from '../ui/pointer-drag'
import { changeOf, type TimelineEdit } from './timeline-edit'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import type { Locale } from '../../domain/model/names'
import { dragTip } from './drag-words'
import type { Tip } from './tip'

/** What a press took hold of: an item by its middle, or one that is alone selected by an edge. */
export interface Hold {
  readonly record: string
  readonly edge: EdtfSide | null
  /** What is held is a rule that is drawn as never in force, because it or another ended it before. */
  readonly neverBinds: boolean
}

export interface ItemDragHost {
  document(): Document
  locale(): Locale
  /** What is drawn, by record: not what is only counted, or far from the window. */
  drawn(): ReadonlyMap<string, TimelineItem>
  dayAt(clientX: number): number
  /** Saves the edit; settles when it has been saved or refused. */
  edit(edit: TimelineEdit): Promise<unknown>
}

/** Whether a rule is drawn as what was made known and never took effect. */
export const neverBinds = ({ life }: TimelineItem): boolean =>
  life !== null && life.phases.every(({ kind }) => kind === 'waiting' || kind === 'decided')

/**
 * Moves what is selected, or one edge of it. Nothing is changed before it is let go: ghosts and a
 * date in words show what would be, at the precision of each date.
 */
export class ItemDrag implements Drag {
  private readonly fromDay: number
  private readonly moving: ReadonlySet<string>
  /** How many of them have no date that can be moved. */
  private readonly stuck: number
  private edit: TimelineEdit | null = null

  constructor(
    private readonly hold: Hold,
    private readonly records: readonly string[],
    press: PointerEvent,
    private readonly ghosts: Ghosts,
    private readonly tip: Tip,
    private readonly host: ItemDragHost,
  ) {
    this.fromDay = host.dayAt(press.clientX)
    this.moving = new Set(records)
    this.stuck = hold.edge === null ? moveTogether(host.document(), { ids: records, days: 0 }).left.length : 0
  }

  begin(): void {
    this.tip.hide()
  }

  move(pointer: PointerEvent): void {
    const edit = this.editBy(this.host.dayAt(pointer.clientX) - this.fromDay)
    const document = this.host.document()
    // Only what can be seen is tried out: the selection may be the whole document.
    const drawn = this.host.drawn()
    const seen = [...drawn.keys()].filter((record) => this.moving.has(record))
    const change = changeOf(document, edit.kind === 'move' ? { ...edit, records: seen } : edit)
    // Where a date cannot go, such as an end before its beginning, the last place that it could stays.
    if (!change.ok && change.problem.code !== 'no-change') return
    const edits = change.ok ? change.value.edits : {}
    this.edit = change.ok ? edit : null
    const spans = new Map<string, GhostSpan>()
    for (const record of edit.kind === 'move' ? seen : [edit.record]) {
      const item = drawn.get(record)
      const to = edits[record]?.to ?? document.records.get(record)
      if (item !== undefined && to !== undefined) spans.set(record, ghostSpan(item.extent, to, neverBinds(item)))
    }
    this.ghosts.show(spans)
    const from = document.records.get(this.hold.record)
    const to = edits[this.hold.record]?.to ?? from
    if (from === undefined || to === undefined) return
    const { records, stuck, hold } = this
    const count = records.length - stuck
    const text = dragTip({ from, to, ...hold, count, stuck }, this.host.locale())
    this.tip.now(text, pointer.clientX, pointer.clientY)
  }

  end(): void {
    this.tip.hide()
    if (this.edit === null) {
      this.ghosts.clear()
      return
    }
    // The ghosts stay until the items stand where they were: a task later the window has drawn them.
    void this.host.edit(this.edit).finally(() => {
      requestAnimationFrame(() => {
        this.ghosts.clear()
      })
    })
  }

  cancel(): void {
    this.edit = null
    this.tip.hide()
    this.ghosts.clear()
  }

  private editBy(days: number): TimelineEdit {
    const { edge, ...held } = this.hold
    return edge === null ? { kind: 'move', records: this.records, days } : { kind: 'resize', ...held, edge, days }
  }
}
