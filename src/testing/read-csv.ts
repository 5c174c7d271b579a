/** Reads CSV after RFC 4180, CRLF and all, with nothing of what writes it. Throws on a text that is not that. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let at = 0
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      const quoted = /"((?:[^"]|"")*)"/y
      const plain = /[^",\r\n]*/y
      const form = text[at] === '"' ? quoted : plain
      form.lastIndex = at
      const found = form.exec(text)
      if (found === null) throw new Error(`no field at ${String(at)}`)
      row.push(form === quoted ? (found[1] ?? '').replaceAll('""', '"') : found[0])
      at = form.lastIndex
      if (text[at] !== ',') break
      at += 1
    }
    if (!text.startsWith('\r\n', at)) throw new Error(`no end of line at ${String(at)}`)
    at += 2
    rows.push(row)
  }
  return rows
}
