import { AtRest } from '../idle/at-rest'
import { onUse } from '../idle/in-use'

/** Long enough that somebody who zooms or types on is not kept waiting by what is out of sight. */
const AFTER_MS = 500

/** Has what is out of sight above and below drawn once nobody has done anything for a while. */
export class UnseenLanes {
  private readonly atRest: AtRest
  private readonly ignoreUse: () => void

  constructor(
    private readonly frame: HTMLElement,
    private readonly host: {
      /** Draws a little of it, and says whether there is more. */
      drawMore(): boolean
      /** Whether all is drawn, and as it should be. */
      isWhole(): boolean
    },
  ) {
    this.atRest = new AtRest(AFTER_MS, () => {
      const hasMore = host.drawMore()
      this.tell()
      return hasMore
    })
    this.ignoreUse = onUse(() => {
      this.atRest.postpone()
    })
  }

  /** The picture rests, or what is out of sight is to look different. */
  begin(): void {
    this.tell()
    this.atRest.begin()
  }

  /** The picture moves, or is another. */
  drawn(): void {
    this.tell()
    this.atRest.postpone()
  }

  dispose(): void {
    this.ignoreUse()
    this.atRest.stop()
  }

  /** For whoever reads the picture from outside: tests, scripts, assistive tools. */
  private tell(): void {
    this.frame.dataset['whole'] = String(this.host.isWhole())
  }
}
