import type * as v from 'valibot'
import type { Channel } from './channels'
import { WORKSPACE_CHANNELS } from './contract/workspace'
import { VERSIONS_CHANNELS } from './contract/versions'
import { HISTORY_CHANNELS } from './contract/history'
import { RESCUE_CHANNELS } from './contract/rescue'
import { FILES_CHANNELS } from './contract/files'
import { FIGURE_CHANNELS } from './contract/figure'
import { CONSOLE_CHANNELS } from './contract/console'
import { APP_CHANNELS } from './contract/app'

/** A channel's schemas: what the window sends, and what main answers. */
type Schemas = Record<Channel, { readonly input: v.GenericSchema; readonly output: v.GenericSchema }>

/** By name, so that the compiler need not write all of them out in one type. */
type Contract = typeof WORKSPACE_CHANNELS &
  typeof VERSIONS_CHANNELS &
  typeof HISTORY_CHANNELS &
  typeof RESCUE_CHANNELS &
  typeof FILES_CHANNELS &
  typeof FIGURE_CHANNELS &
  typeof CONSOLE_CHANNELS &
  typeof APP_CHANNELS

/** Every call the window may make: one table is the types, the checks and the preload's list. */
export const CONTRACT: Contract = {
  ...WORKSPACE_CHANNELS,
  ...VERSIONS_CHANNELS,
  ...HISTORY_CHANNELS,
  ...RESCUE_CHANNELS,
  ...FILES_CHANNELS,
  ...FIGURE_CHANNELS,
  ...CONSOLE_CHANNELS,
  ...APP_CHANNELS,
} satisfies Schemas

export type In<C extends Channel> = v.InferOutput<Contract[C]['input']>
export type Out<C extends Channel> = v.InferOutput<Contract[C]['output']>
