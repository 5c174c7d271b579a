import { spreadOf } from './frames'
import { together, type Measured } from './measured'
import { list, table } from './results-file'
import type { Verdict } from './verdicts'

const figure = (value: number): string => (Number.isNaN(value) ? '' : value.toFixed(1))

/** The part on the timeline, as Markdown. */
export function timelineReport(
  found: readonly Verdict[],
  all: readonly Measured[],
  machine: readonly string[],
): string {
  const missed = found.filter(({ held }) => !held).length
  return [
    list(machine),
    missed === 0 ? 'Every number that is asked for was held.' : `Missed: ${String(missed)} of ${String(found.length)}.`,
    '### Asked and measured',
    table(
      ['what', 'events', 'asked', 'measured', ''],
      found.map(({ what, count, asked, measured, held }) => [
        what,
        count,
        asked,
        measured,
        held ? 'held' : '**missed**',
      ]),
    ),
    '### Frames',
    'Times between animation frames in ms, under real wheel and pointer events. *Dropped*: of the frames that Chromium’s compositor set out to draw, those that it had to give up; it counts none where nothing changes.',
    table(['who', 'gesture', 'frames', 'median', 'p95', 'p99', 'longest', 'dropped'], all.flatMap(frameRows)),
    '### Opening',
    'From starting the process to the first timeline that one can use, in ms. Not the very first start.',
    table(['who', 'median', 'fastest', 'slowest'], all.flatMap(openRows)),
    '### Answers',
    'From the key or the button to the frame that shows what changed, in ms.',
    table(['who', 'what', 'times', 'median', 'p95', 'longest'], all.flatMap(answerRows)),
  ].join('\n\n')
}

function frameRows(of: Measured): string[][] {
  return (['zoom', 'pan'] as const).flatMap((gesture) => {
    const { times, dropped, shown } = together(of[gesture])
    if (times.length === 0) return []
    const { count, median, p95, p99, longest } = spreadOf(times)
    const share = shown + dropped === 0 ? 'none' : `${((100 * dropped) / (shown + dropped)).toFixed(0)} %`
    return [[of.name, gesture, String(count), ...[median, p95, p99, longest].map(figure), share]]
  })
}

function openRows(of: Measured): string[][] {
  if (of.gaveUpS !== null) return [[of.name, `gave up after ${String(of.gaveUpS)} s`, '', '']]
  if (of.openMs.length === 0) return []
  const whole = (value: number): string => value.toFixed(0)
  return [[of.name, ...[spreadOf(of.openMs).median, Math.min(...of.openMs), Math.max(...of.openMs)].map(whole)]]
}

function answerRows(of: Measured): string[][] {
  return (['search', 'filter', 'regroup'] as const).flatMap((what) => {
    if (of[what].length === 0) return []
    const { count, median, p95, longest } = spreadOf(of[what])
    return [[of.name, what, String(count), ...[median, p95, longest].map(figure)]]
  })
}
