import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { EdtfText } from '../src/domain/model/edtf-text'
import { Expression } from '../src/domain/model/formula'
import { RecordId } from '../src/domain/model/ids'
import { Names } from '../src/domain/model/names'
import { RECORD_SCHEMAS, type RecordType } from '../src/domain/model/record'
import { Condition } from '../src/domain/model/rule'

const SHARED = { RecordId, EdtfText, Names, Condition, Expression }

/**
 * The JSON Schema (draft 7, which editors know) of the data file of a record type: an array of such
 * records. What JSON Schema cannot say (dates that exist, references that resolve) is left to the
 * reader.
 */
export function jsonSchemaOf(type: RecordType): Readonly<Record<string, unknown>> {
  const schema: v.GenericSchema = RECORD_SCHEMAS[type]
  const { $schema, ...rest } = toJsonSchema(v.array(schema), {
    typeMode: 'input',
    definitions: SHARED,
    ignoreActions: ['trim', 'check', 'finite'],
  })
  return { $schema, title: `Tapeline ${type} records`, ...rest }
}
