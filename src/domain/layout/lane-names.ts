import type { Names } from '../model/names'
import type { ItemKind } from '../model/view'

const names = (en: string, zhHant: string): Names => ({ en, 'zh-Hant': zhHant })

/** What each kind of item is called, as the name of a lane: in the plural. */
export const KIND_NAMES: Readonly<Record<ItemKind, Names>> = {
  'architecture-span': names('Architectures', '架構'),
  chip: names('Chips', '晶片'),
  architecture: names('Architecture launches', '架構發表'),
  announcement: names('Chip announcements', '晶片發表'),
  release: names('Chip releases', '晶片上市'),
  roadmap: names('Roadmaps', '產品藍圖'),
  rule: names('Rules', '法規'),
  policy: names('Policy events', '政策事件'),
  response: names('Responses', '各方回應'),
  market: names('Market', '市場'),
  report: names('Earnings and reports', '財報與報告'),
}

export const LANE_NAMES = {
  built: names('What was built', '造了什麼'),
  allowed: names('What was allowed', '准了什麼'),
  market: names('Market and reports', '市場與報告'),
  launches: names('Launches and roadmaps', '發表與藍圖'),
  events: names('Events', '事件'),
  rulesAndPolicy: names('Rules and policy', '法規與政策'),
  noVendor: names('No vendor', '未指明廠商'),
  noArchitecture: names('No architecture', '未指明架構'),
} as const

const JURISDICTION_NAMES: Readonly<Record<string, Names>> = {
  US: names('United States', '美國'),
  CN: names('China', '中國'),
  TW: names('Taiwan', '台灣'),
  NL: names('Netherlands', '荷蘭'),
  JP: names('Japan', '日本'),
  KR: names('South Korea', '南韓'),
  EU: names('European Union', '歐盟'),
  GB: names('United Kingdom', '英國'),
  CA: names('Canada', '加拿大'),
  IL: names('Israel', '以色列'),
  MY: names('Malaysia', '馬來西亞'),
  SG: names('Singapore', '新加坡'),
  AE: names('United Arab Emirates', '阿拉伯聯合大公國'),
  SA: names('Saudi Arabia', '沙烏地阿拉伯'),
  HK: names('Hong Kong', '香港'),
  MO: names('Macau', '澳門'),
  DE: names('Germany', '德國'),
  FR: names('France', '法國'),
  IN: names('India', '印度'),
}

/** The name of a jurisdiction; its code where no name is kept here. */
export function jurisdictionNames(code: string): Names {
  return JURISDICTION_NAMES[code] ?? names(code, code)
}
