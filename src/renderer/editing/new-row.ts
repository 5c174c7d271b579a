/**
 * What tells a row of a form from all others, those of a draft put back among them: an index would move the focus when
 * a row is removed.
 */
export const newRow = (): string => crypto.randomUUID()
