import type { Locale, Names } from '../model/names'

/** A query that is ready to run, and to be changed from there. */
export interface ReadyQuery {
  readonly id: string
  readonly title: Names
  /** The statement; its remarks and the names that it shows are in that language. */
  readonly sql: (locale: Locale) => string
}

interface Local {
  /** The column with the name of a thing. */
  readonly name: string
  /** Picks the words of the language. */
  readonly say: (en: string, zhHant: string) => string
}

const query = (id: string, en: string, zhHant: string, write: (local: Local) => string): ReadyQuery => ({
  id,
  title: { en, 'zh-Hant': zhHant },
  sql: (locale) =>
    write({ name: locale === 'en' ? 'name' : 'name_zh', say: (words, zh) => (locale === 'en' ? words : zh) }).trim(),
})

/** One for each question that analysts ask most. All run on every workspace; dates and ids in them are there to be changed. */
export const READY_QUERIES: readonly ReadyQuery[] = [
  query(
    'tpp-and-density',
    'Chips with TPP and performance density',
    '晶片的 TPP 與效能密度',
    ({ name, say }) => `
-- ${say('The value that stands for each metric: the preferred one, else the first.', '每個項目取採用值；未指定時取第一個。')}
SELECT c.id, c.${name} AS chip, c.vendor, c.announced,
       t.value_number AS tpp, d.value_number AS performance_density
FROM chips c
LEFT JOIN chip_specs t ON t.chip = c.id AND t.metric = 'tpp' AND t.chosen
LEFT JOIN chip_specs d ON d.chip = c.id AND d.metric = 'performance-density' AND d.chosen
WHERE t.chip IS NOT NULL OR d.chip IS NOT NULL
ORDER BY tpp DESC, performance_density DESC`,
  ),
  query(
    'rules-in-force',
    'Rules in force on a date',
    '某日有效的法規',
    ({ name, say }) => `
-- ${say('Change the day. Letters and guidance without a day of effect bind when they are made known; decisions never bind. “perhaps”: a date is not known well enough.', '請改成要查的日期。函件與指引未載明生效日時，自公開之日起適用；決定本身不具效力。「可能」：日期不夠精確。')}
WITH asked(day) AS (VALUES ('2025-12-20')),
bound AS (
  SELECT id,
         CASE WHEN effective IS NOT NULL THEN effective_from
              WHEN form IN ('letter', 'guidance') THEN coalesce(announced_from, published_from) END AS first_day,
         CASE WHEN effective IS NOT NULL THEN effective_to
              WHEN form IN ('letter', 'guidance') THEN coalesce(announced_to, published_to) END AS sure_day
  FROM rules WHERE form IS NOT 'decision'
),
ends AS (
  SELECT id AS rule, ended_from AS first_day, ended_to AS sure_day FROM rules WHERE ended IS NOT NULL
  UNION ALL
  SELECT s.superseded, b.first_day, b.sure_day
  FROM rule_supersedes s JOIN bound b ON b.id = s.rule WHERE b.first_day IS NOT NULL
)
SELECT r.id, r.${name} AS rule, r.jurisdiction, r.form, r.announced, r.effective, r.ended,
       CASE WHEN b.sure_day <= day
             AND NOT EXISTS (SELECT 1 FROM ends e WHERE e.rule = r.id AND e.first_day <= day)
            THEN '${say('yes', '是')}' ELSE '${say('perhaps', '可能')}' END AS in_force
FROM asked, rules r JOIN bound b ON b.id = r.id
WHERE b.first_day <= day
  AND NOT EXISTS (SELECT 1 FROM ends e WHERE e.rule = r.id AND e.sure_day <= day)
ORDER BY b.first_day`,
  ),
  query(
    'events-by-jurisdiction',
    'Events between two dates, by jurisdiction',
    '兩個日期之間的事件，依管轄區',
    ({ name, say }) => `
-- ${say('Change the two days. An event that may lie between them is listed, too.', '請改成要查的兩個日期。可能落在其間的事件也會列出。')}
WITH asked(first_day, last_day) AS (VALUES ('2025-01-01', '2025-12-31'))
SELECT j.jurisdiction, e.id, e.date, e.kind, e.${name} AS event
FROM asked, events e JOIN event_jurisdictions j ON j.event = e.id
WHERE (e.date_from IS NULL OR e.date_from <= last_day) AND (e.date_to IS NULL OR e.date_to >= first_day)
ORDER BY j.jurisdiction, e.date_from`,
  ),
  query(
    'values-that-disagree',
    'Values that disagree',
    '說法不一的數值',
    ({ name, say }) => `
-- ${say('Specs of one metric under the same conditions that differ, and other values for a field.', '同一項目、相同條件下不一致的規格，以及欄位的不同說法。')}
WITH differing AS (
  SELECT chip, metric, conditions FROM chip_specs
  GROUP BY chip, metric, conditions HAVING count(DISTINCT coalesce(value_number, value_text)) > 1
)
SELECT s.chip AS id, c.${name} AS record, s.metric AS about, coalesce(s.value_number, s.value_text) AS value,
       s.unit, s.conditions, s.chosen, s.confidence
FROM differing x
JOIN chip_specs s ON s.chip = x.chip AND s.metric = x.metric AND s.conditions IS x.conditions
JOIN chips c ON c.id = s.chip
UNION ALL
SELECT d.record, r.${name}, d.field, d.value, NULL, NULL, 0, d.confidence
FROM disagreements d JOIN records r ON r.id = d.record
ORDER BY record, about, chosen DESC`,
  ),
  query(
    'what-a-source-supports',
    'What a source supports',
    '某來源支持的內容',
    ({ name, say }) => `
-- ${say("The source that most rests on. Put the id of another in its place: VALUES ('…').", "預設為最多內容所依據的來源；可換成其他來源的 id：VALUES ('…')。")}
WITH asked(source) AS (
  SELECT source FROM record_sources GROUP BY source ORDER BY count(*) DESC, source LIMIT 1
)
SELECT r.id, r.type, r.${name} AS record, s.part, p.metric, coalesce(p.value_number, p.value_text) AS value, s.source
FROM asked
JOIN record_sources s ON s.source = asked.source
JOIN records r ON r.id = s.record
LEFT JOIN chip_specs p ON s.part = 'spec' AND p.chip = s.record AND p.position = s.part_position
ORDER BY r.type, r.id, s.part, s.part_position`,
  ),
  query(
    'chips-named-in-rules',
    'Chips named in a rule',
    '法規列名的晶片',
    ({ name, say }) => `
-- ${say("For one rule, add: WHERE r.id = '…'", "只看一項法規時，加上：WHERE r.id = '…'")}
SELECT n.chip, c.${name} AS chip_name, n.rule, r.${name} AS rule_name, r.effective, p.reference, p.outcome
FROM provision_chips n
JOIN rules r ON r.id = n.rule
JOIN rule_provisions p ON p.rule = n.rule AND p.provision = n.provision
JOIN chips c ON c.id = n.chip
ORDER BY r.effective_from, r.id, c.id`,
  ),
  query(
    'announcement-to-effect',
    'Days between announcement and effect',
    '宣布到生效的天數',
    ({ name, say }) => `
-- ${say('Two numbers where a date is not known to the day.', '日期不精確到日時，會有兩個數字。')}
SELECT r.id, r.${name} AS rule, r.announced, r.effective,
       r.effective_from_day - r.announced_to_day AS days_at_least,
       r.effective_to_day - r.announced_from_day AS days_at_most
FROM rules r
WHERE r.announced IS NOT NULL AND r.effective IS NOT NULL
ORDER BY days_at_least DESC`,
  ),
  query(
    'rule-to-response',
    'How long after a rule the response came',
    '法規之後多久出現回應',
    ({ name, say }) => `
-- ${say('Links of the kinds response and cause that start at a rule.', '以法規為起點的回應與成因關聯。')}
SELECT l.to_record AS response, e.${name} AS response_name, e.date,
       r.id AS rule, r.${name} AS rule_name, coalesce(r.announced, r.effective) AS rule_date, l.kind,
       e.date_from_day - coalesce(r.announced_to_day, r.effective_to_day) AS days_at_least,
       e.date_to_day - coalesce(r.announced_from_day, r.effective_from_day) AS days_at_most
FROM links l
JOIN rules r ON r.id = l.from_record
JOIN events e ON e.id = l.to_record
WHERE l.kind IN ('response', 'cause')
ORDER BY e.date_from_day`,
  ),
  query(
    'limits-of-rules',
    'Limits that rules set',
    '法規訂定的界限',
    ({ name, say }) => `
-- ${say('One row for each comparison; a provision may join several (see provision_conditions).', '每個比較一列；一個條款可能組合多個比較（見 provision_conditions）。')}
SELECT k.rule, r.${name} AS rule_name, p.reference, k.metric, k.operator, k.limit_value, k.unit, p.outcome
FROM provision_conditions k
JOIN rules r ON r.id = k.rule
JOIN rule_provisions p ON p.rule = k.rule AND p.provision = k.provision
WHERE k.metric IS NOT NULL
ORDER BY r.effective_from, k.rule, p.position, k.position`,
  ),
  query(
    'frontier',
    'Best TPP so far, by date announced',
    '歷來最高 TPP，依發表日期',
    ({ name, say }) => `
-- ${say('Chips that were ahead of every chip announced before them.', '發表當時領先所有先前晶片者。')}
WITH dated AS (
  SELECT c.id, c.${name} AS chip, c.vendor, c.announced, c.announced_from_day AS day, s.value_number AS tpp
  FROM chips c JOIN chip_specs s ON s.chip = c.id AND s.metric = 'tpp' AND s.chosen
  WHERE c.announced_from_day IS NOT NULL
),
ranked AS (
  SELECT *, max(tpp) OVER (ORDER BY day, tpp DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM dated
)
SELECT id, chip, vendor, announced, tpp, round(tpp / before, 2) AS times_the_last
FROM ranked WHERE before IS NULL OR tpp > before
ORDER BY day`,
  ),
]
