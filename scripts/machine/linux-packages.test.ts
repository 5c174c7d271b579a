import { describe, expect, it } from 'vitest'
import { hasCandidate, missingFrom } from './linux-packages.mjs'

describe('reading ldd', () => {
  it('finds the libraries that are not there', () => {
    const ldd = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)',
      '\tlibnss3.so => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
      '\tlibgbm.so.1 => not found',
    ].join('\n')
    expect(missingFrom(ldd)).toEqual(['libnss3.so', 'libgbm.so.1'])
  })

  it('finds nothing to install where all are there', () => {
    expect(missingFrom('\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n')).toEqual([])
  })
})

describe('reading apt-cache policy', () => {
  const policy = [
    'libasound2:',
    '  Installed: (none)',
    '  Candidate: (none)',
    '  Version table:',
    'libasound2t64:',
    '  Installed: (none)',
    '  Candidate: 1.2.11-1ubuntu0.1',
    '  Version table:',
    '',
  ].join('\n')

  it('takes a package that can be installed, and no virtual or unknown one', () => {
    expect(hasCandidate(policy, 'libasound2t64')).toBe(true)
    expect(hasCandidate(policy, 'libasound2')).toBe(false)
    expect(hasCandidate(policy, 'libnss3')).toBe(false)
  })
})
