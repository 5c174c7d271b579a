/**
 * Runs inside a page: tries every way to make a text run as code, and returns which of them did.
 * Must not use anything from outside its body.
 */
export async function tryToRunText(): Promise<string[]> {
  const hits: string[] = []
  Object.assign(window, { hit: (name: string) => hits.push(name) })
  const host = document.body.appendChild(document.createElement('div'))
  const script = (set: (element: HTMLScriptElement) => void) => {
    const element = document.createElement('script')
    set(element)
    host.append(element)
  }
  const blob = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  const load = (address: string): unknown => import(address)
  const write: unknown = Reflect.get(document, 'write')
  const compile = Function as unknown as (body: string) => () => void
  const tries: (() => unknown)[] = [
    () => (host.innerHTML = '<img src="data:," onerror="hit(\'markup\')"><svg onload="hit(\'svg\')"></svg>'),
    () => (host.innerHTML = '<script>hit("inner")</script>'),
    () => host.insertAdjacentHTML('beforeend', '<iframe srcdoc="<script>parent.hit(\'srcdoc\')</script>"></iframe>'),
    () => host.setAttribute('onclick', "hit('attribute')"),
    () => host.click(),
    () => script((element) => (element.textContent = "hit('script')")),
    () => script((element) => (element.src = blob("hit('blob')"))),
    () => script((element) => (element.src = "data:text/javascript,hit('data')")),
    () => {
      const frame = document.createElement('iframe')
      frame.src = "javascript:parent.hit('frame')"
      host.append(frame)
    },
    () => {
      const link = host.appendChild(document.createElement('a'))
      link.href = "javascript:hit('link')"
      link.click()
    },
    () => (write as (text: string) => void).call(document, "<script>hit('write')</script>"),
    () => load("data:text/javascript,hit('import')"),
    () => load(blob("hit('blob import')")),
    () => new Worker(blob('postMessage(1)')).addEventListener('message', () => hits.push('worker')),
    () => setTimeout("hit('string timer')" as unknown as () => void, 0),
  ]
  const attempt = async (run: () => unknown) => {
    try {
      await run()
    } catch {
      // Refused, as it should be.
    }
  }
  for (const run of tries) await attempt(run)
  // What Playwright evaluates is let past the ban of eval, so these must come from a timer.
  await new Promise<void>((done) => {
    setTimeout(() => {
      void attempt(() => (0, eval)("hit('eval')") as unknown)
      void attempt(() => compile("hit('Function')")())
      setTimeout(done, 500)
    })
  })
  host.remove()
  return hits
}
