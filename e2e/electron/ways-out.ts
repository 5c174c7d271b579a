/**
 * Runs inside a page: tries every way that a page has to reach an address, and waits for what comes
 * of it. Returns how many ways were tried. Must not use anything from outside its body.
 */
export async function tryEveryWayOut(address: string): Promise<number> {
  const url = (name: string) => `http://${address}/${name}`
  const add = (tag: string, attributes: Record<string, string>) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    document.body.append(element)
    return element
  }
  const ways: (() => unknown)[] = [
    () => fetch(url('fetch'), { mode: 'no-cors' }),
    () => fetch(url('post'), { method: 'POST', body: 'secret', keepalive: true, mode: 'no-cors' }),
    () => {
      const request = new XMLHttpRequest()
      request.open('GET', url('xhr'))
      request.send()
    },
    () => new WebSocket(`ws://${address}/ws`),
    () => new EventSource(url('events')),
    () => navigator.sendBeacon(url('beacon'), 'secret'),
    () => add('img', { src: url('img') }),
    () => add('img', { srcset: `${url('srcset')} 1x` }),
    () => add('script', { src: url('script') }),
    () => add('link', { rel: 'stylesheet', href: url('css') }),
    () => add('link', { rel: 'preload', as: 'fetch', href: url('preload') }),
    () => add('link', { rel: 'prefetch', href: url('prefetch') }),
    () => add('link', { rel: 'preconnect', href: url('') }),
    () => add('link', { rel: 'dns-prefetch', href: url('') }),
    () => add('link', { rel: 'icon', href: url('icon') }),
    () => add('link', { rel: 'manifest', href: url('manifest') }),
    () => add('iframe', { src: url('iframe') }),
    () => add('object', { data: url('object') }),
    () => add('embed', { src: url('embed') }),
    () => add('video', { src: url('video'), autoplay: '' }),
    () => add('audio', { src: url('audio'), autoplay: '' }),
    () => (add('input', { type: 'image', src: url('input') }) as HTMLInputElement).click(),
    () => {
      document.body.style.backgroundImage = `url(${url('background')})`
    },
    () => {
      const face = new FontFace('Away', `url(${url('font')})`)
      document.fonts.add(face)
      return face.load()
    },
    () => {
      const form = add('form', { action: url('form'), method: 'post' }) as HTMLFormElement
      form.submit()
    },
    () => (add('a', { href: url('a'), target: '_blank', ping: url('ping') }) as HTMLAnchorElement).click(),
    () => window.open(url('open')),
    () => new Worker(url('worker')),
    () => new SharedWorker(url('shared')),
    () => navigator.serviceWorker.register(url('service')),
    () => import(url('module')),
    () => {
      location.href = url('navigate')
    },
    async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${address}` }] })
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
    },
  ]
  const attempts = ways.map(async (way) => {
    await way()
  })
  await Promise.race([Promise.allSettled(attempts), new Promise((done) => setTimeout(done, 1500))])
  await new Promise((done) => setTimeout(done, 1500))
  return ways.length
}
