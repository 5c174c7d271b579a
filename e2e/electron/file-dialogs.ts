import type { Tapeline } from './launch'

/** Answers the next questions where to save; an empty path cancels. */
export async function saveTo({ app }: Tapeline, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path })
  }, filePath)
}

/** Answers the next questions which file to open. */
export async function openThis({ app }: Tapeline, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, filePath)
}
