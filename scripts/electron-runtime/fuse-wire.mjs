import { readFileSync, writeFileSync } from 'node:fs'

/** Electron's switches live in the executable after this text: version, count, then one character each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const WIRE_VERSION = 1

/** Places on the wire, from `FuseV1Options` of @electron/fuses. */
export const FUSES = {
  runAsNode: 0,
  cookieEncryption: 1,
  nodeOptions: 2,
  nodeCliInspect: 3,
  asarIntegrity: 4,
  onlyLoadAppFromAsar: 5,
  browserProcessV8Snapshot: 6,
  grantFileProtocolExtraPrivileges: 7,
}

/**
 * The wire as text, one character for each fuse: `1` on, `0` off, `r` removed.
 *
 * @param {Buffer} executable
 */
export function readWire(executable) {
  const start = wireStart(executable)
  const count = executable[start - 1] ?? 0
  return executable.subarray(start, start + count).toString('latin1')
}

/**
 * Sets fuses of an executable file in place.
 *
 * @param {string} file
 * @param {Partial<Record<keyof typeof FUSES, boolean>>} wanted
 */
export function setFuses(file, wanted) {
  const executable = readFileSync(file)
  const start = wireStart(executable)
  const wire = readWire(executable)
  for (const [name, on] of Object.entries(wanted)) {
    const place = FUSES[/** @type {keyof typeof FUSES} */ (name)]
    if (!'01'.includes(wire[place] ?? '')) throw new Error(`fuse ${name} is not on the wire "${wire}" of ${file}`)
    executable[start + place] = (on ? '1' : '0').charCodeAt(0)
  }
  writeFileSync(file, executable)
}

/** @param {Buffer} executable */
function wireStart(executable) {
  const found = executable.indexOf(SENTINEL)
  if (found < 0) throw new Error('no fuse wire in the executable')
  if (executable.indexOf(SENTINEL, found + 1) >= 0) throw new Error('more than one fuse wire in the executable')
  const version = executable[found + SENTINEL.length]
  if (version !== WIRE_VERSION) throw new Error(`fuse wire version ${version}, expected ${WIRE_VERSION}`)
  return found + SENTINEL.length + 2
}
