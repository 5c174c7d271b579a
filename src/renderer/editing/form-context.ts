import { inject, provide, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { Document } from '../../domain/model/document'
import type { RecordOf } from '../../domain/model/record'
import type { Draft } from './draft-types'
import type { Field } from './fields'

/** What the fields of one form share. */
export interface FormContext {
  /** The document with the sources that were added in place and are not saved yet. */
  readonly document: ComputedRef<Document>
  /** What is wrong at a path, in words; null while there is nothing to say. */
  faultAt(path: string): string | null
  /** Whether something is wrong at a path or below it that there is something to say about. */
  hasFaultUnder(path: string): boolean
  /** What stands in the fields of a record, so that one field may speak of another; null where several are changed. */
  readonly record: {
    readonly fields: readonly Field[]
    readonly draft: Readonly<Ref<Draft>>
    set(key: string, value: unknown): void
  } | null
  /** The path of the part that was asked for, which is open from the start. */
  readonly wanted: string | null
  /** Keeps a source until the form is saved, in the same step. */
  addSource(source: RecordOf<'source'>): void
}

const KEY: InjectionKey<FormContext> = Symbol('form')

export const provideForm = (form: FormContext): void => {
  provide(KEY, form)
}

export function useForm(): FormContext {
  const form = inject(KEY)
  if (form === undefined) throw new Error('a field stands in a form')
  return form
}
