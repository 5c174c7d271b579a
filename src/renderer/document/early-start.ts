import { connect } from './client'

/**
 * Asks main for the document and the settings while the rest of the window is still being
 * evaluated, so that the disk and this thread work at the same time.
 */
const client = connect()
export const openedWorkspace = client.call('workspace:open', {})
export const readSettings = client.call('settings:read', {})
