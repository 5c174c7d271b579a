/** Words of editing on the timeline: several selected at once, and what is made there. */
export const en = {
  selected: '{count} selected',
  clear: 'Clear the selection',
  deleteAll: 'Delete them…',
  hint: 'Drag any of them on the timeline to move them together, each at the precision of its date.',
  confidenceOfAll: 'Confidence of all',
  records: 'Records',
  takeOut: 'Take out of the selection: {name}',
  more: '1 more | {count} more',
  moveFailed: 'That could not be moved',
  changeFailed: 'That could not be changed',
  cannotMove: 'Its date has a form that cannot be moved by steps. Edit it in the details.',
  noEnd: 'There is no date at that end to move.',
  wrongOrder: 'It would end before it begins.',
}

export const zhHant: typeof en = {
  selected: '已選取 {count} 項',
  clear: '清除選取',
  deleteAll: '全部刪除…',
  hint: '在時間軸上拖曳其中任一項，即可一起移動；各項依其日期的精確度移動。',
  confidenceOfAll: '全部的可信度',
  records: '紀錄',
  takeOut: '移出選取：{name}',
  more: '還有 1 項 | 還有 {count} 項',
  moveFailed: '無法移動',
  changeFailed: '無法變更',
  cannotMove: '這種日期格式無法逐步移動，請在詳細資料中編輯。',
  noEnd: '那一端沒有可移動的日期。',
  wrongOrder: '結束會早於開始。',
}
