import { describe, expect, it } from 'vitest'
import { filesAskedFor } from './asked-files'

describe('the files that a command line names', () => {
  it('are the workspaces in it, whole, each once', () => {
    const argv = ['/opt/tapeline', '--no-sandbox', 'a.tapeline', '/x/b.TAPELINE', './a.tapeline', 'note.txt', '.']
    expect(filesAskedFor(argv, '/home/ann')).toEqual(['/home/ann/a.tapeline', '/x/b.TAPELINE'])
  })
  it('are none where only the program and its folder are named', () => {
    expect(filesAskedFor(['/opt/x.tapeline'], '/')).toEqual([])
    expect(filesAskedFor(['/opt/electron', '/src/tapeline', '--user-data-dir=/x/y.tapeline'], '/')).toEqual([])
  })
})
