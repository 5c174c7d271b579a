/**
 * The table of who may import what, in one place. `eslint.config.js` enforces it, `lint-walls.test.ts` beside this
 * file plants a violation of each wall and asserts that the tool fails on it.
 *
 * A file belongs to the longest folder of `FOLDERS` that holds it. It may import from that folder, and from the
 * folders and packages of its line.
 */

/**
 * @typedef {object} Wall
 * @property {readonly string[]} folders lines of this table (`*` for all), or single files
 * @property {readonly string[]} packages npm packages; `node:*` is all of Node, `*` all but the sole importers' own
 * @property {string} why printed with the error
 */

const DOMAIN = [
  'src/domain/model',
  'src/domain/time',
  'src/domain/controls',
  'src/domain/change',
  'src/domain/versions',
  'src/domain/layout',
  'src/domain/figure',
  'src/domain/formats',
  'src/domain/search',
  'src/domain/table',
  'src/domain/console',
  'src/domain/compare',
  'src/domain/lanes',
  'src/domain/rules',
]
const PURE = 'The domain is pure: values in, values out, each part on the parts below it.'
const FEATURE = 'A feature stands on document, ui and domain; features do not import each other, app/ joins them.'

/** Folders of src/renderer that are not features. */
const RENDERER_SHARED = ['src/renderer/document', 'src/renderer/idle', 'src/renderer/ui', 'src/renderer/language']

/** @type {Readonly<Record<string, Wall>>} */
export const FOLDERS = {
  'src/domain/model': { folders: [], packages: ['valibot'], why: PURE },
  'src/domain/time': { folders: ['src/domain/model'], packages: [], why: PURE },
  'src/domain/controls': { folders: ['src/domain/model', 'src/domain/time'], packages: [], why: PURE },
  'src/domain/change': { folders: ['src/domain/model', 'src/domain/time'], packages: ['valibot'], why: PURE },
  'src/domain/versions': { folders: ['src/domain/time'], packages: ['valibot'], why: PURE },
  'src/domain/layout': { folders: ['src/domain/model', 'src/domain/time'], packages: [], why: PURE },
  'src/domain/figure': {
    folders: [
      'src/domain/model',
      'src/domain/time',
      'src/domain/layout',
      'src/domain/controls',
      'src/domain/compare',
      'src/domain/lanes',
    ],
    packages: ['valibot'],
    why: PURE,
  },
  'src/domain/formats': {
    folders: ['src/domain/model', 'src/domain/time'],
    packages: ['valibot', '@valibot/to-json-schema'],
    why: PURE,
  },
  'src/domain/search': { folders: ['src/domain/model', 'src/domain/time'], packages: [], why: PURE },
  'src/domain/table': {
    folders: ['src/domain/model', 'src/domain/time', 'src/domain/change'],
    packages: [],
    why: PURE,
  },
  'src/domain/console': { folders: ['src/domain/model', 'src/domain/time'], packages: [], why: PURE },
  'src/domain/compare': {
    folders: ['src/domain/model', 'src/domain/time', 'src/domain/controls', 'src/domain/table'],
    packages: [],
    why: PURE,
  },
  'src/domain/lanes': {
    folders: ['src/domain/model', 'src/domain/time', 'src/domain/controls'],
    packages: [],
    why: PURE,
  },
  'src/domain/rules': { folders: ['src/domain/model', 'src/domain/change'], packages: [], why: PURE },
  'src/ipc': {
    folders: DOMAIN,
    packages: ['valibot'],
    why: 'The contract stands on the domain and knows no Electron.',
  },
  'src/preload': {
    folders: ['src/ipc/channels.ts'],
    packages: ['electron'],
    why: 'The preload runs inside the sandbox and holds channel names only.',
  },
  'src/main/store': {
    folders: DOMAIN,
    packages: ['node:*', '@photostructure/sqlite', 'valibot'],
    why: 'The store knows the domain and the file, and nothing of windows.',
  },
  'src/main/handlers': {
    folders: [...DOMAIN, 'src/ipc', 'src/main/store'],
    packages: ['node:*', 'valibot'],
    why: 'Handlers take ports and never import electron, so that they run in a plain Node test.',
  },
  'src/main/figure': {
    folders: DOMAIN,
    packages: ['node:*', 'valibot', 'fontkit', 'pdfkit', '@resvg/resvg-js'],
    why: 'Figures are painted from data alone; the command line does it with no window.',
  },
  'src/main': {
    folders: [...DOMAIN, 'src/ipc', 'src/main/store', 'src/main/handlers', 'src/main/figure'],
    packages: ['node:*', 'electron', 'valibot'],
    why: 'Main wires windows, store and handlers; it never imports the renderer.',
  },
  'src/renderer': {
    folders: ['src/renderer/app', 'src/renderer/document', 'src/renderer/ui', 'src/renderer/language', 'src/ipc'],
    packages: ['*'],
    why: 'The entry of the window starts the app and nothing else.',
  },
  'src/renderer/app': {
    folders: ['src/renderer/*', 'src/ipc', ...DOMAIN],
    packages: ['*'],
    why: 'The shell joins the features; it never imports main.',
  },
  'src/renderer/idle': {
    folders: [],
    packages: [],
    why: 'When work is done hangs on the browser alone, not on what is done.',
  },
  'src/renderer/document': {
    folders: [...DOMAIN, 'src/ipc', 'src/renderer/idle'],
    packages: ['vue', 'pinia', 'valibot'],
    why: 'The document stands on the domain and the contract, and knows no component.',
  },
  'src/renderer/language': {
    folders: [...DOMAIN],
    packages: ['vue', 'vue-i18n'],
    why: 'The language of the interface depends on nothing else of it.',
  },
  'src/renderer/ui': {
    folders: [...DOMAIN, 'src/renderer/language'],
    packages: ['*'],
    why: 'Components of ui/ are dumb: props in, events out, no document.',
  },
  'src/renderer/timeline': {
    folders: [...DOMAIN, ...RENDERER_SHARED, 'src/ipc'],
    packages: ['*', 'vis-timeline', 'vis-data'],
    why: 'The adapter over vis-timeline, its only importer.',
  },
  'src/renderer/*': { folders: [...DOMAIN, ...RENDERER_SHARED, 'src/ipc'], packages: ['*'], why: FEATURE },
  'src/cli': {
    folders: [...DOMAIN, 'src/main/store', 'src/main/figure', 'src/main/workspace/starter-data.ts'],
    packages: ['node:*', 'valibot'],
    why: 'The command line is the same domain and store with no window.',
  },
  'src/testing': {
    folders: [...DOMAIN, 'src/ipc', 'src/main/store', 'src/main/handlers'],
    packages: ['*'],
    why: 'Builders and fixtures stand on what they build.',
  },
  e2e: {
    folders: [...DOMAIN, 'src/ipc', 'src/testing'],
    packages: ['*', 'electron', '@photostructure/sqlite', 'node:*'],
    why: 'E2E tests drive the built app and import none of main or renderer.',
  },
  scripts: {
    folders: ['*'],
    packages: ['*', 'electron', '@photostructure/sqlite', '@resvg/resvg-js', 'node:*'],
    why: 'Scripts may use everything but what has one importer only.',
  },
}

/** Packages that `*` does not cover, because few may import them. */
export const GUARDED_PACKAGES = [
  'electron',
  '@photostructure/sqlite',
  'vis-timeline',
  'vis-data',
  'edtf',
  '@resvg/resvg-js',
  'node:*',
]

/** Single files that may import a package which the rest of their folder may not. */
export const SOLE_FILES = /** @type {Readonly<Record<string, string>>} */ ({
  'src/domain/time/edtf-library.ts': 'edtf',
})

/** What tests may import beside what their folder may. */
export const IN_TESTS = {
  folders: ['src/testing', 'data'],
  packages: ['vitest', 'fast-check', '@vue/test-utils', 'node:*', 'vue', 'pinia', 'valibot', 'pngjs', 'pixelmatch'],
}
