import { isAbsolute, resolve } from 'node:path'

const WORKSPACE_ENDING = '.tapeline'

/** The file that stands in the user's own folder from the first start on. */
export const OWN_WORKSPACE = `Tapeline${WORKSPACE_ENDING}`

const isWorkspaceName = (name: string): boolean => name.toLowerCase().endsWith(WORKSPACE_ENDING)

/**
 * The workspaces that a command line names, as absolute paths, each once: what a double click in the
 * file manager comes to. Switches, the program itself and the app's folder are passed over.
 */
export function filesAskedFor(argv: readonly string[], folder: string): string[] {
  const named = argv.slice(1).filter((argument) => !argument.startsWith('-') && isWorkspaceName(argument))
  return [...new Set(named.map((name) => (isAbsolute(name) ? name : resolve(folder, name))))]
}
