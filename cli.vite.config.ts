import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const root = import.meta.dirname

/** The command line is one Node program: the domain and the store bundled, native modules left where npm put them. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ['@photostructure/sqlite', '@resvg/resvg-js'] },
  build: {
    ssr: resolve(root, 'src/cli/index.ts'),
    outDir: resolve(root, 'out/cli'),
    emptyOutDir: true,
    target: 'node20.18',
    rolldownOptions: { output: { format: 'es', entryFileNames: 'index.js' } },
  },
})
