/** A part of a whole as CSS has it, to the ten-thousandth of a percent. */
export const percent = (part: number): string => `${String(Math.round(part * 1e6) / 1e4)}%`
