import { vi } from 'vitest'

/**
 * Waits until a check no longer throws. How long that takes is no property of the code: only what does not come
 * within a whole minute of a busy machine is missing.
 */
export const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 50_000, interval: 5 })
