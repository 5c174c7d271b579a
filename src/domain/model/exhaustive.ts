/** Ends a switch over a union: a new member is a compile error here, and a throw if it slips in. */
export function assertNever(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`)
}
