import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

// The floor is Electron 33 (Chrome 130, Node 20.18): see ARCHITECTURE.md, "Electron".
const root = import.meta.dirname

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      rolldownOptions: {
        input: {
          index: resolve(root, 'src/main/index.ts'),
          // Runs as a thread of its own: large files are copied, checked and compared there.
          'version-thread': resolve(root, 'src/main/store/backups/version-thread.ts'),
          // And another: figures are drawn there.
          'figure-thread': resolve(root, 'src/main/figure/figure-thread.ts'),
          // Runs as a process of its own: the SQL console's queries, which nothing else can stop.
          'console-process': resolve(root, 'src/main/store/console/console-process.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node20.18',
      rolldownOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    build: {
      target: 'chrome130',
      minify: true,
      // The page's CSP admits fonts from the app only, not from `data:` addresses.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(root, 'src/renderer/index.html') },
    },
    plugins: [vue()],
    // What the window does not use of its libraries: the options API, developer tools, components for messages.
    define: {
      __VUE_OPTIONS_API__: false,
      __VUE_I18N_LEGACY_API__: false,
      __VUE_I18N_FULL_INSTALL__: false,
      __INTLIFY_PROD_DEVTOOLS__: false,
      __INTLIFY_DROP_MESSAGE_COMPILER__: false,
    },
  },
})
