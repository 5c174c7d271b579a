import { clipboard, ClipboardItem, nativeImage, type NativeImage } from 'electron'

// Electron 45 has the form of the web, versions before it one of their own. This runs on both.

export async function copyPng(png: Uint8Array): Promise<void> {
  const bytes = Buffer.from(png)
  const older = olderForm(clipboard)
  if (older !== null) older.writeImage(nativeImage.createFromBuffer(bytes))
  else await clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })])
}

/** As an image for the programs that know SVG, and as text for the others; of the older form, as text alone. */
export async function copySvg(svg: Uint8Array): Promise<void> {
  const text = Buffer.from(svg).toString()
  const older = olderForm(clipboard)
  if (older !== null) older.writeText(text)
  else {
    const image = new Blob([text], { type: 'image/svg+xml' })
    await clipboard.write([
      new ClipboardItem({ 'image/svg+xml': image, 'text/plain': new Blob([text], { type: 'text/plain' }) }),
    ])
  }
}

/** A table as text and as HTML, so that a spreadsheet and a word processor both find theirs. */
export async function copyTable({ text, html }: { readonly text: string; readonly html: string }): Promise<void> {
  const older = olderForm(clipboard)
  if (older !== null) older.write({ text, html })
  else {
    const [plain, marked] = [new Blob([text], { type: 'text/plain' }), new Blob([html], { type: 'text/html' })]
    await clipboard.write([new ClipboardItem({ 'text/plain': plain, 'text/html': marked })])
  }
}

export async function copyText(text: string): Promise<void> {
  await (clipboard as { writeText(text: string): unknown }).writeText(text)
}

interface OlderClipboard {
  writeImage(image: NativeImage): void
  writeText(text: string): void
  write(data: { readonly text: string; readonly html: string }): void
}

function olderForm(value: object): OlderClipboard | null {
  return 'writeImage' in value ? (value as OlderClipboard) : null
}
