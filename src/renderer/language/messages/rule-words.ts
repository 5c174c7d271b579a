/** What a rule says, made of its parts. */
export const en = {
  operator: { '>=': 'at least', '>': 'more than', '<=': 'at most', '<': 'less than' },
  comparison: '{metric} of {operator} {limit}',
  missing: '(no number yet)',
  largest: 'the largest of ({list})',
  whom: {
    test: 'Catches chips with {test}.',
    named: 'Catches by name: {chips}.',
    both: 'Catches chips with {test}, and by name, whatever their figures: {chips}.',
    none: 'Catches no chip: it has no test in figures and names none.',
    other: 'Is not about chips, so that none is held against it.',
  },
  places: 'For shipments to {places}.',
  noPlaces: 'Names no destination, so that it decides nothing.',
  step: 'What follows: {step}.',
  only: 'Only for: {text}',
  world: 'anywhere',
}

export const zhHant: typeof en = {
  operator: { '>=': '至少', '>': '超過', '<=': '至多', '<': '不到' },
  comparison: '{metric}{operator}{limit}',
  missing: '（未填數字）',
  largest: '（{list}）中的最大值',
  whom: {
    test: '適用於{test}的晶片。',
    named: '指名適用：{chips}。',
    both: '適用於{test}的晶片，並指名適用（不論數值）：{chips}。',
    none: '不適用任何晶片：沒有數值條件，也沒有指名。',
    other: '並非關於晶片，因此不拿晶片來比對。',
  },
  places: '運往{places}時適用。',
  noPlaces: '未指明目的地，因此不影響任何結果。',
  step: '結果：{step}。',
  only: '僅限：{text}',
  world: '任何地方',
}
