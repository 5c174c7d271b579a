/** The words of the strip over the whole range. */
export const en = {
  label: 'Overview of all years',
  frame: 'Shown part of the timeline',
  shown: '{from} to {to}',
  toggle: 'Overview strip',
}

export const zhHant: typeof en = {
  label: '全部年份總覽',
  frame: '時間軸目前顯示的範圍',
  shown: '{from}至{to}',
  toggle: '總覽列',
}
