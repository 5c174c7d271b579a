import * as v from 'valibot'
import { Annotation } from './annotation'
import { Architecture } from './architecture'
import { Chip } from './chip'
import { Event } from './event'
import { Link } from './link'
import { Organisation } from './organisation'
import { Rule } from './rule'
import { Scenario } from './scenario'
import { Source } from './source'
import { View } from './view'

export const RECORD_SCHEMAS = {
  source: Source,
  organisation: Organisation,
  architecture: Architecture,
  chip: Chip,
  event: Event,
  rule: Rule,
  link: Link,
  annotation: Annotation,
  view: View,
  scenario: Scenario,
} as const

export type RecordType = keyof typeof RECORD_SCHEMAS
export const RECORD_TYPES = Object.keys(RECORD_SCHEMAS) as RecordType[]

/** Any record of a workspace, told apart by `type`. */
export const TapelineRecord = v.variant('type', [
  Source,
  Organisation,
  Architecture,
  Chip,
  Event,
  Rule,
  Link,
  Annotation,
  View,
  Scenario,
])
export type TapelineRecord = Readonly<v.InferOutput<typeof TapelineRecord>>
export type RecordOf<T extends RecordType> = Extract<TapelineRecord, { type: T }>
