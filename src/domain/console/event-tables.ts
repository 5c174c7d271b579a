import { type ConsoleTable, table } from './column'
import { confidence, id, itemsOf, name, pairs, place, summary } from './shared-columns'

const EVENT = ['event', 'The event', '事件'] as const

/** What happened, and what led to what. */
export const EVENT_TABLES: readonly ConsoleTable[] = [
  table(
    'events',
    ['Events', '事件'],
    'event',
    (event) => [event],
    (is) => [
      id(is, 'The event', '事件'),
      ...name(is),
      is.text(
        'kind',
        [
          'Kind: policy, response, announcement, release, market …',
          '類型：policy、response、announcement、release、market…',
        ],
        (row) => row.kind,
      ),
      ...is.date('date', ['Date', '日期'], (row) => row.date),
      ...summary(is),
      confidence(is),
    ],
  ),
  pairs(
    'event_chips',
    ['Chips that events are about', '事件涉及的晶片'],
    'event',
    EVENT,
    ['chip', 'The chip', '晶片'],
    (event) => event.chips,
  ),
  pairs(
    'event_architectures',
    ['Architectures that events are about', '事件涉及的架構'],
    'event',
    EVENT,
    ['architecture', 'The architecture', '架構'],
    (event) => event.architectures,
  ),
  pairs(
    'event_rules',
    ['Rules that events are about', '事件涉及的法規'],
    'event',
    EVENT,
    ['rule', 'The rule', '法規'],
    (event) => event.rules,
  ),
  pairs(
    'event_actors',
    ['Who acts in events', '事件的行動者'],
    'event',
    EVENT,
    ['organisation', 'The organisation', '組織'],
    (event) => event.actors,
  ),
  table(
    'event_jurisdictions',
    ['Jurisdictions of events', '事件的管轄區'],
    'event',
    (event) => itemsOf(event.id, event.jurisdictions),
    (is) => [
      is.recordId('event', ['The event', '事件'], (row) => row.owner),
      is.text('jurisdiction', ['Jurisdiction, two letters', '管轄區，兩個字母'], (row) => row.item),
      place(is),
    ],
  ),
  table(
    'links',
    ['Links: what led to what', '關聯：何者引發何者'],
    'link',
    (link) => [link],
    (is) => [
      id(is, 'The link', '關聯'),
      is.text(
        'kind',
        ['Kind: cause, response, variant, successor', '類型：cause、response、variant、successor'],
        (row) => row.kind,
      ),
      is.recordId('from_record', ['Where it starts', '起點'], (row) => row.from),
      is.recordId('to_record', ['The effect, answer, variant or successor', '結果、回應、變體或後繼'], (row) => row.to),
      ...is.both('comment', ['Comment', '說明'], (row) => row.comment),
      confidence(is),
    ],
  ),
]
