/** The taken stretches of one row, kept sorted and apart, so that a free one is found by bisection. */
export class RowSpace {
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  /** The index of the first stretch that ends after `startPx`. */
  private firstEndingAfter(startPx: number): number {
    let [low, high] = [0, this.ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.ends[middle] ?? Infinity) > startPx) high = middle
      else low = middle + 1
    }
    return low
  }

  isFree(startPx: number, endPx: number): boolean {
    return (this.starts[this.firstEndingAfter(startPx)] ?? Infinity) >= endPx
  }

  /** Takes a stretch. Throws when it is not free, for two items would then be drawn over each other. */
  take(startPx: number, endPx: number): void {
    const index = this.firstEndingAfter(startPx)
    if ((this.starts[index] ?? Infinity) < endPx) throw new Error(`row space taken twice at ${startPx}–${endPx}`)
    this.starts.splice(index, 0, startPx)
    this.ends.splice(index, 0, endPx)
  }

  /** A row of its own that begins with what is taken here within a stretch. */
  within(startPx: number, endPx: number): RowSpace {
    const part = new RowSpace()
    for (let index = this.firstEndingAfter(startPx); (this.starts[index] ?? Infinity) < endPx; index += 1) {
      part.starts.push(this.starts[index] ?? 0)
      part.ends.push(this.ends[index] ?? 0)
    }
    return part
  }
}
