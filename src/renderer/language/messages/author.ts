/** The words around the name under which edits stand in the history. */
export const en = {
  menu: 'Your name…',
  title: 'Your name in the history',
  text: 'It stands beside every edit you make from now on. Earlier edits keep the name they were made under.',
  field: 'Name',
  system: 'Left empty, it is your user name on this computer: {name}',
  noSystem: 'Left empty, edits carry no name.',
  save: 'Save name',
}

export const zhHant: typeof en = {
  menu: '你的名字…',
  title: '歷程記錄中的名字',
  text: '從現在起，你的每次編輯都會附上這個名字；先前的編輯仍保留當時的名字。',
  field: '名字',
  system: '留空時，使用這台電腦的使用者名稱：{name}',
  noSystem: '留空時，編輯不附名字。',
  save: '儲存名字',
}
