import { clipboard, ClipboardItem, nativeImage, type NativeImage } from 'electron'

/** Electron 45 has the form of the web, versions before it one of their own. This runs on both. */
export async function copyPng(png: Uint8Array): Promise<void> {
  const bytes = Buffer.from(png)
  if (hasWriteImage(clipboard)) clipboard.writeImage(nativeImage.createFromBuffer(bytes))
  else await clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })])
}

interface OlderClipboard {
  writeImage(image: NativeImage): void
}

function hasWriteImage(value: object): value is OlderClipboard {
  return 'writeImage' in value
}
