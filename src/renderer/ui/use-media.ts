import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

/** Whether the window meets a media query, now and from now on. */
export function useMedia(query: string): Readonly<ShallowRef<boolean>> {
  const list = matchMedia(query)
  const meets = shallowRef(list.matches)
  const tell = (): void => {
    meets.value = list.matches
  }
  list.addEventListener('change', tell)
  onScopeDispose(() => {
    list.removeEventListener('change', tell)
  })
  return meets
}
