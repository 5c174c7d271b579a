/** As the axis of the timeline measures its labels, so that the lines of the lanes stand under those of the timeline. */
const AXIS_FONT = '600 12px'
const LABEL_INSET_PX = 7

export function textWidths(family: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  if (context !== null) context.font = `${AXIS_FONT} ${family}`
  return (text) => {
    const width = known.get(text) ?? (context?.measureText(text).width ?? text.length * 7) + LABEL_INSET_PX
    known.set(text, width)
    return width
  }
}
