import type { Handlers } from '../../ipc/answer'
import type { Reply } from '../../ipc/reply'

export interface LinkPorts {
  /** Shows the whole address as it will be opened and asks; false when the user declines. */
  readonly confirm: (address: string) => Promise<boolean>
  readonly openExternal: (address: string) => Promise<void>
}

export function linkHandlers({ confirm, openExternal }: LinkPorts): Pick<Handlers, 'link:open'> {
  return {
    async 'link:open'({ url }) {
      const address = safeAddress(url)
      if (!address.ok) return address
      const opened = await confirm(address.value)
      if (opened) await openExternal(address.value)
      return { ok: true, value: { opened } }
    },
  }
}

/** Control characters, and those that turn the direction of text or show nothing. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/**
 * The address as the browser will get it, its host in the ASCII form (`xn--…`), so that a look-alike
 * letter shows. Refused: anything but https, a name or password inside, hidden characters.
 */
export function safeAddress(text: string): Reply<string> {
  const refuse = (message: string): Reply<never> => ({ ok: false, error: { code: 'invalid', message, path: 'url' } })
  if (text.length > 2000) return refuse('the address is longer than 2,000 characters')
  if (HIDDEN.test(text)) return refuse('the address has hidden characters in it')
  if (!URL.canParse(text)) return refuse('this is not a web address')
  const url = new URL(text)
  if (url.protocol !== 'https:') return refuse('only https addresses are opened')
  if (url.username !== '' || url.password !== '') return refuse('the address has a user name or password in it')
  return { ok: true, value: url.href }
}
