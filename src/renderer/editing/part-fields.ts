/** What binds a field to its place in a part: where it stands, what is in it, and the change of it. */
interface PartField<T> {
  readonly path: string
  readonly modelValue: T
  readonly 'onUpdate:modelValue': (value: T) => void
}

/** The fields of one part of a record, by their keys, to bind inputs to (`v-bind`). */
export type PartFields<P> = <K extends keyof P & string>(key: K) => PartField<P[K]>

export function partFields<P>(path: string, part: P, change: (part: Partial<P>) => void): PartFields<P> {
  return (key) => ({
    path: `${path}.${key}`,
    modelValue: part[key],
    'onUpdate:modelValue': (value) => {
      change({ [key]: value } as unknown as Partial<P>)
    },
  })
}
