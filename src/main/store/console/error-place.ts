import type { DatabaseSyncInstance } from '@photostructure/sqlite'

type Place = { readonly from: number; readonly to: number } | null

/**
 * Where in a statement an error stands; null where that cannot be told. The package does not hand on
 * SQLite's own offset, so it is worked out from the message. A grammar that reads from left to right
 * gives up at the first word that cannot follow: the first place of that word up to which the text
 * gives the same error.
 */
export function placeOf(db: DatabaseSyncInstance, sql: string, message: string): Place {
  const near = /^near "([\s\S]+)": syntax error$/.exec(message)?.[1]
  if (near !== undefined)
    return placesOf(sql, near).find(({ to }) => messageOf(db, sql.slice(0, to)) === message) ?? null
  const token = /^unrecognized token: "([\s\S]+)"$/.exec(message)?.[1]
  if (token !== undefined) return placesOf(sql, token)[0] ?? null
  if (message === 'incomplete input') return { from: sql.length, to: sql.length }
  const name =
    /^(?:no such (?:column|table|function): |ambiguous column name: |wrong number of arguments to function )(.+?)(?:\(\))?$/.exec(
      message,
    )?.[1]
  // A name that stands there twice may be wrong in one of the two only.
  const places = name === undefined ? [] : wholeWords(sql, name)
  return places.length === 1 ? (places[0] ?? null) : null
}

function messageOf(db: DatabaseSyncInstance, sql: string): string | null {
  try {
    db.prepare(sql)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : null
  }
}

function placesOf(sql: string, text: string): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = []
  for (let from = sql.indexOf(text); from >= 0; from = sql.indexOf(text, from + 1))
    places.push({ from, to: from + text.length })
  return places
}

const wholeWords = (sql: string, name: string): { from: number; to: number }[] =>
  placesOf(sql, name).filter(({ from, to }) => !/[\w$.]/.test(sql[from - 1] ?? ' ') && !/[\w$]/.test(sql[to] ?? ' '))
