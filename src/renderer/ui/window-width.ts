import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

/** How wide the window is, in px, now and from now on. */
export function useWindowWidth(): Readonly<ShallowRef<number>> {
  const width = shallowRef(window.innerWidth)
  const tell = (): void => {
    width.value = window.innerWidth
  }
  addEventListener('resize', tell)
  onScopeDispose(() => {
    removeEventListener('resize', tell)
  })
  return width
}
