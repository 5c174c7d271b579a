import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** @param {...string} parts */
export const inProject = (...parts) => resolve(projectRoot, ...parts)
