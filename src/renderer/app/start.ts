import { createPinia } from 'pinia'
import { createApp } from 'vue'
import type { SettingsState } from '../../ipc/settings-values'
import type { WorkspaceState } from '../../ipc/values'
import type { Reply } from '../../ipc/reply'
import { useDocumentStore } from '../document/document-store'
import { useDraftStore } from '../document/draft-store'
import { useSessionStore } from '../document/session-store'
import { i18n } from '../language/i18n'
import App from './App.vue'

/** An empty window that is painted first makes the full one come later: it is worth it only for a wait. */
const PATIENCE_MS = 150

/** Settings come first: lanes and filters decide what the first timeline shows. */
export function start(opened: Promise<Reply<WorkspaceState>>, settings: Promise<Reply<SettingsState>>): void {
  const app = createApp(App).use(createPinia()).use(i18n)
  const session = useSessionStore()
  const loaded = session.load(settings).then(() => useDocumentStore().open(opened))
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  void Promise.race([loaded, patience]).then(() => app.mount('#app'))

  // A field that still holds an edit gives it up when it loses the focus.
  window.addEventListener('beforeunload', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    session.flush()
    useDraftStore().flush()
  })
}
