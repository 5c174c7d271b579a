import { onBeforeUnmount, onMounted } from 'vue'
import { client } from '../document/client'
import { isComposing } from '../ui/ime'
import { commandOf, type Command } from './shortcuts'

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type === 'text') ||
  (target instanceof HTMLElement && target.isContentEditable)

/** Letters go to the entries of a list, open or not: to the one that begins with them. */
const looksForEntry = ({ target, key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && target instanceof Element && target.closest('[role="combobox"]') !== null

/** What covers the window, menus, lists and dialogs have keys of their own, and Escape closes what is open before it does anything else. */
function overlayHears(event: KeyboardEvent): boolean {
  if (document.querySelector('[data-covers-window]') !== null) return true
  if (event.key === 'Escape' && document.querySelector('[data-dismissable-layer]') !== null) return true
  const { target } = event
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
}

/** Hears the keys of the table and the commands of the menu. */
export function useKeys(run: (command: Command) => void): void {
  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || isComposing(event) || overlayHears(event) || looksForEntry(event)) return
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
