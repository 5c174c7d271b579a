import { zhHant as vocabulary } from './messages/vocabulary'
import { zhHant as search } from './messages/search'
import { zhHant as shortcuts } from './messages/shortcuts'
import { zhHant as inspector } from './messages/inspector'
import { zhHant as figure } from './messages/figure'
import { zhHant as figureUnder } from './messages/figure-under'
import * as notices from './messages/notices'
import * as files from './messages/files'
import * as table from './messages/table'
import type { Messages } from './en'
import { zhHant as gestures } from './messages/gestures'
import { editing } from './messages/editing'
import { history } from './messages/history'
import { versions } from './messages/versions'
import { zhHant as author } from './messages/author'
import { zhHant as salvage } from './messages/salvage'
import { zhHant as drafts } from './messages/drafts'
import { zhHant as loading } from './messages/loading'
import { zhHant as compare } from './messages/compare'
import { zhHant as metricLanes } from './messages/metric-lanes'
import { zhHant as overview } from './messages/overview'
import { zhHant as sqlConsole } from './messages/console'
import { zhHant as controls } from './messages/controls'
import { zhHant as annotate } from './messages/annotate'
import * as ruleEditing from './messages/rule-editing'
import * as ruleWords from './messages/rule-words'

/** 繁體中文（台灣用語）。 */
export const zhHant: Messages = {
  app: { name: 'Tapeline', tagline: '離線時間軸：AI 晶片架構與出口管制政策。' },
  table: table.zhHant,
  ruleEditing: ruleEditing.zhHant,
  ruleWords: ruleWords.zhHant,
  close: '關閉',
  cancel: '取消',
  retry: '再試一次',
  bar: {
    label: '工具',
    filters: '篩選',
    lanes: '分列方式',
    undo: '復原',
    redo: '重做',
    nothingToUndo: '沒有可復原的步驟',
    nothingToRedo: '沒有可重做的步驟',
    export: '圖表',
    figure: '圖表…',
    openFigure: '開啟圖表檔…',
    savePng: '將畫面存成 PNG…',
    copyPng: '將畫面複製成圖片',
    settings: '設定',
    details: '詳細資料',
    hideDetails: '隱藏詳細資料',
  },
  grouping: { story: '脈絡', vendor: '廠商', kind: '類型', jurisdiction: '管轄區', architecture: '架構' },
  step: {
    undo: {
      rename: '復原：重新命名「{subject}」',
      redate: '復原：更改「{subject}」的日期',
      note: '復原：「{subject}」的筆記',
      edit: '復原：編輯「{subject}」',
      create: '復原：新增「{subject}」',
      delete: '復原：刪除「{subject}」',
      import: '復原：匯入「{subject}」',
      move: '復原：移動「{subject}」',
      duplicate: '復原：建立「{subject}」的複本',
      link: '復原：建立關聯「{subject}」',
      unlink: '復原：移除關聯「{subject}」',
      'bulk-edit': '復原：批次編輯「{subject}」',
      restore: '復原：還原「{subject}」',
    },
    redo: {
      rename: '重做：重新命名「{subject}」',
      redate: '重做：更改「{subject}」的日期',
      note: '重做：「{subject}」的筆記',
      edit: '重做：編輯「{subject}」',
      create: '重做：新增「{subject}」',
      delete: '重做：刪除「{subject}」',
      import: '重做：匯入「{subject}」',
      move: '重做：移動「{subject}」',
      duplicate: '重做：建立「{subject}」的複本',
      link: '重做：建立關聯「{subject}」',
      unlink: '重做：移除關聯「{subject}」',
      'bulk-edit': '重做：批次編輯「{subject}」',
      restore: '重做：還原「{subject}」',
    },
  },
  save: {
    saved: '已儲存',
    saving: '儲存中…',
    failed: '未儲存',
    readOnly: '唯讀',
    savedTip: '每次編輯都會立即存入 {file}',
    readOnlyTip: '這個工作區無法編輯',
  },
  errors: {
    invalid: '工作區無法接受這項編輯的格式。',
    stale: '這筆紀錄在此期間已有變動，現在顯示的是最新版本；你輸入的文字仍保留在欄位中。',
    'not-found': '這筆紀錄已不存在。',
    'read-only': '這個工作區是唯讀的。你輸入的文字仍保留在欄位中，可以複製。',
    storage: '磁碟拒絕寫入。請清出空間或檢查權限後再試一次；你輸入的文字仍保留在欄位中。',
    exists: '已有同名檔案，沒有覆寫任何內容。',
    foreign: '這個檔案不是 Tapeline 工作區。',
    corrupt: '工作區檔案已損毀，沒有寫入任何內容；你輸入的文字仍保留在欄位中。',
    nothing: '沒有這個步驟。',
    cancelled: '已取消。',
    'too-large': '圖片的像素太多，無法產生。',
    partial: '紀錄尚未全部載入，沒有更動任何內容；載入後請再試一次。',
    internal: '發生未預期的錯誤，沒有更動任何內容。',
  },
  problems: {
    emptyName: '名稱不可空白。',
    emptyDate: '事件必須有日期。',
    badDate: '這不是日期。請寫成 2022、2023-11、2025-12-08、2026-33（第一季）、2026-41（下半年）、2023~ 或 2026-07/..',
    other: '無法執行：{detail}',
  },
  notices: notices.zhHant,
  states: {
    loading: '正在開啟工作區…',
    failedTitle: '無法開啟工作區',
    failedAdvice: '磁碟上的內容沒有任何更動。回報的訊息：',
    emptyTitle: '沒有符合篩選條件的項目',
    emptyText: '已隱藏 {count} 個項目。',
    clearFilters: '清除篩選',
    blankTitle: '這個工作區沒有註明日期的紀錄',
    blankText: '先新增一筆紀錄，時間軸就會從這裡開始。',
    blankNew: '新增紀錄',
    blankRead: '時間軸上沒有可以顯示的內容。',
  },
  zoom: {
    label: '縮放',
    in: '放大',
    out: '縮小',
    fitAll: '顯示全部',
    fitSelection: '顯示選取項目',
    today: '跳到今天',
    goTo: '跳到日期',
    goToField: '日期',
    goToHint: '年、月、日或季皆可：2024、2024-10、2025-12-08、2026-Q1',
    go: '前往',
    todayShort: '今天',
  },
  legend: {
    title: '圖例',
    all: '說明所有標記',
    tones: { built: '造了什麼', allowed: '准了什麼', answered: '如何回應', market: '市場' },
    links: '紀錄之間的關聯與相隔天數',
    softEdge: '柔邊：日期不精確到日',
    fadingEnd: '漸淡的末端：未載明結束日',
    lead: '長條前的細線：已宣布，尚未上市',
    rules: '法規：自公開至終止',
    phases: {
      waiting: '已公開；尚未生效，或未載明生效日',
      decided: '決定；本身不生效',
      grace: '已生效；尚未要求遵守',
      force: '施行中',
    },
    dates: '短線：宣布、公布；全高的線：生效、執行、終止',
    ruleLinks: { amends: '被修正', supersedes: '被取代', corrects: '被更正' },
    count: '數字：此處還有這麼多項目，放大即展開',
    imprecise: '日期不精確',
    open: '未載明結束',
  },
  search,
  ...vocabulary,
  filters: {
    title: '篩選',
    clear: '全部清除',
    kinds: '類型',
    vendors: '廠商',
    jurisdictions: '管轄區',
    confidences: '可信度',
    findVendor: '尋找廠商',
    noVendor: '沒有這個名稱的廠商',
    shown: '顯示 {shown}／{all} 項',
    hide: '隱藏篩選',
    resize: '篩選面板寬度',
    clearGroup: '清除{group}',
  },
  inspector,
  languages: { en: 'English', 'zh-Hant': '繁體中文' },
  settings: {
    theme: '外觀',
    system: '跟隨系統',
    light: '淺色',
    dark: '深色',
    language: '語言',
    shortcuts: '鍵盤快速鍵',
    about: '關於 Tapeline',
  },
  shortcuts,
  gestures,
  editing: editing.zhHant,
  history: history.zhHant,
  versions: versions.zhHant,
  author,
  salvage,
  drafts,
  loading,
  figure,
  figureUnder,
  overview,
  console: sqlConsole,
  compare,
  metricLanes,
  annotate,
  controls,
  files: files.zhHant,
  about: {
    title: '關於 Tapeline',
    text: '它從不使用網路。你的工作區是這台電腦上的一個檔案；網址只在你點選後才會開啟。',
    file: '工作區',
    memory: '僅在記憶體中：無法開啟任何檔案',
    records: '紀錄數',
  },
  toast: {
    imageSize: '{width} × {height} 像素',
    undoFailed: '無法復原這個步驟',
    redoFailed: '無法重做這個步驟',
    linkFailed: '無法開啟網址',
  },
}
