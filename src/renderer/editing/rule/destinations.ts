import { linesOf } from '../typed-texts'

const CODE = /^(?:[a-z]{2}|\d{3})$/i

/** The destinations of a paragraph, one on each line; codes may stand together, `cn, hk`, and in small letters. */
export function destinationsOf(typed: string): string[] {
  return (linesOf(typed) ?? []).flatMap((line) => {
    const parts = line.split(/\s*[,，、;；]\s*/).filter((part) => part !== '')
    return parts.every((part) => CODE.test(part)) ? parts.map((part) => part.toUpperCase()) : [line]
  })
}
