/** The words around a large workspace that is not all in yet. */
export const en = {
  running: 'Loading {done} of {total} records',
  arranging: 'Arranging {total} records',
  editing: 'You can look around meanwhile; editing begins when all are in.',
  stop: 'Stop loading',
  shown: 'Shown are {done} of {total} records. Nothing can be edited until all are in; the file is as it was.',
  stopped: 'Loading was stopped.',
  goOn: 'Load the rest',
  failed: 'Not all records could be loaded.',
  tooLarge: 'This workspace is too large for the memory of this computer.',
  tooLargeFree:
    'Its {total} records take about {needed}, and {free} are free. Shown are {done} of them, taken evenly from the whole; nothing can be edited. Close other programs and open it again, or divide it into workspaces of at most about {most} records.',
  tooLargePage:
    'Its {total} records take about {needed}, and a window can use {free}. Shown are {done} of them, taken evenly from the whole; nothing can be edited. Divide it into workspaces of at most about {most} records.',
  saveTip: 'Not all records are in; editing begins when they are',
}

export const zhHant: typeof en = {
  running: '正在載入紀錄：{done} / {total} 筆',
  arranging: '正在排列 {total} 筆紀錄',
  editing: '載入期間可以瀏覽，全部載入後即可編輯。',
  stop: '停止載入',
  shown: '目前顯示 {total} 筆紀錄中的 {done} 筆。全部載入前無法編輯；檔案沒有任何更動。',
  stopped: '已停止載入。',
  goOn: '載入其餘紀錄',
  failed: '部分紀錄無法載入。',
  tooLarge: '這個工作區超出這台電腦的記憶體容量。',
  tooLargeFree:
    '其中 {total} 筆紀錄約需 {needed}，目前可用 {free}。畫面顯示從整體平均取出的 {done} 筆，無法編輯。請關閉其他程式後重新開啟，或將工作區拆分，每個最多約 {most} 筆。',
  tooLargePage:
    '其中 {total} 筆紀錄約需 {needed}，單一視窗最多可用 {free}。畫面顯示從整體平均取出的 {done} 筆，無法編輯。請將工作區拆分，每個最多約 {most} 筆。',
  saveTip: '紀錄尚未全部載入，載入後即可編輯',
}
