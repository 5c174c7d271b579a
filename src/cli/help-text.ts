import { PAPER_PRESETS } from '../domain/figure/paper-presets'
import { FIGURE_LANGUAGES, FIGURE_NOTES, FIGURE_THEMES } from '../domain/model/figure-settings'
import { GROUPINGS } from '../domain/model/view'

export const HELP = `Tapeline: a timeline of AI chips and export controls, without a window.

tapeline figure WORKSPACE|--starter --out FILE.png|FILE.svg|FILE.pdf
    Draws the timeline of a workspace, or of the starter data, as a figure.
    --force                  replaces FILE where it is there already

  What it shows:
    --view ID|NAME           window, lanes, filters, title and looks of a view of the file
                             (left out: its first view, else all that most of it happens in)
    --spec FILE              what a spec in JSON says, or what a figure says it was made with
    --from DATE, --to DATE   the window, as EDTF: 2022, 2023-11, 2025-12-08, 2026-33
    --grouping NAME          ${GROUPINGS.join(', ')}
    --collapsed LANE         a lane drawn as one row; may be given again
    --today DATE|none        the day of the "today" line (the clock's, in UTC)

  How it looks, where the view or spec does not say it:
    --paper NAME|SIZE        ${Object.keys(PAPER_PRESETS).slice(0, 5).join(', ')},
                             ${Object.keys(PAPER_PRESETS).slice(5).join(', ')},
                             or a size: 85x120mm, 13.3x7.5in, 1920x1080px, 180xautomm (slide)
    --dpi N                  pixels of a PNG for each inch, 24 to 2400 (192)
    --type PT                size of the labels, 4 to 48 (as the paper needs)
    --theme NAME             ${FIGURE_THEMES.join(', ')} (light)
    --transparent            without a ground
    --language NAME          ${FIGURE_LANGUAGES.join(', ')} (en)
    --title TEXT, --subtitle TEXT
    --notes NAME             ${FIGURE_NOTES.join(', ')} (marked)
    --legend, --sources, --links
                             with these; --no-legend and so on without
    --pages N                parts of the window, a page of a PDF each, 1 to 100 (1)
    --letters text|outlines  letters of an SVG (text)

tapeline validate FILE.json | FOLDER | WORKSPACE | --starter
    Checks records, dates and references; names every fault with file, record and path.

tapeline info WORKSPACE
    What a workspace file holds.

tapeline --help, tapeline --version

A workspace is read from a copy: the file itself is never touched. A file is written whole or not at all.
Exit codes: 0 done; 1 a file could not be read or written, or has faults; 2 wrong usage.`
