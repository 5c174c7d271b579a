const AT_THE_LATEST_MS = 200

/** Resolves when the page has drawn and answered what there was to draw and answer, or after a moment all the same. */
export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(
      () => {
        resolve()
      },
      { timeout: AT_THE_LATEST_MS },
    )
  })
}
