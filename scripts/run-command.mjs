import { spawn } from 'node:child_process'
import { Hindrance } from './progress.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Readonly<Record<string, string | undefined>>} [env] in place of this process's
 * @property {boolean} [show] passes the output through as it comes
 * @property {number} [timeoutMs]
 */

/**
 * Runs a program to its end. Never throws for what the program does: a program that cannot be started or takes
 * too long counts as failed, with the reason in its output.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} both streams in one text, empty when they were shown
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
      shell: process.platform === 'win32' && command === 'npm',
    })
    let output = ''
    child.stdout?.on('data', (data) => (output += String(data)))
    child.stderr?.on('data', (data) => (output += String(data)))
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }))
    child.on('close', (code, signal) => {
      resolve({ code: code ?? 1, output: signal === null ? output : `${output}\n${command}: ended by ${signal}` })
    })
  })
}

/**
 * Runs a program that must succeed, and returns its output.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export async function mustRun(command, args, options = {}) {
  const { code, output } = await run(command, args, options)
  if (code !== 0) throw new Hindrance(`${command} ${args.join(' ')} failed (exit code ${code}).\n${output}`)
  return output
}
