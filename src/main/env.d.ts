/** Filled in by the bundler: true only in `npm run dev`, so that a built app holds none of that code. */
interface ImportMetaEnv {
  readonly DEV: boolean
}
interface ImportMeta {
  readonly env: ImportMetaEnv
}
