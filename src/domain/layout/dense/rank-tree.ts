/**
 * Ranks in a fixed order, lower first: gives those of a stretch one by one, best first, without looking
 * at the others. A tournament over pairs, kept as one array: building takes n steps, each answer log n.
 */
export class RankTree {
  private readonly size: number
  /** Node 1 is the whole; the leaves begin at `size`. Each holds the best rank below it. */
  private readonly best: Uint32Array

  constructor(ranks: Uint32Array) {
    let size = 1
    while (size < ranks.length) size *= 2
    this.size = size
    this.best = new Uint32Array(size * 2).fill(NONE)
    this.best.set(ranks, size)
    for (let node = size - 1; node > 0; node -= 1) this.best[node] = Math.min(this.at(node * 2), this.at(node * 2 + 1))
  }

  /** The places from `from` to before `to`, by rank. Ends when the caller no longer asks. */
  *bestFirst(from: number, to: number): Generator<number, void> {
    const heap = new NodeHeap((node) => this.at(node))
    let [left, right] = [from + this.size, to + this.size]
    for (; left < right; left >>= 1, right >>= 1) {
      if (left & 1) heap.push(left++)
      if (right & 1) heap.push(--right)
    }
    for (let node = heap.pop(); node !== undefined && this.at(node) !== NONE; node = heap.pop())
      yield this.leafUnder(node, heap) - this.size
  }

  /** The best leaf below a node; what it leaves aside on the way down goes back to the heap. */
  private leafUnder(node: number, heap: NodeHeap): number {
    let at = node
    while (at < this.size) {
      const [left, right] = [at * 2, at * 2 + 1]
      const goLeft = this.at(left) <= this.at(right)
      heap.push(goLeft ? right : left)
      at = goLeft ? left : right
    }
    return at
  }

  private at(node: number): number {
    return this.best[node] ?? NONE
  }
}

const NONE = 0xffff_ffff

/** A binary heap of tree nodes by their best rank. */
class NodeHeap {
  private readonly nodes: number[] = []

  constructor(private readonly rank: (node: number) => number) {}

  push(node: number): void {
    const { nodes, rank } = this
    let at = nodes.push(node) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (rank(nodes[parent] ?? 0) <= rank(node)) break
      nodes[at] = nodes[parent] ?? 0
      at = parent
    }
    nodes[at] = node
  }

  pop(): number | undefined {
    const { nodes, rank } = this
    const [first] = nodes
    const last = nodes.pop()
    if (last === undefined || nodes.length === 0) return first
    let at = 0
    for (;;) {
      let child = at * 2 + 1
      if (child >= nodes.length) break
      if (child + 1 < nodes.length && rank(nodes[child + 1] ?? 0) < rank(nodes[child] ?? 0)) child += 1
      if (rank(nodes[child] ?? 0) >= rank(last)) break
      nodes[at] = nodes[child] ?? 0
      at = child
    }
    nodes[at] = last
    return first
  }
}
