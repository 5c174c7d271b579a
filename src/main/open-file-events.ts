import { app } from 'electron'

export interface OpenFileEvents {
  /** What came so far and has not been asked for yet. */
  take(): string[]
  /** From now on, each as it comes. */
  hear(listener: (file: string) => void): void
}

/** A Mac tells of a double click by an event, which may come before the program is ready. */
export function openFileEvents(): OpenFileEvents {
  let waiting: string[] = []
  let heard: ((file: string) => void) | null = null
  app.on('open-file', (event, file) => {
    event.preventDefault()
    if (heard === null) waiting.push(file)
    else heard(file)
  })
  return {
    take() {
      const files = waiting
      waiting = []
      return files
    },
    hear(listener) {
      heard = listener
    },
  }
}
