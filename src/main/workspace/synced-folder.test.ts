import { describe, expect, it } from 'vitest'
import { conflictCopiesOf, syncServiceOf } from './synced-folder'

const nothing = () => []

describe('the service that copies a folder', () => {
  it.each([
    ['/home/ann/Dropbox/chips.tapeline', 'Dropbox'],
    ['/home/ann/Dropbox (Work)/x/chips.tapeline', 'Dropbox'],
    ['C:\\Users\\ann\\OneDrive - Bureau\\chips.tapeline', 'OneDrive'],
    ['/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/c.tapeline', 'iCloud Drive'],
    ['/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/My Drive/c.tapeline', 'Google Drive'],
    ['/home/ann/Nextcloud/c.tapeline', 'Nextcloud'],
  ])('is known by the name of the folder: %s', (file, service) => {
    expect(syncServiceOf(file.replaceAll('\\', '/'), nothing)).toBe(service)
  })
  it('is known by what it keeps there, in the folder or above it', () => {
    const list = (folder: string) => (folder === '/srv/share' ? ['.stfolder', 'reports'] : [])
    expect(syncServiceOf('/srv/share/reports/2026/c.tapeline', list)).toBe('Syncthing')
  })
  it('is none for a name that only resembles one', () => {
    expect(syncServiceOf('/home/ann/Dropboxes/Box office/c.tapeline', nothing)).toBeNull()
  })
})

it('versions that could not be joined are known by their names', () => {
  const names = [
    'chips.tapeline',
    "chips (Ann's conflicted copy 2026-11-20).tapeline",
    'chips.sync-conflict-20261120-081500-ABCDEFG.tapeline',
    'chips (衝突的複本 2026-11-20).tapeline',
    'chips copy.tapeline',
    'other (conflicted copy).tapeline',
    'chips (conflicted copy).txt',
  ]
  expect(conflictCopiesOf('/work/chips.tapeline', names)).toEqual(names.slice(1, 4))
})
