import { parentPort, workerData } from 'node:worker_threads'
import { documentOf, EMPTY_DOCUMENT, type Document } from '../../domain/model/document'
import { fail, succeed, type Result } from '../../domain/model/problem'
import type { TapelineRecord } from '../../domain/model/record'
import type { DrawnFigure, FromThread, ThreadData, ToThread } from './figure-messages'
import { previewFigure, renderFigure } from './render-figure'

/** The other end of `figure-worker.ts`: holds one state of the document and draws what it is asked for. */
const tools = workerData as ThreadData
const port = parentPort
const running = new Map<number, AbortController>()
let records: TapelineRecord[] = []
let document: Document | null = EMPTY_DOCUMENT

const tell = (message: FromThread, moved: ArrayBuffer[] = []): void => port?.postMessage(message, moved)

async function draw({ id, what, spec }: Extract<ToThread, { say: 'draw' }>): Promise<Result<DrawnFigure>> {
  document ??= documentOf(records)
  if (typeof what === 'object') return succeed(previewFigure(document, spec, tools, what))
  const controller = new AbortController()
  running.set(id, controller)
  const onProgress = (share: number): void => tell({ say: 'progress', id, share })
  return renderFigure(what, document, spec, tools, { onProgress, signal: controller.signal })
}

async function answer(message: Extract<ToThread, { say: 'draw' }>): Promise<void> {
  const { id } = message
  let result: Result<DrawnFigure>
  try {
    result = await draw(message)
  } catch (error) {
    result = fail({ code: 'failed', detail: error instanceof Error ? error.message : String(error) })
  }
  running.delete(id)
  tell({ say: 'done', id, result }, movable(result))
}

/** Bytes change hands instead of being copied, where nothing else lies in their memory. */
function movable(result: Result<DrawnFigure>): ArrayBuffer[] {
  if (!result.ok || !('bytes' in result.value)) return []
  const { buffer, byteLength } = result.value.bytes
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}

port?.on('message', (message: ToThread) => {
  switch (message.say) {
    case 'state':
      records = []
      document = null
      return
    case 'records':
      records.push(...message.records)
      return
    case 'cancel':
      running.get(message.id)?.abort()
      return
    case 'draw':
      void answer(message)
  }
})
