/**
 * A node of a tree that is being edited. `row` is its own and stays with it; a leaf has no `parts`. A `quotient` has
 * two parts, any other branch has one or more.
 */
export interface TreeNode<N> {
  readonly row: string
  readonly kind: string
  readonly parts?: readonly N[] | undefined
}

/** What holds several nodes together, where a place has room for one only. */
export type Join<N> = (parts: readonly N[]) => N

export const isBranch = <N extends TreeNode<N>>(node: N): boolean => node.parts !== undefined

/** Whether a branch may have any number of parts. */
export const isGrowable = <N extends TreeNode<N>>(node: N): boolean => isBranch(node) && node.kind !== 'quotient'

/** The node of a row; undefined where there is none. */
export function nodeAt<N extends TreeNode<N>>(tree: N, row: string): N | undefined {
  if (tree.row === row) return tree
  for (const part of tree.parts ?? []) {
    const found = nodeAt(part, row)
    if (found !== undefined) return found
  }
  return undefined
}

/** The branch that a row is a part of; undefined at the root and for a row that is not there. */
export function parentOf<N extends TreeNode<N>>(tree: N, row: string): N | undefined {
  if (tree.parts?.some((part) => part.row === row) === true) return tree
  for (const part of tree.parts ?? []) {
    const found = parentOf(part, row)
    if (found !== undefined) return found
  }
  return undefined
}

/** A node with its place: how deep it is, and the how-many-th of how many parts. */
export interface PlacedNode<N> {
  readonly node: N
  readonly depth: number
  readonly parent: N | null
  readonly at: number
  readonly of: number
}

/** All nodes in the order of the text, a branch before its parts. */
export function placedNodes<N extends TreeNode<N>>(tree: N): PlacedNode<N>[] {
  const visit = (node: N, place: Omit<PlacedNode<N>, 'node'>): PlacedNode<N>[] => {
    const parts = node.parts ?? []
    return [
      { node, ...place },
      ...parts.flatMap((part, at) => visit(part, { depth: place.depth + 1, parent: node, at, of: parts.length })),
    ]
  }
  return visit(tree, { depth: 0, parent: null, at: 0, of: 1 })
}

/** The tree with one node replaced. */
export function replaced<N extends TreeNode<N>>(tree: N, row: string, change: (node: N) => N): N {
  return spliced(tree, row, (node) => [change(node)])[0] ?? tree
}

/**
 * The tree without a node and all below it; null where nothing is left. A branch that loses its last part goes with
 * it, and what is left of a quotient stands in its place.
 */
export function removed<N extends TreeNode<N>>(tree: N, row: string): N | null {
  return spliced(tree, row, () => [])[0] ?? null
}

/** The tree with a node as the last part of a branch; as it was where that is no branch, or one of fixed size. */
export function appended<N extends TreeNode<N>>(tree: N, branch: string, node: N): N {
  return replaced(tree, branch, (each) => (isGrowable(each) ? withParts(each, [...(each.parts ?? []), node]) : each))
}

/** The tree with a node after another one; at the root and in a quotient, where it has no room, both are joined. */
export function insertedAfter<N extends TreeNode<N>>(tree: N, row: string, node: N, join: Join<N>): N {
  const parent = parentOf(tree, row)
  if (parent === undefined || !isGrowable(parent)) return replaced(tree, row, (each) => join([each, node]))
  return spliced(tree, row, (each) => [each, node])[0] ?? tree
}

/** The tree with a node put into a branch of its own. */
export function wrapped<N extends TreeNode<N>>(tree: N, row: string, join: Join<N>): N {
  return replaced(tree, row, (node) => join([node]))
}

/** The tree with the parts of a branch in its place; as it was where there is room for one and it has more. */
export function unwrapped<N extends TreeNode<N>>(tree: N, row: string): N {
  const branch = nodeAt(tree, row)
  const parts = branch?.parts
  if (parts === undefined) return tree
  const parent = parentOf(tree, row)
  const hasRoom = parts.length === 1 || (parent !== undefined && isGrowable(parent))
  return hasRoom ? (spliced(tree, row, () => parts)[0] ?? tree) : tree
}

/** `earlier` and `later` among its siblings, `out` of its branch to behind it, `in` to the branch beside it. */
export const MOVES = ['earlier', 'later', 'out', 'in'] as const
export type Move = (typeof MOVES)[number]

/**
 * The tree with a node moved; the very same tree where it cannot go there. `in` prefers the branch before it. Nothing
 * is moved out of a quotient or into one, which would then have one part or three.
 */
export function moved<N extends TreeNode<N>>(tree: N, row: string, move: Move): N {
  const parent = parentOf(tree, row)
  if (parent === undefined) return tree
  switch (move) {
    case 'earlier':
      return swapped(tree, parent, row, -1)
    case 'later':
      return swapped(tree, parent, row, 1)
    case 'in':
      return movedIn(tree, parent, row)
    case 'out':
      return movedOut(tree, parent, row)
  }
}

function swapped<N extends TreeNode<N>>(tree: N, parent: N, row: string, step: 1 | -1): N {
  const parts = [...(parent.parts ?? [])]
  const at = parts.findIndex((part) => part.row === row)
  const [one, other] = [parts[at], parts[at + step]]
  if (one === undefined || other === undefined) return tree
  parts[at] = other
  parts[at + step] = one
  return replaced(tree, parent.row, (each) => withParts(each, parts))
}

function movedIn<N extends TreeNode<N>>(tree: N, parent: N, row: string): N {
  if (!isGrowable(parent)) return tree
  const parts = parent.parts ?? []
  const at = parts.findIndex((part) => part.row === row)
  const [node, before, after] = [parts[at], parts[at - 1], parts[at + 1]]
  if (node === undefined) return tree
  const into = before !== undefined && isGrowable(before) ? before : after
  if (into === undefined || !isGrowable(into)) return tree
  const inside = into === before ? [...(into.parts ?? []), node] : [node, ...(into.parts ?? [])]
  const rest = parts.flatMap((part) => (part === node ? [] : part === into ? [withParts(into, inside)] : [part]))
  return replaced(tree, parent.row, (each) => withParts(each, rest))
}

function movedOut<N extends TreeNode<N>>(tree: N, parent: N, row: string): N {
  const above = parentOf(tree, parent.row)
  const node = nodeAt(tree, row)
  if (node === undefined || above === undefined || !isGrowable(above) || !isGrowable(parent)) return tree
  const left = (parent.parts ?? []).filter((part) => part.row !== row)
  return spliced(tree, parent.row, () => (left.length === 0 ? [node] : [withParts(parent, left), node]))[0] ?? tree
}

/** The tree with a copy of a node behind it; the copy and all below it get rows of their own. */
export function copied<N extends TreeNode<N>>(tree: N, row: string, newRow: () => string, join: Join<N>): N {
  const node = nodeAt(tree, row)
  return node === undefined ? tree : insertedAfter(tree, row, withRows(node, newRow), join)
}

/** The same tree under rows of its own. */
export function withRows<N extends TreeNode<N>>(node: N, newRow: () => string): N {
  const own = { ...node, row: newRow() }
  return node.parts === undefined
    ? own
    : withParts(
        own,
        node.parts.map((part) => withRows(part, newRow)),
      )
}

const withParts = <N extends TreeNode<N>>(node: N, parts: readonly N[]): N => ({ ...node, parts })

/** The tree with a node replaced by any number of others; branches that lose all their parts go. */
function spliced<N extends TreeNode<N>>(tree: N, row: string, change: (node: N) => readonly N[]): readonly N[] {
  if (tree.row === row) return change(tree)
  if (tree.parts === undefined) return [tree]
  const parts = tree.parts.flatMap((part) => spliced(part, row, change))
  if (parts.length === tree.parts.length && parts.every((part, at) => part === tree.parts?.[at])) return [tree]
  return parts.length === 0 || (tree.kind === 'quotient' && parts.length !== 2) ? parts : [withParts(tree, parts)]
}
