import type { CallError } from '../../ipc/reply'
import { client } from '../document/client'
import { useWords } from '../language/use-words'
import { toast } from '../ui/toasts'

const baseName = (file: string): string => file.split(/[\\/]/).at(-1) ?? file

/** What the user does with whole workspaces. Main asks where and opens the windows; here it is said how that went. */
export function useFiles() {
  const { t } = useWords()

  function reason({ code, message, path }: CallError): string {
    const file = path ?? ''
    if (code === 'not-found') return t('files.notFound', { file })
    if (code === 'exists') return t('files.exists', { file })
    if (code === 'foreign') return t('files.foreign', { file })
    return file === '' ? message : t('files.refused', { file, detail: message })
  }

  const refuse = (title: string, error: CallError): void => {
    toast({ tone: 'bad', title, detail: reason(error) })
  }

  async function create(from: 'nothing' | 'starter-data'): Promise<void> {
    const reply = await client().call('files:new', { from })
    if (!reply.ok) refuse(t('files.notMade'), reply.error)
    else if (reply.value.file !== null) toast({ tone: 'good', title: t('files.made'), detail: reply.value.file })
  }

  /** Null asks which. */
  async function open(file: string | null): Promise<void> {
    const reply = await client().call('files:open', { file })
    if (!reply.ok) {
      refuse(t('files.notOpened'), reply.error)
      return
    }
    const { file: opened, isNewWindow } = reply.value
    if (opened === null) return
    toast({ tone: 'good', title: t(isNewWindow ? 'files.opened' : 'files.focused'), detail: baseName(opened) })
  }

  async function reveal(file: string | null): Promise<void> {
    const reply = await client().call('files:reveal', { file })
    if (!reply.ok) refuse(t('files.notRevealed'), reply.error)
  }

  async function saveCopy(): Promise<void> {
    const reply = await client().call('files:save-copy', {})
    if (!reply.ok) {
      refuse(t('files.notCopied'), reply.error)
      return
    }
    const { file } = reply.value
    if (file === null) return
    toast({
      tone: 'good',
      title: t('files.copied'),
      detail: file,
      action: { label: t('files.show'), run: () => void reveal(file) },
    })
  }

  return {
    create,
    open,
    saveCopy,
    reveal,
    /** The window loads again with what stands at the file's path now. */
    reopen: () => client().call('files:reopen', {}),
  }
}
