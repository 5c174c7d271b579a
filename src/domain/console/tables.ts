import type { ConsoleTable } from './column'
import { EVENT_TABLES } from './event-tables'
import { EVIDENCE_TABLES } from './evidence-tables'
import { OWN_TABLES } from './own-tables'
import { PRODUCT_TABLES } from './product-tables'
import { RULE_TABLES } from './rule-tables'

export type { ConsoleTable, StoredValue } from './column'

/** Every table of the SQL console. One list is the schema pane, the fill and the tests. */
export const CONSOLE_TABLES: readonly ConsoleTable[] = [
  ...PRODUCT_TABLES,
  ...RULE_TABLES,
  ...EVENT_TABLES,
  ...EVIDENCE_TABLES,
  ...OWN_TABLES,
]
