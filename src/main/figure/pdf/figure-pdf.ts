import PDFDocument from 'pdfkit'
import { setImmediate as turn } from 'node:timers/promises'
import type { FigureMaker } from '../../../domain/figure/figure-spec'
import type { Scene } from '../../../domain/figure/scene'
import type { FigureLanguage } from '../../../domain/model/figure-settings'
import { escapeXml } from '../../../domain/figure/svg-marks'
import { FIGURE_NAMESPACE } from '../../../domain/figure/svg-text'
import type { PaintOptions } from '../paint-png'
import type { ShippedFonts } from '../shipped-fonts'
import { pageParts, type PagePart } from './page-structure'
import { drawMark } from './pdf-marks'

type Pdf = PDFKit.PDFDocument

export interface PdfFacts {
  readonly maker: FigureMaker
  /** For readers who do not see the figure. */
  readonly altText: string
  /** What the program reads back from the file: any text. */
  readonly mark: string
}

/** pdfkit wants a moment of making, and puts it into the id of the file: always the same one, and then it is taken out. */
const NO_TIME = new Date(0)

/**
 * Scenes as a PDF, a page each: text that can be selected and searched in fonts of which the letters
 * used are embedded, pages as large as their paper, bookmarks, and a structure for readers that speak.
 * The same input gives the same bytes. Throws the signal's reason when it is called off.
 */
export async function figurePdf(
  pages: readonly Scene[],
  fonts: ShippedFonts,
  facts: PdfFacts,
  { onProgress, signal }: Pick<PaintOptions, 'onProgress' | 'signal'> = {},
): Promise<Buffer> {
  const [first] = pages
  if (first === undefined) throw new Error('a figure has at least one page')
  const pdf = opened(first, facts)
  const bytes = gathered(pdf)
  const whole = pdf.struct('Document', { title: first.title, lang: spoken(first.language) })
  pdf.addStructure(whole)
  for (const [index, scene] of pages.entries()) {
    drawPage(pdf, whole, scene, fonts, index, facts.altText)
    addBookmarks(pdf, scene, index, pages.length)
    onProgress?.((index + 1) / (pages.length + 1))
    await turn()
    signal?.throwIfAborted()
  }
  whole.end()
  pdf.end()
  const file = await bytes
  onProgress?.(1)
  return file
}

const spoken = (language: FigureLanguage): string => (language === 'both' ? 'en' : language)

function opened({ title, description, language }: Scene, { maker, mark }: PdfFacts): Pdf {
  const creator = `${maker.name} ${maker.version}`
  const pdf = new PDFDocument({
    pdfVersion: '1.7',
    autoFirstPage: false,
    // No font before the first text: the standard ones would need files of their own.
    font: null as never,
    tagged: true,
    displayTitle: true,
    lang: spoken(language),
    info: {
      Title: title,
      Subject: description,
      Creator: creator,
      Producer: creator,
      CreationDate: NO_TIME,
      Keywords: mark,
    },
  })
  delete pdf.info.CreationDate
  delete pdf.info.Keywords
  // pdfkit writes titles into XML as they are.
  Object.assign(pdf, {
    _addInfo: () => {
      pdf.appendXML(xmp(title, description, creator, mark))
    },
  })
  return pdf
}

function xmp(title: string, description: string, creator: string, mark: string): string {
  const said = (name: string, text: string): string =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></dc:${name}>`
  return [
    `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">${said('title', title)}${said('description', description)}</rdf:Description>`,
    `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>${escapeXml(creator)}</xmp:CreatorTool></rdf:Description>`,
    `<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${escapeXml(creator)}</pdf:Producer></rdf:Description>`,
    `<rdf:Description rdf:about="" xmlns:tapeline="${FIGURE_NAMESPACE}"><tapeline:figure>${escapeXml(mark)}</tapeline:figure></rdf:Description>`,
  ].join('\n')
}

function gathered(pdf: Pdf): Promise<Buffer> {
  const pieces: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (piece: Buffer) => pieces.push(piece))
    pdf.on('end', () => {
      resolve(Buffer.concat(pieces))
    })
    pdf.on('error', reject)
  })
}

function drawPage(
  pdf: Pdf,
  whole: PDFKit.PDFStructureElement,
  scene: Scene,
  fonts: ShippedFonts,
  index: number,
  altText: string,
): void {
  pdf.addPage({ size: [scene.widthPt, scene.heightPt], margin: 0 })
  const section = pdf.struct('Sect')
  whole.add(section)
  if (scene.background !== null)
    inArtifact(pdf, () =>
      pdf
        .rect(0, 0, scene.widthPt, scene.heightPt)
        .fillColor(scene.background ?? '', 1)
        .fill(),
    )
  pdf.save().scale(scene.widthPt / scene.widthPx)
  const lists: { readonly kind: PagePart['kind']; readonly element: PDFKit.PDFStructureElement }[] = []
  let figure: PDFKit.PDFStructureElement | null = null
  for (const part of pageParts(scene.shapes)) {
    const draw = (): void => {
      for (const mark of part.marks) drawMark(pdf, mark, fonts)
    }
    if (part.kind === 'artifact') {
      inArtifact(pdf, draw)
      continue
    }
    if (part.kind === 'figure') {
      if (figure === null) {
        // Only where there is one: pdfkit waits for ever for an element that stands nowhere.
        figure = pdf.struct('Figure', { alt: index === 0 ? altText : scene.description })
        section.add(figure)
      }
      figure.add(content(pdf, 'Figure', draw))
      continue
    }
    if (part.kind !== 'legend' && part.kind !== 'source') {
      const level = (index === 0 ? 1 : 2) + (part.kind === 'subheading' ? 1 : 0)
      const tag = part.kind === 'paragraph' ? 'P' : `H${String(level)}`
      section.add(pdf.struct(tag, {}, content(pdf, tag, draw)))
      continue
    }
    let list = lists.find(({ kind }) => kind === part.kind)
    if (list === undefined) {
      list = { kind: part.kind, element: pdf.struct('L') }
      lists.push(list)
      section.add(list.element)
    }
    list.element.add(pdf.struct('LI', {}, pdf.struct('LBody', {}, content(pdf, 'LBody', draw))))
  }
  pdf.restore()
  section.end()
}

function inArtifact(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  pdf.endMarkedContent()
}

function content(pdf: Pdf, tag: string, draw: () => void): PDFKit.PDFStructureContent {
  const marked = pdf.markStructureContent(tag)
  draw()
  pdf.endMarkedContent()
  return marked
}

/** The page and below it its lanes. */
function addBookmarks(pdf: Pdf, { title, widthPt, widthPx, bookmarks }: Scene, index: number, pages: number): void {
  const place = (yPx: number) => ({ pageNumber: index, left: widthPt, top: (yPx * widthPt) / widthPx })
  const name = pages === 1 ? title : `${title} (${String(index + 1)}/${String(pages)})`
  const page = pdf.outline.addItem(name, { ...place(0), expanded: index === 0 })
  for (const lane of bookmarks) page.addItem(lane.title, place(lane.yPx) as never)
}
