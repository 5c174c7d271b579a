import { describe, expect, it } from 'vitest'
import { MENU_COMMANDS } from '../../ipc/contract/events'
import { commandOf, SHORTCUTS, type KeyPress } from './shortcuts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('shortcuts', () => {
  it('reach every command of the menu', () => {
    expect(MENU_COMMANDS.filter((command) => !SHORTCUTS.some((shortcut) => shortcut.command === command))).toEqual([])
  })
  it('give no key to two commands', () => {
    const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })
  it('hear control and command alike', () => {
    expect(commandOf(press('z', { ctrlKey: true }), false)).toBe('undo')
    expect(commandOf(press('Z', { metaKey: true, shiftKey: true }), false)).toBe('redo')
  })
  it('hear a character whatever it took to type it', () => {
    expect(commandOf(press('?', { shiftKey: true }), false)).toBe('show-shortcuts')
    expect(commandOf(press('+', { shiftKey: true }), false)).toBe('zoom-in')
    expect(commandOf(press('/'), false)).toBe('find')
  })
  it('tell arrows apart by what is held', () => {
    expect(commandOf(press('ArrowLeft'), false)).toBe('pan-left')
    expect(commandOf(press('ArrowLeft', { altKey: true }), false)).toBe('nudge-earlier')
    expect(commandOf(press('ArrowLeft', { altKey: true, shiftKey: true }), false)).toBe('end-earlier')
    expect(commandOf(press('ArrowLeft', { shiftKey: true }), false)).toBe(null)
  })
  it('leave a text field its letters, its arrows and its own undo', () => {
    for (const key of ['/', 'f', '0', '?', 'ArrowLeft', 'Home']) expect(commandOf(press(key), true)).toBe(null)
    expect(commandOf(press('z', { ctrlKey: true }), true)).toBe(null)
    expect(commandOf(press('f', { ctrlKey: true }), true)).toBe('find')
    expect(commandOf(press('F3'), true)).toBe('find-next')
  })
})
