import { computed } from 'vue'
import { useControlsStore } from '../controls/controls-store'
import { useSessionStore } from '../document/session-store'
import { useWords } from '../language/use-words'

/** What the timeline and the lanes show of the rules on a day: the days that are asked about, and the scenario in use. */
export function useRuleCursors() {
  const { t } = useWords()
  const session = useSessionStore()
  const asked = useControlsStore()

  return {
    /** The days that the rules are read on, while they are read. */
    cursors: computed(() => {
      if (!session.asOfOpen) return []
      const mark = asked.hypothetical ? t('controls.hypothetical') : null
      const first = { id: 'first', day: asked.day, name: t('controls.cursor'), mark }
      const { secondDay } = asked
      return secondDay === null || asked.view !== 'changes'
        ? [first]
        : [first, { id: 'second', day: secondDay, name: t('controls.secondCursor'), mark }]
    }),
    /** What the scenario in use is called; empty while it has no name. */
    scenarioName: computed(() => {
      const name = asked.kept?.name[session.locale] ?? ''
      return asked.changed ? t('controls.scenario.kept.changed', { name }) : name
    }),
  }
}
