import { spawn } from 'node:child_process'
import { Hindrance } from '../progress.mjs'

/** Whether windows can be shown. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/** Larger than any window of the tests: Electron shrinks one that fills the screen exactly. */
const SCREEN = '2720x1600x24'

/**
 * Starts a virtual screen of its own, so that tests neither flash windows at the user nor depend on a window
 * manager. Access control is off, because one test starts the app as another user; the server listens to no
 * network.
 *
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
export function startVirtualScreen() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-ac', '-nolisten', 'tcp', '-noreset']
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
    let errors = ''
    server.stderr?.on('data', (data) => (errors += String(data)))
    server.on('error', (error) => reject(new Hindrance(`Xvfb could not be started: ${error.message}`)))
    server.on('exit', (code) => reject(new Hindrance(`Xvfb ended with code ${code}.\n${errors}`)))
    server.stdio[3]?.once('data', (data) => {
      const stop = () => void server.kill()
      process.once('exit', stop)
      server.unref()
      resolve({ display: `:${String(data).trim()}`, stop })
    })
  })
}
