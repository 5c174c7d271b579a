/** What the user must know about the file. `shown` says what is seen in its place. */
export const en = {
  damaged: {
    title: 'The workspace file is damaged.',
    advice: 'It was left untouched. Save what can still be read of it, or bring back its newest backup.',
  },
  foreign: {
    title: 'This is not a Tapeline workspace.',
    advice: 'The file was left untouched. Move it away to start afresh.',
  },
  locked: {
    title: 'Another program has the workspace open.',
    advice: 'Close the other program, then open the file again.',
  },
  'migration-failed': {
    title: 'The workspace could not be brought to this version.',
    advice: 'The file was left as it was, and a backup lies beside it.',
  },
  'unwritable-folder': {
    title: 'The folder of the workspace cannot be written to.',
    advice: 'Give yourself the right to write there, or free some space, then open it again.',
  },
  'newer-version': {
    title: 'This workspace was made by a newer Tapeline.',
    advice: 'It is shown read-only, so that nothing in it is lost. Update Tapeline to edit it.',
  },
  'read-only-file': {
    title: 'The workspace file is read-only.',
    advice:
      'You can look at everything, but not edit. Save a copy and edit that, or change the permissions of the file.',
  },
  'broken-starter-data': {
    title: 'Part of the starter data could not be read.',
    advice: 'The records that could be read are shown. The place of the first fault is named below.',
  },
  'unreadable-records': {
    title: 'Some records of the workspace could not be read.',
    advice: 'The others are shown and can be edited. The unreadable ones were left in the file as they are.',
  },
  'unreadable-steps': {
    title: 'Part of the history is damaged.',
    advice: 'Undo and restoring stop at the damaged steps. The records themselves are not affected.',
  },
  'log-of-another-file': {
    title: 'The workspace file was replaced by another copy while it was open.',
    advice:
      'That copy is shown as it is. The last edits made before are not in it; the log that holds them was kept beside it. The versions may hold them too.',
  },
  'changed-on-disk': {
    title: 'Another program moved, replaced or changed the workspace file.',
    advice: 'Nothing more is saved into it. Save what you see here as a copy, or open what stands there now.',
  },
  'missing-file': {
    title: 'A workspace was not found.',
    advice: 'It may have been moved or renamed, or its disk is not connected.',
  },
  'synced-folder': {
    title: 'This folder is copied between computers by {service}.',
    advice: 'Close the workspace here before you open it on another computer, or the two versions will part ways.',
  },
  'conflict-copies': {
    title: 'Other versions of this workspace lie beside it.',
    advice: 'A sync service could not join them. Nothing of them is shown here; open one to compare.',
  },
  'backup-failed': {
    title: 'The workspace could not be backed up.',
    advice: 'Your edits are saved as before, and the earlier backups were kept as they are.',
  },
  shown: {
    'starter-data': 'The starter data is shown in its place, read-only.',
    nothing: 'Nothing is shown in its place.',
  },
  more: 'Show the detail',
  less: 'Hide the detail',
  reopen: 'Open what is there now',
}

export const zhHant: typeof en = {
  damaged: {
    title: '工作區檔案已損毀。',
    advice: '檔案維持原狀。可以搶救仍可讀取的內容，或取回最新的備份。',
  },
  foreign: {
    title: '這不是 Tapeline 工作區。',
    advice: '檔案維持原狀。把檔案移走即可重新開始。',
  },
  locked: {
    title: '另一個程式正在使用這個工作區。',
    advice: '請關閉另一個程式，再重新開啟這個檔案。',
  },
  'migration-failed': {
    title: '無法將工作區升級到這個版本。',
    advice: '檔案維持原狀，旁邊有一份備份。',
  },
  'unwritable-folder': {
    title: '工作區所在的資料夾無法寫入。',
    advice: '請取得寫入權限或清出空間，再重新開啟。',
  },
  'newer-version': {
    title: '這個工作區由較新版本的 Tapeline 建立。',
    advice: '為免遺失內容，以唯讀方式顯示。請更新 Tapeline 後再編輯。',
  },
  'read-only-file': {
    title: '工作區檔案是唯讀的。',
    advice: '可以瀏覽全部內容，但無法編輯。請儲存複本後編輯複本，或更改檔案權限。',
  },
  'broken-starter-data': {
    title: '部分入門資料無法讀取。',
    advice: '讀得到的紀錄照常顯示。第一個錯誤的位置列在下方。',
  },
  'unreadable-records': {
    title: '工作區中有些紀錄無法讀取。',
    advice: '其他紀錄照常顯示，也可以編輯。無法讀取的紀錄原樣留在檔案中。',
  },
  'unreadable-steps': {
    title: '部分歷程記錄已損毀。',
    advice: '復原與還原只能到損毀的步驟為止，紀錄本身不受影響。',
  },
  'log-of-another-file': {
    title: '工作區檔案在開啟期間被另一份複本取代。',
    advice: '目前顯示的是該複本的原樣，不含先前最後的編輯；存有這些編輯的記錄檔已保留在旁邊，版本備份中也可能找得到。',
  },
  'changed-on-disk': {
    title: '另一個程式移動、取代或改寫了工作區檔案。',
    advice: '之後的編輯不會再存入檔案。可以把這裡的內容存成複本，或開啟該處現有的檔案。',
  },
  'missing-file': {
    title: '找不到工作區。',
    advice: '檔案可能已移動或改名，或所在的磁碟尚未連接。',
  },
  'synced-folder': {
    title: '{service} 會在多部電腦之間複製這個資料夾。',
    advice: '在另一部電腦開啟之前，請先在這裡關閉工作區，否則會分成兩個不同的版本。',
  },
  'conflict-copies': {
    title: '旁邊有這個工作區的其他版本。',
    advice: '同步服務無法合併這些版本，這裡沒有顯示其中的內容；可以另外開啟來比較。',
  },
  'backup-failed': {
    title: '工作區無法備份。',
    advice: '編輯內容仍會照常儲存，先前的備份都維持原狀。',
  },
  shown: {
    'starter-data': '目前以唯讀方式顯示入門資料。',
    nothing: '目前沒有顯示任何內容。',
  },
  more: '顯示細節',
  less: '隱藏細節',
  reopen: '開啟該處現有的檔案',
}
