import type { Names } from '../../../src/domain/model/names'
import type { Random } from '../../torture/random'

type Pair = readonly [en: string, zh: string]

export const VENDORS: readonly Pair[] = [
  ['NVIDIA', '輝達'],
  ['AMD', '超微'],
  ['Intel', '英特爾'],
  ['Huawei', '華為'],
  ['Cambricon', '寒武紀'],
  ['Biren', '壁仞科技'],
  ['Moore Threads', '摩爾線程'],
  ['Google', '谷歌'],
]
export const AGENCIES: readonly Pair[] = [
  ['Bureau of Industry and Security', '美國商務部工業與安全局'],
  ['Ministry of Commerce', '商務部'],
  ['Ministry of Economy, Trade and Industry', '經濟產業省'],
  ['European Commission', '歐盟執委會'],
  ['Cyberspace Administration', '國家互聯網信息辦公室'],
  ['Dutch Ministry of Foreign Affairs', '荷蘭外交部'],
]
export const ARCHITECTURES: readonly Pair[] = [
  ['Hopper', 'Hopper 架構'],
  ['Blackwell', 'Blackwell 架構'],
  ['Ampere', 'Ampere 架構'],
  ['CDNA 3', 'CDNA 3 架構'],
  ['Gaudi', 'Gaudi 架構'],
  ['Da Vinci', '達文西架構'],
  ['Siyuan', '思元架構'],
  ['BR-Gen', '壁礪架構'],
  ['MUSA', 'MUSA 架構'],
  ['Ironwood', 'Ironwood 架構'],
]
const GOODS: readonly Pair[] = [
  ['high-bandwidth memory', '高頻寬記憶體'],
  ['training accelerators', '訓練加速器'],
  ['inference cards', '推論卡'],
  ['advanced packaging', '先進封裝'],
  ['lithography equipment', '曝光設備'],
  ['gallium and germanium', '鎵與鍺'],
  ['rare earth magnets', '稀土磁鐵'],
  ['server racks', '伺服器機櫃'],
  ['interconnect switches', '互連交換器'],
  ['electronic design software', '電子設計軟體'],
]
const PLACES: readonly Pair[] = [
  ['China', '中國大陸'],
  ['the Gulf', '海灣國家'],
  ['Taiwan', '臺灣'],
  ['Singapore', '新加坡'],
  ['Malaysia', '馬來西亞'],
  ['Japan', '日本'],
  ['Korea', '韓國'],
  ['the Netherlands', '荷蘭'],
  ['Europe', '歐洲'],
  ['India', '印度'],
]
const MARKS: readonly Pair[] = [
  ['first', '首批'],
  ['revised', '修訂後的'],
  ['delayed', '延後的'],
  ['liquid-cooled', '液冷'],
  ['reduced', '降規'],
  ['joint', '聯合'],
  ['provisional', '臨時'],
  ['dual-die', '雙晶粒'],
  ['second-source', '第二供應來源的'],
  ['long-awaited', '外界期待已久的'],
]

/** `{v}` a vendor, `{a}` an agency, `{g}` goods, `{p}` a place, `{m}` a mark, `{r}` an architecture, `{n}` a model number. */
const LAUNCHES: readonly Pair[] = [
  ['{v} announces {n}', '{v}發表 {n}'],
  ['{v} ships {m} {n} to {p}', '{v}向{p}交付{m} {n}'],
  ['{v} shows {n} on {r} with {g}', '{v}展示採用{g}的 {n}（{r}）'],
  ['{n}', '{n}'],
  ['Roadmap of {v}: {r} moves ahead of {n}', '{v}藍圖：{r}提前至 {n} 之前'],
]
const POLICIES: readonly Pair[] = [
  ['{a} adds makers of {g} to its list', '{a}將{g}業者列入清單'],
  ['{m} licence requirement for {g} bound for {p}', '對{p}出口{g}的{m}許可要求'],
  ['{a} answers questions on {n}', '{a}答覆 {n} 相關提問'],
  ['Notice of {a}, no. {n}', '{a}公告第 {n} 號'],
  ['Exemption for {g} in {p} ends', '{p}的{g}豁免到期'],
]
const RESPONSES: readonly Pair[] = [
  ['{a} objects to {m} limits on {g}', '{a}反對對{g}的{m}限制'],
  ['{p} stops customs clearance of {n}', '{p}停止 {n} 通關'],
  ['{v} redesigns {n} below the limit', '{v}將 {n} 改到門檻以下'],
  ['Buyers in {p} stock up on {g}', '{p}買家囤積{g}'],
]
const MARKET: readonly Pair[] = [
  ['{v} takes {m} order for {n} from {p}', '{v}接獲{p}的{m} {n} 訂單'],
  ['Prices of {g} rise in {p}', '{p}的{g}價格上漲'],
  ['Report: {n} reaches {p} through resellers', '報告：{n} 經轉售商流入{p}'],
  ['Analysts of {v} count {m} stock of {g}', '分析師估計{v}的{m}{g}庫存'],
]
const RULES: readonly Pair[] = [
  ['{m} rule on {g}', '{g}{m}規則'],
  ['{a}: controls on {g} for {p}', '{a}：對{p}的{g}管制'],
  ['Entity listing {n}', '實體清單 {n}'],
]
const SENTENCES: readonly Pair[] = [
  [
    'The {m} version of {n} stays below the performance threshold and needs no licence for {p}.',
    '{m}的 {n} 低於效能門檻，輸往{p}無須許可。',
  ],
  [
    '{a} named {g} among the items that are held against the rule of the same month.',
    '{a}將{g}列為依同月規則審查的項目。',
  ],
  [
    '{v} said in its quarterly filing that orders from {p} make up less than a tenth of its sales.',
    '{v}在季報中表示，來自{p}的訂單不到營收的一成。',
  ],
  [
    'Two people who know of the talks told the press that deliveries of {g} had stopped.',
    '兩名知情人士向媒體表示，{g}已停止交貨。',
  ],
  [
    'No document was published; the date is that of the first report, and others put it a month later.',
    '官方未公布文件；日期以首篇報導為準，另有來源稱晚一個月。',
  ],
]

export type Subject = 'launch' | 'policy' | 'response' | 'market' | 'rule'
const TEMPLATES: Readonly<Record<Subject, readonly Pair[]>> = {
  launch: LAUNCHES,
  policy: POLICIES,
  response: RESPONSES,
  market: MARKET,
  rule: RULES,
}

const LISTS: Readonly<Record<string, readonly Pair[]>> = {
  v: VENDORS,
  a: AGENCIES,
  g: GOODS,
  p: PLACES,
  m: MARKS,
  r: ARCHITECTURES,
}

/** A template with the same words filled in on both sides. */
function filled([en, zh]: Pair, random: Random): Names {
  const chosen = new Map<string, Pair>()
  const wordFor = (slot: string): Pair => {
    const known = chosen.get(slot)
    if (known !== undefined) return known
    const word = slot === 'n' ? modelNumber(random) : random.pick(LISTS[slot] ?? [])
    chosen.set(slot, word)
    return word
  }
  const fill = (text: string, side: 0 | 1): string =>
    text.replace(/\{(\w)\}/g, (_, slot: string) => wordFor(slot)[side])
  return { en: capital(fill(en, 0)), 'zh-Hant': fill(zh, 1) }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function modelNumber(random: Random): Pair {
  const family = random.pick(['H', 'B', 'MI', 'MLU', 'BR', 'TPU v', 'S'])
  const text = `${family}${String(10 + random.below(890))}${random.pick(['', '', 'X', ' Ultra', 'C', 'e'])}`
  return [text, text]
}

export const nameOf = (subject: Subject, random: Random): Names => filled(random.pick(TEMPLATES[subject]), random)

/** One to four sentences. */
export function summaryOf(random: Random): Names {
  const sentences = Array.from({ length: 1 + random.below(4) }, () => filled(random.pick(SENTENCES), random))
  return {
    en: sentences.map(({ en }) => en).join(' '),
    'zh-Hant': sentences.map((sentence) => sentence['zh-Hant']).join(''),
  }
}
