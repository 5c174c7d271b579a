import type { AnnotationMark } from '../../domain/layout/annotation-marks'
import type { NoteGeometry } from './note-geometry'

/** The elements of one note. The ground is its line, band or bracket. */
export interface NoteElements {
  readonly under: HTMLElement
  readonly over: HTMLElement
  readonly ground: HTMLElement
  readonly leader: HTMLElement
  readonly box: HTMLElement
}

/** Makes the elements of a note; `under` and `over` are the layers below and above the items. */
export function makeNote(id: string, under: HTMLElement, over: HTMLElement): NoteElements {
  const element = (tag: 'div' | 'button', name: string): HTMLElement => {
    const made = document.createElement(tag)
    made.className = `${name} note-colour`
    made.dataset['annotation'] = id
    return made
  }
  const made = {
    under,
    over,
    ground: element('div', 'note-band'),
    leader: element('div', 'note-leader'),
    box: element('button', 'note-box'),
  }
  made.box.setAttribute('type', 'button')
  over.append(made.leader, made.box)
  return made
}

export function dressNote({ under, over, ground, leader, box }: NoteElements, mark: AnnotationMark): void {
  // A bracket is read like its box; what runs through all lanes lies behind their items.
  if (mark.shape === 'bracket') over.prepend(ground)
  else under.append(ground)
  for (const element of [ground, leader, box]) {
    element.dataset['colour'] = mark.colour
    element.dataset['kind'] = mark.kind
    element.dataset['shape'] = mark.shape
    element.classList.toggle('note-soft', !mark.exact)
    element.classList.toggle('note-open-start', mark.earliest === -Infinity)
    element.classList.toggle('note-open-end', mark.latest === Infinity)
  }
  if (box.textContent !== mark.title) box.textContent = mark.title
}

/** `elsewhere`: it stands in a parent of its lane. */
export function placeNote({ ground, leader, box }: NoteElements, at: NoteGeometry, elsewhere: boolean): void {
  ground.hidden = at.ground === null
  leader.hidden = at.leader === null
  box.hidden = at.box === null
  if (at.ground !== null) {
    ground.style.transform = `translate(${String(at.ground.left)}px, ${String(at.ground.top)}px)`
    ground.style.width = `${String(at.ground.width)}px`
  }
  if (at.box !== null) box.style.transform = `translate(${String(at.box.x)}px, ${String(at.box.y)}px)`
  if (at.leader === null) return
  const { from, to } = at.leader
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  leader.style.transform = `translate(${String(from.x)}px, ${String(from.y)}px) rotate(${String(Math.atan2(dy, dx))}rad)`
  leader.style.width = `${String(Math.hypot(dx, dy))}px`
  leader.classList.toggle('note-elsewhere', elsewhere)
}
