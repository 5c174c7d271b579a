import { describe, expect, it } from 'vitest'
import { RECORD_TYPES } from '../src/domain/model/record'
import { jsonSchemaOf } from './json-schema'

describe('jsonSchemaOf', () => {
  it.each(RECORD_TYPES)('describes the file of %s records', (type) => {
    const schema = jsonSchemaOf(type)
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'array',
      items: { type: 'object', additionalProperties: false, properties: { type: { const: type } } },
    })
  })

  it('names every reference it makes, conditions inside conditions among them', () => {
    const text = JSON.stringify(jsonSchemaOf('rule'))
    const defined = Object.keys((jsonSchemaOf('rule') as { $defs: object }).$defs)
    const used = [...text.matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name)
    expect(new Set(used)).toEqual(new Set(['RecordId', 'EdtfText', 'Names', 'Condition', 'Expression']))
    expect(defined).toEqual(expect.arrayContaining([...new Set(used)]))
  })
})
