/** The words around text that was typed and not saved before the program ended. */
export const en = {
  offer: 'Unsaved text from {moment} was kept.',
  of: 'Unsaved text from {moment}: {place}',
  create: '{type} (new)',
  note: 'Note at a date (new)',
  unreadable: 'The text can no longer be read.',
  gone: 'Its record was deleted; the text can be put into a new one.',
  putBack: 'Put back',
  throwAway: 'Throw away',
}

export const zhHant: typeof en = {
  offer: '保留了 {moment} 尚未儲存的文字。',
  of: '{moment} 尚未儲存的文字：{place}',
  create: '{type}（新增）',
  note: '日期筆記（新增）',
  unreadable: '這段文字已無法讀取。',
  gone: '所屬紀錄已刪除，文字可放入新紀錄。',
  putBack: '放回',
  throwAway: '捨棄',
}
