/** What lies under the pointer, once it has stayed there for a moment; what it leaves is left at once. */
export class Hovering {
  private timer: number | null = null
  private at: string | null = null

  constructor(
    private readonly delayMs: number,
    private readonly tell: (record: string | null) => void,
  ) {}

  over(record: string | null): void {
    if (record === this.at) return
    if (this.timer !== null) window.clearTimeout(this.timer)
    this.timer = null
    const before = this.at
    this.at = record
    if (before !== null) this.tell(null)
    if (record === null) return
    this.timer = window.setTimeout(() => {
      this.tell(record)
    }, this.delayMs)
  }
}
