import { userInfo } from 'node:os'

/** The name of the system's user; empty where the system knows none. */
export function systemAuthor(): string {
  try {
    return userInfo().username.trim()
  } catch {
    // A process may run under a number that stands in no list of users.
    return ''
  }
}
