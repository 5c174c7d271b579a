import { readonly, shallowRef } from 'vue'

export interface Toast {
  readonly id: number
  readonly tone: 'good' | 'bad'
  readonly title: string
  readonly detail?: string
  /** What one may want to do next. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

const SHOWN_MS = 6000
const list = shallowRef<readonly Toast[]>([])
const timers = new Map<number, number>()
let last = 0

export const toasts = readonly(list)

/** Shows a result. A failure stays until it is closed: it may hold a path that is still needed. */
export function toast(message: Omit<Toast, 'id'>): void {
  const id = ++last
  list.value = [...list.value.slice(-2), { ...message, id }]
  if (message.tone === 'good') letGo(id)
}

export function dismiss(id: number): void {
  hold(id)
  list.value = list.value.filter((item) => item.id !== id)
}

/** Keeps a toast while the pointer is on it. */
export function hold(id: number): void {
  window.clearTimeout(timers.get(id))
  timers.delete(id)
}

export function letGo(id: number): void {
  timers.set(
    id,
    window.setTimeout(() => {
      dismiss(id)
    }, SHOWN_MS),
  )
}
