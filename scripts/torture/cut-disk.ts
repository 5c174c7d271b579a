import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const IMAGE_BYTES = 24 * 1024 * 1024
/** A file system of its own commits what nobody flushed every few seconds; a cut should come before that. */
const OPTIONS = 'loop,noatime,commit=300'

/**
 * A disk of which only what was flushed outlives a power cut: a file system on a loop device. What is
 * still in the kernel's cache is not in the image, so a copy of the image is the disk after the cut.
 */
export interface CutDisk {
  /** Where the disk is mounted now. */
  readonly folder: string
  /** A new, empty disk. */
  insert(): void
  /** Takes the disk as it is in this moment. Nothing may write to it meanwhile. */
  cut(): void
  /** Mounts what the cut left, in place of the running disk. */
  restart(): void
  remove(): void
}

/** Null when this machine or this user cannot do it, with the reason. */
export function findCutDisk(): CutDisk | { readonly cannot: string } {
  if (process.platform !== 'linux') return { cannot: 'loop devices are asked of Linux' }
  if (process.geteuid?.() !== 0) return { cannot: 'mounting a loop device takes root' }
  const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'tapeline-disk-'))
  const disk = diskIn(base)
  try {
    disk.insert()
    return disk
  } catch (error) {
    disk.remove()
    return { cannot: `no loop disk (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)})` }
  }
}

function diskIn(base: string): CutDisk {
  const [empty, running, after] = ['empty.img', 'running.img', 'after.img'].map((name) => join(base, name)) as [
    string,
    string,
    string,
  ]
  const folder = join(base, 'disk')
  let mounted = false
  const unmount = () => {
    if (mounted) run('umount', folder)
    mounted = false
  }
  const mount = (image: string) => {
    unmount()
    run('mount', '-t', 'ext4', '-o', OPTIONS, image, folder)
    mounted = true
  }
  return {
    folder,
    insert() {
      unmount()
      mkdirSync(folder, { recursive: true })
      if (!existsSync(empty)) {
        writeFileSync(empty, '')
        truncateSync(empty, IMAGE_BYTES)
        run('mkfs.ext4', '-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0', empty)
      }
      copyFileSync(empty, running)
      mount(running)
    },
    cut: () => copyFileSync(running, after),
    restart: () => mount(after),
    remove() {
      unmount()
      rmSync(base, { recursive: true, force: true })
    },
  }
}

function run(program: string, ...args: string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}
