import type { Bridge } from '../../ipc/channels'
import { createClient, type Client } from '../../ipc/client'

declare global {
  interface Window {
    readonly tapeline?: Bridge
  }
}

let connected: Client | undefined

/** Joins the window to main, once, before anything else asks. Tests hand in a bridge of their own. */
export function connect(bridge: Bridge | undefined = window.tapeline): Client {
  if (bridge === undefined) throw new Error('the preload did not put its bridge on the window')
  connected = createClient(bridge)
  return connected
}

export function client(): Client {
  if (connected === undefined) throw new Error('connect() comes first')
  return connected
}
