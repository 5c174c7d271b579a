import { GROUPINGS } from '../domain/model/view'

export const HELP = `Tapeline: a timeline of AI chips and export controls, without a window.

tapeline figure [WORKSPACE | --starter] --out FILE.png|FILE.svg
    Draws the timeline as a figure. Without a workspace, draws the starter data.
    --view ID                window, lanes, filters and title of a view of the file
                             (left out: its first view, else all that most of it happens in)
    --from DATE, --to DATE   the window, as EDTF: 2022, 2023-11, 2025-12-08, 2026-33
    --grouping NAME          ${GROUPINGS.join(', ')}
    --collapsed LANE         a lane drawn as one row; may be given again
    --locale en|zh-Hant      the language (en)
    --theme light|dark       the colours (light)
    --width PX               the width of the layout, 320 to 16384 (1920)
    --scale N                pixels of a PNG for each px, 1 to 4 (2)
    --title TEXT             instead of the title that the grouping gives
    --today DATE|none        the day of the "today" line (the clock's, in UTC)

tapeline validate FILE.json | FOLDER | WORKSPACE | --starter
    Checks records, dates and references; names every fault with file, record and path.

tapeline info WORKSPACE
    What a workspace file holds.

tapeline --help, tapeline --version

A workspace is read from a copy: the file itself is never touched.
Exit codes: 0 done; 1 a file could not be read or written, or has faults; 2 wrong usage.`
