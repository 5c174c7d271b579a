/** What keeps a typed part from being read, at the path that it will have in the record. */
export interface DraftFault {
  readonly path: string
  readonly kind: 'required' | 'notNumber'
}

/** What was typed as a number and does not read as one. */
export const numberFault = (path: string, typed: string): DraftFault => ({
  path,
  kind: typed.trim() === '' ? 'required' : 'notNumber',
})
