import { LANE_LABEL_PX } from './measures'

/**
 * vis-timeline asks the browser for the size of every lane that it draws, and so has the whole page laid out
 * anew for each of them. It has no use for the answers here, as heights are ours. These seams are inside it and have no names, so where a later version lacks one it
 * is left as it is: slower, and drawn the same.
 */
interface Inside {
  readonly itemSet?: {
    readonly groups?: Readonly<Record<string, VisGroup>>
    readonly dom?: { readonly frame?: HTMLElement }
    readonly body?: { readonly domProps: { readonly center: { readonly width: number } } }
  }
  readonly timeAxis?: { redraw?: () => boolean }
  _redraw?: () => void
}

/** What vis-timeline calls the group of all that lies behind the lanes. */
const BEHIND = '__background__'

interface VisGroup {
  top: number
  right: number
  width: number
  readonly dom: { readonly inner: HTMLElement; readonly background?: HTMLElement }
  readonly props: { readonly label: { width: number; height: number } }
  readonly itemSet: { readonly body: { readonly domProps: { readonly center: { readonly width: number } } } }
  _calculateHeight?: () => number
  _calculateGroupSizeAndPosition?: () => void
  _didMarkerHeightChange?: () => boolean
  _didResize?: (resized: boolean, height: number) => boolean
}

/** The frame of all items and what lies behind it are as wide as the centre, which has been measured a moment before. */
export function leaveFrameUnmeasured(timeline: object): void {
  const { itemSet } = timeline as Inside
  const { dom, body, groups } = itemSet ?? {}
  if (body === undefined) return
  for (const element of [dom?.frame, groups?.[BEHIND]?.dom.background])
    if (element !== undefined) Object.defineProperty(element, 'offsetWidth', { get: () => body.domProps.center.width })
}

/** The axis of vis-timeline is not shown, yet it would make all its labels anew for every frame. */
export function leaveAxisOut(timeline: object): void {
  const { timeAxis } = timeline as Inside
  if (timeAxis?.redraw !== undefined) timeAxis.redraw = () => false
}

/** It draws again in a later frame what it was told to draw at once; nothing has changed until then. */
export function leaveLaterUndrawn(timeline: object): void {
  const inside = timeline as Inside
  if (inside._redraw !== undefined) inside._redraw = () => undefined
}

/** The height of a lane as `lane-view.ts` wrote it on its element. */
function writtenHeight({ dom }: VisGroup): number {
  const view = dom.inner.firstElementChild
  return view instanceof HTMLElement ? Number.parseFloat(view.style.height) || 0 : 0
}

export function leaveGroupsUnmeasured(timeline: object): void {
  for (const group of Object.values((timeline as Inside).itemSet?.groups ?? {})) {
    if (group._didResize === undefined || Object.hasOwn(group, '_didResize')) continue
    group._calculateHeight = () => writtenHeight(group)
    group._calculateGroupSizeAndPosition = () => {
      // All lanes are in the page at their full height: none is ever out of sight for it.
      group.top = 0
      group.right = 0
      group.width = group.itemSet.body.domProps.center.width
    }
    group._didMarkerHeightChange = () => false
    group._didResize = (resized, height) => {
      const { label } = group.props
      const changed = label.height !== height || label.width !== LANE_LABEL_PX
      label.height = height
      label.width = LANE_LABEL_PX
      return resized || changed
    }
  }
}
