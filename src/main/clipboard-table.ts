import { clipboard, ClipboardItem } from 'electron'

/** Puts a table on the clipboard as text and as HTML, so that a spreadsheet and a word processor both find theirs. */
export async function copyTable({ text, html }: { readonly text: string; readonly html: string }): Promise<void> {
  // As in `clipboard-image.ts`: Electron 45 has the form of the web, versions before it one of their own.
  if (hasWriteText(clipboard)) clipboard.write({ text, html })
  else {
    const blob = (content: string, type: string): Blob => new Blob([content], { type })
    await clipboard.write([
      new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') }),
    ])
  }
}

interface OlderClipboard {
  write(data: { text: string; html: string }): void
}

function hasWriteText(value: object): value is OlderClipboard {
  return 'writeImage' in value
}
