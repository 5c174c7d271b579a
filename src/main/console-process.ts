import { utilityProcess } from 'electron'
import type { StartProcess } from './store/console/console-engine'

/** Starts the SQL console's process from its built script. */
export function startConsoleProcess(script: string): StartProcess {
  return ({ onMessage, onExit }) => {
    // It needs nothing of what the program was started with.
    const child = utilityProcess.fork(script, [], { serviceName: 'Tapeline SQL', execArgv: [] })
    let isUp = true
    child.on('message', onMessage)
    child.on('exit', () => {
      isUp = false
      onExit()
    })
    return {
      send(message) {
        child.postMessage(message)
      },
      kill() {
        const { pid } = child
        // Electron's own `kill` asks politely, and SQLite does not hear.
        if (isUp && pid !== undefined) process.kill(pid, 'SIGKILL')
        else child.kill()
      },
    }
  }
}
