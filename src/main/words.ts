import type { ChangeLabel } from '../domain/change/change'
import type { Locale } from '../domain/model/names'
import type { MenuCommand } from '../ipc/contract'

type Step = Readonly<Record<ChangeLabel['action'], (subject: string) => string>>

export interface Words {
  readonly menus: Readonly<Record<'file' | 'edit' | 'view' | 'help', string>>
  readonly commands: Readonly<Record<MenuCommand, string>>
  readonly roles: Readonly<Record<'cut' | 'copy' | 'paste' | 'selectAll' | 'fullScreen' | 'developer' | 'quit', string>>
  readonly undo: Step
  readonly redo: Step
  readonly files: Readonly<Record<'open' | 'create' | 'saveCopy' | 'recent' | 'untitled' | 'workspaces', string>> & {
    readonly copyName: (name: string) => string
  }
  readonly saveImage: string
  readonly pngFiles: string
  readonly link: Readonly<Record<'question' | 'open' | 'cancel', string>>
}

const en: Words = {
  menus: { file: '&File', edit: '&Edit', view: '&View', help: '&Help' },
  commands: {
    'new-workspace': 'New workspace…',
    'new-from-starter': 'New workspace with the starter data…',
    'open-workspace': 'Open workspace…',
    'save-copy': 'Save a copy…',
    'reveal-workspace': 'Show in the file manager',
    'close-window': 'Close window',
    undo: 'Undo',
    redo: 'Redo',
    find: 'Find',
    'zoom-in': 'Zoom in',
    'zoom-out': 'Zoom out',
    'fit-all': 'Fit all',
    'fit-selection': 'Fit selection',
    'go-to-date': 'Go to date…',
    today: 'Go to today',
    'save-image': 'Save image…',
    'copy-image': 'Copy image',
    'toggle-inspector': 'Details',
    'toggle-history': 'History',
    'toggle-filters': 'Filters',
    'show-shortcuts': 'Keyboard shortcuts',
  },
  roles: {
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    fullScreen: 'Full screen',
    developer: 'Developer tools',
    quit: 'Quit Tapeline',
  },
  undo: {
    rename: (subject) => `Undo rename of ${subject}`,
    redate: (subject) => `Undo new date of ${subject}`,
    note: (subject) => `Undo note on ${subject}`,
    edit: (subject) => `Undo edit of ${subject}`,
    create: (subject) => `Undo creation of ${subject}`,
    delete: (subject) => `Undo deletion of ${subject}`,
    import: (subject) => `Undo import of ${subject}`,
    restore: (subject) => `Undo restoring ${subject}`,
    move: (subject) => `Undo move of ${subject}`,
    duplicate: (subject) => `Undo duplication of ${subject}`,
    link: (subject) => `Undo link ${subject}`,
    unlink: (subject) => `Undo removal of link ${subject}`,
    'bulk-edit': (subject) => `Undo bulk edit of ${subject}`,
  },
  redo: {
    rename: (subject) => `Redo rename of ${subject}`,
    redate: (subject) => `Redo new date of ${subject}`,
    note: (subject) => `Redo note on ${subject}`,
    edit: (subject) => `Redo edit of ${subject}`,
    create: (subject) => `Redo creation of ${subject}`,
    delete: (subject) => `Redo deletion of ${subject}`,
    import: (subject) => `Redo import of ${subject}`,
    restore: (subject) => `Redo restoring ${subject}`,
    move: (subject) => `Redo move of ${subject}`,
    duplicate: (subject) => `Redo duplication of ${subject}`,
    link: (subject) => `Redo link ${subject}`,
    unlink: (subject) => `Redo removal of link ${subject}`,
    'bulk-edit': (subject) => `Redo bulk edit of ${subject}`,
  },
  files: {
    open: 'Open workspace',
    create: 'New workspace',
    saveCopy: 'Save a copy of the workspace',
    recent: 'Open recent',
    untitled: 'Untitled',
    workspaces: 'Tapeline workspaces',
    copyName: (name) => `${name} copy`,
  },
  saveImage: 'Save image',
  pngFiles: 'PNG image',
  link: { question: 'Open this address in your web browser?', open: 'Open', cancel: 'Cancel' },
}

const zhHant: Words = {
  menus: { file: '檔案(&F)', edit: '編輯(&E)', view: '檢視(&V)', help: '說明(&H)' },
  commands: {
    'new-workspace': '新增工作區…',
    'new-from-starter': '以入門資料新增工作區…',
    'open-workspace': '開啟工作區…',
    'save-copy': '儲存複本…',
    'reveal-workspace': '在檔案管理員中顯示',
    'close-window': '關閉視窗',
    undo: '復原',
    redo: '重做',
    find: '尋找',
    'zoom-in': '放大',
    'zoom-out': '縮小',
    'fit-all': '顯示全部',
    'fit-selection': '顯示選取項目',
    'go-to-date': '前往日期…',
    today: '前往今天',
    'save-image': '儲存圖片…',
    'copy-image': '複製圖片',
    'toggle-inspector': '詳細資料',
    'toggle-history': '歷程記錄',
    'toggle-filters': '篩選',
    'show-shortcuts': '鍵盤快速鍵',
  },
  roles: {
    cut: '剪下',
    copy: '複製',
    paste: '貼上',
    selectAll: '全選',
    fullScreen: '全螢幕',
    developer: '開發人員工具',
    quit: '結束 Tapeline',
  },
  undo: {
    rename: (subject) => `復原：重新命名「${subject}」`,
    redate: (subject) => `復原：更改「${subject}」的日期`,
    note: (subject) => `復原：「${subject}」的筆記`,
    edit: (subject) => `復原：編輯「${subject}」`,
    create: (subject) => `復原：新增「${subject}」`,
    delete: (subject) => `復原：刪除「${subject}」`,
    import: (subject) => `復原：匯入「${subject}」`,
    move: (subject) => `復原：移動「${subject}」`,
    duplicate: (subject) => `復原：建立「${subject}」的複本`,
    link: (subject) => `復原：建立關聯「${subject}」`,
    unlink: (subject) => `復原：移除關聯「${subject}」`,
    'bulk-edit': (subject) => `復原：批次編輯「${subject}」`,
    restore: (subject) => `復原：還原「${subject}」`,
  },
  redo: {
    rename: (subject) => `重做：重新命名「${subject}」`,
    redate: (subject) => `重做：更改「${subject}」的日期`,
    note: (subject) => `重做：「${subject}」的筆記`,
    edit: (subject) => `重做：編輯「${subject}」`,
    create: (subject) => `重做：新增「${subject}」`,
    delete: (subject) => `重做：刪除「${subject}」`,
    import: (subject) => `重做：匯入「${subject}」`,
    move: (subject) => `重做：移動「${subject}」`,
    duplicate: (subject) => `重做：建立「${subject}」的複本`,
    link: (subject) => `重做：建立關聯「${subject}」`,
    unlink: (subject) => `重做：移除關聯「${subject}」`,
    'bulk-edit': (subject) => `重做：批次編輯「${subject}」`,
    restore: (subject) => `重做：還原「${subject}」`,
  },
  files: {
    open: '開啟工作區',
    create: '新增工作區',
    saveCopy: '儲存工作區複本',
    recent: '開啟最近使用過的工作區',
    untitled: '未命名',
    workspaces: 'Tapeline 工作區',
    copyName: (name) => `${name} 複本`,
  },
  saveImage: '儲存圖片',
  pngFiles: 'PNG 圖片',
  link: { question: '要在網頁瀏覽器開啟這個網址嗎？', open: '開啟', cancel: '取消' },
}

export const WORDS: Readonly<Record<Locale, Words>> = { en, 'zh-Hant': zhHant }
