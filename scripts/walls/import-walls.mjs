import { builtinModules } from 'node:module'
import { dirname, relative, resolve, sep } from 'node:path'
import { FOLDERS, GUARDED_PACKAGES, IN_TESTS, SOLE_FILES } from './table.mjs'

const TEST_FILE = /(\.(test|bench|spec)|-test-kit)\.ts$/
const ANY_FEATURE = 'src/renderer/*'

/**
 * The folder of the table that a file stands in: the longest that holds it.
 *
 * @param {string} path relative to the repository, with slashes
 * @returns {string | undefined}
 */
export function folderOf(path) {
  const feature = /^src\/renderer\/[^/]+(?=\/)/.exec(path)?.[0]
  if (feature !== undefined) return feature
  const holding = Object.keys(FOLDERS).filter((folder) => path.startsWith(`${folder}/`))
  return holding.sort((a, b) => b.length - a.length)[0]
}

/**
 * Says what is wrong with one import, or nothing.
 *
 * @param {string} importer path relative to the repository, with slashes
 * @param {string} source the text between the quotes
 * @returns {string | undefined}
 */
export function wallBroken(importer, source) {
  const folder = folderOf(importer)
  const wall = folder === undefined ? undefined : (FOLDERS[folder] ?? FOLDERS[ANY_FEATURE])
  if (folder === undefined || wall === undefined) return undefined
  const isTest = TEST_FILE.test(importer)
  if (!source.startsWith('.')) {
    const name = packageOf(source)
    const allowed = [...wall.packages, ...(isTest ? IN_TESTS.packages : []), SOLE_FILES[importer]]
    if (allowed.includes(name) || (allowed.includes('*') && !GUARDED_PACKAGES.includes(name))) return undefined
    return `${importer} may not import ${source}. ${wall.why}`
  }
  const target = targetOf(importer, source)
  const allowed = [folder, ...wall.folders, ...(isTest ? IN_TESTS.folders : [])]
  return isAllowed(target, allowed) ? undefined : `${importer} may not import ${target}. ${wall.why}`
}

/** @param {string} target @param {readonly string[]} allowed */
function isAllowed(target, allowed) {
  const folder = folderOf(target) ?? target.split('/')[0] ?? target
  if (allowed.includes(folder) || allowed.includes(`${target}.ts`) || allowed.includes('*')) return true
  return folder.startsWith('src/renderer/') && allowed.includes(ANY_FEATURE)
}

/** @param {string} importer @param {string} source */
function targetOf(importer, source) {
  const path = resolve('/', dirname(importer), source.replace(/\?.*$/, ''))
  return relative('/', path).split(sep).join('/')
}

/** @param {string} source */
function packageOf(source) {
  if (source.startsWith('node:') || builtinModules.includes(source)) return 'node:*'
  return source.split('/', source.startsWith('@') ? 2 : 1).join('/')
}

/** @param {any} expression of a dynamic import; a name that is only known at run time has no text */
function textOf(expression) {
  return expression.value ?? (expression.quasis?.length === 1 ? expression.quasis[0].value.cooked : undefined)
}

/** @type {import('eslint').Rule.RuleModule} */
export const importWalls = {
  meta: { type: 'problem', schema: [], messages: { broken: '{{reason}}' } },
  create(context) {
    const importer = relative(context.cwd, context.filename).split(sep).join('/')
    /** @param {import('eslint').Rule.Node} node @param {unknown} source */
    const check = (node, source) => {
      const reason = typeof source === 'string' ? wallBroken(importer, source) : undefined
      if (reason !== undefined) context.report({ node, messageId: 'broken', data: { reason } })
    }
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, textOf(node.source)),
      /** @param {any} node */
      TSImportType: (node) => check(node, node.source?.value ?? node.argument?.literal?.value),
    }
  },
}
