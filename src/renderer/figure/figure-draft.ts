import { DEFAULT_FIGURE_SETTINGS } from '../../domain/figure/paper-presets'
import type { FigureSpec } from '../../domain/figure/figure-spec'
import type { FigureSettings } from '../../domain/model/figure-settings'
import type { Locale } from '../../domain/model/names'
import type { FigureFormat } from '../../ipc/figure-values'
import type { LastFigure } from '../../ipc/settings-values'
import type { PartSettings } from './shown-parts'

/** What a figure may show. `file`: what the figure file showed that was opened. */
export const WHATS = ['view', 'saved', 'selection', 'range', 'all', 'file'] as const
export type What = (typeof WHATS)[number]

/** A figure as it is being made in the editor. */
export interface FigureDraft {
  readonly what: What
  /** Id of the saved view, for `saved`. */
  readonly saved: string | null
  /** As they were typed, for `range`. */
  readonly from: string
  readonly to: string
  /** For `file`. */
  readonly fileSpec: FigureSpec | null
  readonly format: FigureFormat
  readonly settings: FigureSettings
}

const NOTHING_CHOSEN = { saved: null, from: '', to: '', fileSpec: null } as const

/**
 * A new figure of the view, that looks as the last one did and has under it what stands under the timeline; the first
 * is in the language of the window.
 */
export function newDraft(last: LastFigure | null, locale: Locale, parts: PartSettings = {}): FigureDraft {
  return {
    ...NOTHING_CHOSEN,
    what: 'view',
    format: last?.format ?? 'png',
    settings: { ...(last?.settings ?? { ...DEFAULT_FIGURE_SETTINGS, language: locale }), ...parts },
  }
}

/** The figure of a file, to be made again as what the file is. */
export function draftOfFile(spec: FigureSpec, format: FigureFormat): FigureDraft {
  return { ...NOTHING_CHOSEN, what: 'file', fileSpec: spec, format, settings: spec.settings }
}

/** What of a figure the next one begins with. */
export function lastOf({ format, settings }: Pick<FigureDraft, 'format' | 'settings'>): LastFigure {
  const {
    title: _title,
    subtitle: _subtitle,
    lanes: _lanes,
    status: _status,
    scenario: _scenario,
    comparison: _comparison,
    ...look
  } = settings
  return { format, settings: look }
}

/** Settings with a title or subtitle; an empty one is none. */
export function withText(settings: FigureSettings, field: 'title' | 'subtitle', text: string): FigureSettings {
  const { [field]: _before, ...rest } = settings
  return text === '' ? rest : { ...rest, [field]: text }
}
