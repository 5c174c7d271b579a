import {
  MOVES,
  copied,
  insertedAfter,
  isBranch,
  moved,
  removed,
  unwrapped,
  wrapped,
  type Join,
  type Move,
  type TreeNode,
} from '../../../domain/rules/tree'
import { newRow } from '../new-row'

/** A branch that a node can be put into, by the name of its words. */
export interface Wrapping<N> {
  readonly act: string
  readonly join: Join<N>
}

/** What a kind of tree is made of. */
export interface TreeKit<N> {
  /** A leaf to be typed. */
  readonly fresh: () => N
  /** What joins two nodes where there is room for one. */
  readonly join: Join<N>
  readonly wrappings: readonly Wrapping<N>[]
  /** Where the parts of a node at a path stand in the record. */
  readonly partPath: (path: string, node: N, at: number) => string
  /** What a node is, in a few words. */
  readonly nameOf: (node: N) => string
}

/** What can be done with a node: the tree it makes, null for none left, and the row that then has the focus. */
export interface Act<N> {
  readonly act: string
  readonly keys?: string
  readonly tree: N | null
  readonly focus: string
}

const MOVE_KEYS: Readonly<Record<Move, string>> = { earlier: 'Alt+↑', later: 'Alt+↓', out: 'Alt+←', in: 'Alt+→' }

/** Everything that can be done with a node where it stands, in the order of the menu. */
export function actsOn<N extends TreeNode<N>>(tree: N, node: N, order: readonly N[], kit: TreeKit<N>): Act<N>[] {
  const { row } = node
  const fresh = kit.fresh()
  const opened = unwrapped(tree, row)
  return [
    { act: 'after', keys: 'Alt+Enter', tree: insertedAfter(tree, row, fresh, kit.join), focus: fresh.row },
    { act: 'copy', tree: copied(tree, row, newRow, kit.join), focus: row },
    ...kit.wrappings.map(({ act, join }) => ({ act, tree: wrapped(tree, row, join), focus: row })),
    ...(isBranch(node) && opened !== tree ? [{ act: 'unwrap', tree: opened, focus: node.parts?.[0]?.row ?? row }] : []),
    ...MOVES.flatMap((move) => {
      const to = moved(tree, row, move)
      return to === tree ? [] : [{ act: move, keys: MOVE_KEYS[move], tree: to, focus: row }]
    }),
    { act: 'remove', keys: 'Alt+Delete', tree: removed(tree, row), focus: neighbour(node, order) },
  ]
}

/** Where the focus goes when a node is gone: the node after it and all below it, else the one before. */
function neighbour<N extends TreeNode<N>>(node: N, order: readonly N[]): string {
  const at = order.indexOf(node)
  const isBelow = (other: N): boolean => holds(node, other)
  const next = order.slice(at + 1).find((other) => !isBelow(other))
  return next?.row ?? order[at - 1]?.row ?? ''
}

const holds = <N extends TreeNode<N>>(node: N, other: N): boolean =>
  node.parts?.some((part) => part === other || holds(part, other)) === true

/** The act of a key pressed in a row; null for keys that mean nothing to a tree. */
export function actOfKey({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string | null {
  if (!altKey || ctrlKey || metaKey || shiftKey) return null
  switch (key) {
    case 'Enter':
      return 'after'
    case 'ArrowUp':
      return 'earlier'
    case 'ArrowDown':
      return 'later'
    case 'ArrowLeft':
      return 'out'
    case 'ArrowRight':
      return 'in'
    case 'Delete':
      return 'remove'
    default:
      return null
  }
}
