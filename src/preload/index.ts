import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CHANNELS, EVENTS, type Bridge } from '../ipc/channels'

const isOneOf = (names: readonly string[], name: unknown): name is string =>
  typeof name === 'string' && names.includes(name)

const bridge: Bridge = {
  call(channel, input) {
    if (!isOneOf(CHANNELS, channel)) return Promise.reject(new Error('no such channel'))
    return ipcRenderer.invoke(channel, input)
  },
  on(event, listener) {
    if (!isOneOf(EVENTS, event)) throw new Error('no such event')
    // The event object stays here: it holds a way to send on any channel.
    const heard = (_event: unknown, payload: unknown) => listener(payload)
    ipcRenderer.on(event, heard)
    return () => ipcRenderer.off(event, heard)
  },
  pathOf: (file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
}

contextBridge.exposeInMainWorld('tapeline', Object.freeze(bridge))
