import { onBeforeUnmount, onMounted } from 'vue'
import { client } from '../document/client'
import { isComposing } from '../ui/ime'
import { commandOf, type Command } from './shortcuts'

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type === 'text') ||
  (target instanceof HTMLElement && target.isContentEditable)

/** What covers the window, menus and dialogs have keys of their own, and Escape closes what is open before it does anything else. */
function overlayHears(event: KeyboardEvent): boolean {
  if (document.querySelector('[data-covers-window]') !== null) return true
  if (event.key === 'Escape' && document.querySelector('[data-dismissable-layer]') !== null) return true
  return event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]') !== null
}

/** Hears the keys of the table and the commands of the menu. */
export function useKeys(run: (command: Command) => void): void {
  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || isComposing(event) || overlayHears(event)) return
    const command = commandOf(event, isField(event.target))
    if (command === null) return
    event.preventDefault()
    run(command)
  }
  let off = (): void => undefined
  onMounted(() => {
    window.addEventListener('keydown', onKey)
    off = client().on('menu:command', ({ command }) => {
      run(command)
    })
  })
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', onKey)
    off()
  })
}
