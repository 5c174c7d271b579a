import { en as vocabulary } from './messages/vocabulary'
import { en as search } from './messages/search'
import { en as shortcuts } from './messages/shortcuts'
import { en as inspector } from './messages/inspector'
import { en as figure } from './messages/figure'
import { en as figureUnder } from './messages/figure-under'
import * as notices from './messages/notices'
import * as files from './messages/files'
import { en as gestures } from './messages/gestures'
import { editing } from './messages/editing'
import { history } from './messages/history'
import { en as controls } from './messages/controls'
import { en as annotate } from './messages/annotate'
import { versions } from './messages/versions'
import * as table from './messages/table'
import { en as author } from './messages/author'
import { en as salvage } from './messages/salvage'
import { en as drafts } from './messages/drafts'
import { en as loading } from './messages/loading'
import { en as compare } from './messages/compare'
import { en as metricLanes } from './messages/metric-lanes'
import { en as overview } from './messages/overview'
import { en as sqlConsole } from './messages/console'
import * as ruleEditing from './messages/rule-editing'
import * as ruleWords from './messages/rule-words'

/** Every word the window says of its own, in English; its shape is what the other language must fill. */
export const en = {
  app: { name: 'Tapeline', tagline: 'An offline timeline of AI-chip architectures and export-control policy.' },
  table: table.en,
  ruleEditing: ruleEditing.en,
  ruleWords: ruleWords.en,
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  bar: {
    label: 'Tools',
    filters: 'Filters',
    lanes: 'Lanes',
    undo: 'Undo',
    redo: 'Redo',
    nothingToUndo: 'Nothing to undo',
    nothingToRedo: 'Nothing to redo',
    export: 'Figures',
    figure: 'Figure…',
    openFigure: 'Open figure file…',
    savePng: 'Save view as PNG…',
    copyPng: 'Copy view as image',
    settings: 'Settings',
    details: 'Details',
    hideDetails: 'Hide details',
  },
  grouping: {
    story: 'Story',
    vendor: 'Vendor',
    kind: 'Kind',
    jurisdiction: 'Jurisdiction',
    architecture: 'Architecture',
  },
  step: {
    undo: {
      rename: 'Undo rename of {subject}',
      redate: 'Undo new date of {subject}',
      note: 'Undo note on {subject}',
      edit: 'Undo edit of {subject}',
      create: 'Undo creation of {subject}',
      delete: 'Undo deletion of {subject}',
      import: 'Undo import of {subject}',
      restore: 'Undo restoring {subject}',
      move: 'Undo move of {subject}',
      duplicate: 'Undo duplication of {subject}',
      link: 'Undo link {subject}',
      unlink: 'Undo removal of link {subject}',
      'bulk-edit': 'Undo bulk edit of {subject}',
    },
    redo: {
      rename: 'Redo rename of {subject}',
      redate: 'Redo new date of {subject}',
      note: 'Redo note on {subject}',
      edit: 'Redo edit of {subject}',
      create: 'Redo creation of {subject}',
      delete: 'Redo deletion of {subject}',
      import: 'Redo import of {subject}',
      restore: 'Redo restoring {subject}',
      move: 'Redo move of {subject}',
      duplicate: 'Redo duplication of {subject}',
      link: 'Redo link {subject}',
      unlink: 'Redo removal of link {subject}',
      'bulk-edit': 'Redo bulk edit of {subject}',
    },
  },
  save: {
    saved: 'Saved',
    saving: 'Saving…',
    failed: 'Not saved',
    readOnly: 'Read-only',
    savedTip: 'Every edit is saved as you make it, in {file}',
    readOnlyTip: 'This workspace takes no edits',
  },
  errors: {
    invalid: 'That edit has a form the workspace does not take.',
    stale: 'This record changed in the meantime. The newest version is now shown; your text is kept in the field.',
    'not-found': 'That record is no longer there.',
    'read-only': 'This workspace is read-only. Your text is kept in the field, so that you can copy it.',
    storage:
      'The disk refused the write. Free some space or check its permissions, then try again; your text is kept in the field.',
    exists: 'A file of this name is there already. Nothing was written over it.',
    foreign: 'This file is not a Tapeline workspace.',
    corrupt: 'The workspace file is damaged. Nothing was written; your text is kept in the field.',
    nothing: 'There is no such step.',
    cancelled: 'The user ended it.',
    'too-large': 'The image would have more pixels than can be made.',
    partial: 'Not all records are loaded yet. Nothing was changed; try again when they are.',
    internal: 'Something unexpected went wrong. Nothing was changed.',
  },
  problems: {
    emptyName: 'A name cannot be empty.',
    emptyDate: 'An event needs a date.',
    badDate:
      'Not a date. Write 2022, 2023-11, 2025-12-08, 2026-33 (first quarter), 2026-41 (second half), 2023~ or 2026-07/..',
    other: 'That cannot be done: {detail}',
  },
  notices: notices.en,
  states: {
    loading: 'Opening the workspace…',
    failedTitle: 'The workspace could not be opened',
    failedAdvice: 'Nothing was changed on disk. What was reported:',
    emptyTitle: 'Nothing passes these filters',
    emptyText: '{count} items are hidden.',
    clearFilters: 'Clear filters',
    blankTitle: 'This workspace has no dated records',
    blankText: 'Make the first record, and the timeline begins with it.',
    blankNew: 'New record',
    blankRead: 'There is nothing to draw on a timeline.',
  },
  zoom: {
    label: 'Zoom',
    in: 'Zoom in',
    out: 'Zoom out',
    fitAll: 'Fit all',
    fitSelection: 'Fit selection',
    today: 'Go to today',
    goTo: 'Go to date',
    goToField: 'Date',
    goToHint: 'A year, a month, a day, a quarter: 2024, 2024-10, 2025-12-08, 2026-Q1',
    go: 'Go',
    todayShort: 'Today',
  },
  legend: {
    title: 'Legend',
    all: 'Explain all marks',
    tones: { built: 'Built', allowed: 'Allowed', answered: 'Answered', market: 'Market' },
    links: 'Links between records, with the days between',
    softEdge: 'Soft edge: the date is not known to the day',
    fadingEnd: 'Fading end: no end is stated',
    lead: 'Thin line before a bar: announced, not yet available',
    rules: 'Rules, from when they were made known to their end',
    phases: {
      waiting: 'Made known; not in force, or from no recorded day',
      decided: 'Decision; not in force by itself',
      grace: 'In force; compliance not asked yet',
      force: 'In force',
    },
    dates: 'Short marks: announced, published. Full height: in force from, enforced, ended',
    ruleLinks: { amends: 'Amended by', supersedes: 'Superseded by', corrects: 'Corrected by' },
    count: 'Number: so many items that open as you zoom in',
    imprecise: 'Imprecise date',
    open: 'No end stated',
  },
  search,
  ...vocabulary,
  filters: {
    title: 'Filters',
    clear: 'Clear all',
    kinds: 'Kind',
    vendors: 'Vendor',
    jurisdictions: 'Jurisdiction',
    confidences: 'Confidence',
    findVendor: 'Find a vendor',
    noVendor: 'No vendor of that name',
    shown: '{shown} of {all} shown',
    hide: 'Hide filters',
    resize: 'Width of the filters',
    clearGroup: 'Clear {group}',
  },
  inspector,
  languages: { en: 'English', 'zh-Hant': '繁體中文' },
  settings: {
    theme: 'Theme',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    language: 'Language',
    shortcuts: 'Keyboard shortcuts',
    about: 'About Tapeline',
  },
  shortcuts,
  gestures,
  editing: editing.en,
  history: history.en,
  versions: versions.en,
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
  files: files.en,
  about: {
    title: 'About Tapeline',
    text: 'It never uses the network. Your workspace is one file on this computer, and an address opens only when you click it.',
    file: 'Workspace',
    memory: 'In memory only: no file could be opened',
    records: 'Records',
  },
  toast: {
    imageSize: '{width} × {height} px',
    undoFailed: 'That step could not be taken back',
    redoFailed: 'That step could not be done again',
    linkFailed: 'The address could not be opened',
  },
}

export type Messages = typeof en
