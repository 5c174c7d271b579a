import { expect, it } from 'vitest'
import { QUERY_FAILURES } from '../../domain/console/query-outcome'
import { ASSUMPTION_KINDS } from '../controls/assumption-form'
import { GATE_STATES } from '../../domain/controls/gate-state'
import { isLadderStep } from '../../domain/controls/ladder'
import { VIEWS } from '../controls/controls-store'
import { CHANGE_ACTIONS } from '../../domain/change/change'
import { CONTROL_METRICS } from '../../domain/model/control-metric'
import { OUTCOME_STEPS, RULE_FORMS, RULE_GATES, RULE_ITEMS } from '../../domain/model/rule'
import { METRICS } from '../../domain/model/spec-value'
import { RECORD_TYPES } from '../../domain/model/record'
import { GROUPINGS } from '../../domain/model/view'
import { Version, WorkspaceNotice } from '../../ipc/values'
import { ERROR_CODES } from '../../ipc/reply'
import { i18n } from '../language/i18n'
import { SHORTCUT_GROUPS, SHORTCUTS } from './shortcuts'

/** Paths that are put together from a list: a new member of the list must have its words, too. */
const FAMILIES: readonly [string, readonly string[]][] = [
  ['history.step', CHANGE_ACTIONS],
  ['step.undo', CHANGE_ACTIONS],
  ['step.redo', CHANGE_ACTIONS],
  ['errors', ERROR_CODES],
  ['shortcuts.commands', SHORTCUTS.map(({ command }) => command)],
  ['shortcuts.groups', SHORTCUT_GROUPS],
  ['grouping', GROUPINGS],
  ['type', RECORD_TYPES],
  ...WorkspaceNotice.entries.code.options.map((code): [string, string[]] => [`notices.${code}`, ['title', 'advice']]),
  ['notices.shown', ['starter-data', 'nothing']],
  ['console.failures', QUERY_FAILURES],
  ['outcome', OUTCOME_STEPS],
  ['ruleForm', RULE_FORMS],
  ['ruleGate', RULE_GATES],
  ['ruleItem', RULE_ITEMS],
  ['controls.state', GATE_STATES.filter((state) => !isLadderStep(state))],
  ['controls.view', VIEWS],
  ['controls.scenario.kind', ASSUMPTION_KINDS],
  ['controls.scenario.said', ASSUMPTION_KINDS],
  ['metric', [...METRICS, ...CONTROL_METRICS]],
  ['versions.kind', Version.entries.kind.options],
]
it.each(FAMILIES)('exist for all that %s is built of', (family, members) => {
  expect(i18n.global.te(`${family}.nothing-of-that-name`, 'en')).toBe(false)
  expect(members.filter((member) => !i18n.global.te(`${family}.${member}`, 'en'))).toEqual([])
})
