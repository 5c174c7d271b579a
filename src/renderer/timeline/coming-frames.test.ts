import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ComingFrames } from './coming-frames'

const FRAME_MS = 16
let left: number
let byCamera: boolean
let frames: ComingFrames
const draw = vi.fn(() => {
  left -= 1
  frames.drawn()
})
const rest = vi.fn()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] })
  ;[left, byCamera] = [0, false]
  frames = new ComingFrames({ isDrivenByCamera: () => byCamera, isBusy: () => left > 0, draw, rest })
})
afterEach(() => {
  frames.dispose()
  vi.useRealTimers()
  vi.clearAllMocks()
})

it('draws one frame after another while there is something to do, and then tells once that it rests', () => {
  left = 3
  frames.drawn()
  vi.advanceTimersByTime(FRAME_MS)
  expect(draw).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(20 * FRAME_MS)
  expect(draw).toHaveBeenCalledTimes(3)
  expect(rest).toHaveBeenCalledTimes(1)
  expect(frames.pending).toBe(false)
})

it('asks for one frame, however often something was drawn before it', () => {
  left = 1
  for (let times = 0; times < 5; times += 1) frames.drawn()
  vi.advanceTimersByTime(FRAME_MS)
  expect(draw).toHaveBeenCalledTimes(1)
})

it('rests 80 ms after the last drawing, and is pending until then', () => {
  frames.drawn()
  vi.advanceTimersByTime(79)
  frames.drawn()
  vi.advanceTimersByTime(79)
  expect(rest).not.toHaveBeenCalled()
  expect(frames.pending).toBe(true)
  vi.advanceTimersByTime(1)
  expect(rest).toHaveBeenCalledTimes(1)
  expect(frames.pending).toBe(false)
  expect(draw).not.toHaveBeenCalled()
})

it('leaves the frames to the camera while that drives, also one that was asked for before', () => {
  ;[left, byCamera] = [2, true]
  frames.drawn()
  vi.advanceTimersByTime(FRAME_MS)
  byCamera = false
  frames.drawn()
  byCamera = true
  vi.advanceTimersByTime(FRAME_MS)
  expect(draw).not.toHaveBeenCalled()
  byCamera = false
  frames.drawn()
  vi.advanceTimersByTime(FRAME_MS)
  expect(draw).toHaveBeenCalledTimes(1)
})

it('neither draws nor tells anything once it is disposed of', () => {
  left = 1
  frames.drawn()
  frames.dispose()
  vi.advanceTimersByTime(1000)
  expect(draw).not.toHaveBeenCalled()
  expect(rest).not.toHaveBeenCalled()
})
