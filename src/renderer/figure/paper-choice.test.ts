import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { DEFAULT_FIGURE_SETTINGS, PAPER_PRESETS } from '../../domain/figure/paper-presets'
import { FigureSettings } from '../../domain/model/figure-settings'
import { i18n } from '../language/i18n'
import { inUnit, PAPER_NAMES, pixelsOf, presetOf, shapeOf, withAutoHeight, withPreset } from './paper-choice'

describe('papers', () => {
  it('are known again by their size, each with words in both languages and settings that are valid', () => {
    for (const name of PAPER_NAMES) {
      const settings = withPreset(DEFAULT_FIGURE_SETTINGS, name)
      expect(presetOf(settings.paper)).toBe(name)
      expect(v.is(FigureSettings, settings)).toBe(true)
      for (const locale of ['en', 'zh-Hant'] as const) expect(i18n.global.te(`figure.page.${name}`, locale)).toBe(true)
    }
    expect(presetOf({ width: 210, height: 298, unit: 'mm' })).toBeNull()
  })

  it('keep their size in another unit, to the digits that one writes', () => {
    const a4 = PAPER_PRESETS['a4-portrait'].paper
    expect(inUnit(a4, 'in')).toEqual({ width: 8.268, height: 11.693, unit: 'in' })
    expect(inUnit(inUnit(a4, 'in'), 'mm')).toEqual(a4)
    expect(inUnit(a4, 'px')).toEqual({ width: 794, height: 1123, unit: 'px' })
    expect(inUnit(PAPER_PRESETS['column-single'].paper, 'px')).toEqual({ width: 321, height: 'auto', unit: 'px' })
  })

  it('take the height of the drawn page when they get one of their own', () => {
    const column = PAPER_PRESETS['column-single'].paper
    expect(withAutoHeight(column, false, 144)).toEqual({ width: 85, height: 50.8, unit: 'mm' })
    expect(withAutoHeight({ width: 85, height: 50, unit: 'mm' }, true, 144)).toEqual(column)
  })

  it('are drawn small in their shape', () => {
    expect(shapeOf(PAPER_PRESETS.square.paper, 26)).toEqual({ width: 26, height: 26, open: false })
    expect(shapeOf(PAPER_PRESETS['a4-portrait'].paper, 26)).toEqual({ width: 18, height: 26, open: false })
    expect(shapeOf(PAPER_PRESETS['column-double'].paper, 26).open).toBe(true)
  })
})

describe('pixelsOf', () => {
  it('says how large a PNG comes out', () => {
    const slide = { paper: PAPER_PRESETS.slide.paper, dpi: 288 }
    expect(pixelsOf(slide, null)).toEqual({ width: 3840, height: 2160 })
    const column = { paper: PAPER_PRESETS['column-single'].paper, dpi: 600 }
    expect(pixelsOf(column, null)).toEqual({ width: 2008, height: null })
    expect(pixelsOf(column, 72)).toEqual({ width: 2008, height: 600 })
  })
})
