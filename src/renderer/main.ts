import './ui/trusted-types'
import { openedWorkspace, readSettings } from './document/early-start'
import './ui/base.css'
import { start } from './app/start'

start(openedWorkspace, readSettings)
