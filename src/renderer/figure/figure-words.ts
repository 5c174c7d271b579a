import type { CallError } from '../../ipc/reply'
import type { Words } from '../language/use-words'

/** Why a figure could not be drawn, saved, copied or opened. */
export function figureFault(t: Words['t'], { code, message, path }: CallError): string {
  const file = path ?? ''
  switch (code) {
    case 'not-found':
      return t('figure.fault.notFound', { file })
    case 'foreign':
      return t('figure.fault.foreign', { file })
    case 'corrupt':
      return t('figure.fault.corrupt', { file })
    case 'too-large':
      return t('figure.fault.tooLarge')
    case 'storage':
      return t('figure.fault.storage', { file, detail: message })
    default:
      return message
  }
}
