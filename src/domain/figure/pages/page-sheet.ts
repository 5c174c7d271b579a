import type { TextMeasurer, TimelineItem } from '../../layout/timeline-item'
import type { TimeWindow } from '../../model/view'
import type { FigureContent } from '../figure-content'
import type { FigureMaker } from '../figure-spec'
import type { Page } from '../page'

export interface PageWish {
  readonly window: TimeWindow
  /** Behind the title: which page of several this is. */
  readonly suffix: string
  /** Whether the lists of notes and sources stand on this page. */
  readonly lists: boolean
  readonly maker: FigureMaker
  readonly measurer: TextMeasurer
}

/** What is planned: a page of a figure, and the records that fall into its window. */
export interface Sheet {
  readonly content: FigureContent
  readonly wish: PageWish
  readonly page: Page
  readonly items: readonly TimelineItem[]
}

/** Whether anything is asked for under the rows of records. */
export const partsAsked = ({ parts }: FigureContent): boolean =>
  parts.lanes !== null || parts.status !== null || parts.comparison !== null

/** What items and the parts under them rest on, each once. */
export function sourcesFor(content: FigureContent, items: readonly TimelineItem[]) {
  return new Map(
    [...items.flatMap(({ record }) => content.sourcesOf(record)), ...content.partSources].map((source) => [
      source.id,
      source,
    ]),
  )
}
