/**
 * The page's CSP refuses every string that would become markup unless a policy lets it through.
 * Ours lets none through: markup handed to `innerHTML` anywhere, by us or by a library, turns into
 * plain text. Must be the first import of the window, before a library can touch the page.
 */
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (markup: string) => string }): unknown
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeMarkup = (markup: string): string => markup.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
factory?.createPolicy('default', { createHTML: escapeMarkup })
