import './ui/trusted-types'
import { openedWorkspace, readSettings } from './document/early-start'
import './ui/base.css'
import { start } from './app/start'
import { loadChineseFont } from './ui/chinese-font'

if (document.documentElement.lang === 'zh-Hant') void loadChineseFont()
start(openedWorkspace, readSettings)
