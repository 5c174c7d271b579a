import * as v from 'valibot'
import { Settings, SettingsState } from '../settings-values'
import { Nothing } from '../values'

/** A page of a million characters is a fault of ours, not a table. */
const ClipboardText = v.pipe(v.string(), v.maxLength(1_000_000))

/** Settings, links to the outside, and the window itself. */
export const APP_CHANNELS = {
  'settings:read': { input: Nothing, output: SettingsState },
  'settings:write': { input: v.partial(Settings), output: SettingsState },
  /** A table as text with tabs and as HTML, together on the clipboard. */
  'clipboard:copy-table': {
    input: v.strictObject({ text: ClipboardText, html: ClipboardText }),
    output: Nothing,
  },
  /** Opens a source's address in the system browser, after a question that shows it. */
  'link:open': {
    input: v.strictObject({ url: v.pipe(v.string(), v.maxLength(2000)) }),
    output: v.strictObject({ opened: v.boolean() }),
  },
  /** Said once, when the first timeline is drawn and takes input: the end of the start, for the bench. */
  'app:usable': { input: Nothing, output: Nothing },
  'app:quit': { input: Nothing, output: Nothing },
} as const
