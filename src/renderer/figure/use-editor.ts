import { computed, shallowRef, watch } from 'vue'
import { ItemKeeper } from '../../domain/layout/item-keeper'
import { recordOfType } from '../../domain/model/document'
import type { FigureFormat, OpenedFigure } from '../../ipc/figure-values'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { draftOfFile, lastOf, newDraft, type FigureDraft } from './figure-draft'
import { useFigureOut } from './use-figure-out'
import { usePreview } from './use-preview'
import { partsShown } from './shown-parts'
import { specOf, type ShownView } from './what-to-show'

const formatOf = (file: string): FigureFormat => {
  const ending = file.toLowerCase().split('.').at(-1)
  return ending === 'svg' || ending === 'pdf' ? ending : 'png'
}

/** The figure that is being made: what was chosen, the spec and preview that follow from it, and the ways out. */
export function useEditor(props: { readonly view: ShownView; readonly opened: OpenedFigure | null }) {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const keeper = new ItemKeeper()
  const out = useFigureOut()
  const draft = shallowRef<FigureDraft>(
    newDraft(session.lastFigure, session.locale, partsShown(props.view.parts, documents.document)),
  )
  const page = shallowRef(0)

  watch(
    () => props.opened,
    (opened) => {
      if (opened !== null) draft.value = draftOfFile(opened.spec, formatOf(opened.file))
    },
    { immediate: true },
  )

  const items = computed(() => keeper.items(documents.document))
  const result = computed(() => specOf(draft.value, props.view, documents.document, items.value))
  const spec = computed(() => (result.value.ok ? result.value.spec : null))
  const preview = usePreview(() =>
    spec.value === null
      ? null
      : {
          spec: spec.value,
          medium: draft.value.format === 'pdf' ? 'document' : 'sheet',
          page: page.value,
          revision: documents.history.revision,
        },
  )
  watch(preview.shown, (shown) => {
    // Fewer pages than before: main gave the last one.
    if (shown !== null && !preview.behind.value) page.value = shown.page
  })

  function change(next: FigureDraft): void {
    draft.value = next
    session.lastFigure = lastOf(next)
  }

  return {
    draft,
    result,
    spec,
    preview,
    page,
    out,
    change,
    turn(direction: 1 | -1): void {
      const pages = preview.shown.value?.pages ?? 1
      page.value = Math.min(Math.max(page.value + direction, 0), pages - 1)
    },
    /** A saved figure brings what it shows and how it looks. */
    useSaved(id: string): void {
      const saved = recordOfType(documents.document, 'view', id)
      if (saved === undefined) return
      change({ ...draft.value, what: 'saved', saved: id, settings: saved.figure ?? draft.value.settings })
    },
    /** It was just saved under this id, and is shown as that from now on. */
    keepAs(id: string): void {
      draft.value = { ...draft.value, what: 'saved', saved: id }
    },
    async save(format: FigureFormat): Promise<void> {
      if (format !== draft.value.format) change({ ...draft.value, format })
      if (spec.value !== null) await out.save(spec.value, format)
    },
    async copy(format: 'png' | 'svg'): Promise<void> {
      if (spec.value !== null) await out.copy(spec.value, format)
    },
  }
}
