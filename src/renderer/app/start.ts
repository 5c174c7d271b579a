import { createPinia } from 'pinia'
import { createApp } from 'vue'
import type { SettingsState, WorkspaceState } from '../../ipc/contract'
import type { Reply } from '../../ipc/reply'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { i18n } from '../language/i18n'
import App from './App.vue'

/** Settings come first: lanes and filters decide what the first timeline shows. */
export function start(opened: Promise<Reply<WorkspaceState>>, settings: Promise<Reply<SettingsState>>): void {
  const app = createApp(App).use(createPinia()).use(i18n)
  const session = useSessionStore()
  void session.load(settings).then(() => useDocumentStore().open(opened))
  app.mount('#app')

  // A field that still holds an edit gives it up when it loses the focus.
  window.addEventListener('beforeunload', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    session.flush()
  })
}
