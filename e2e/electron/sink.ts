import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Something on loopback that a page might reach: counts every TCP connection and UDP packet. */
export interface Sink {
  readonly port: number
  reached(): number
  close(): Promise<void>
}

export async function openSink(): Promise<Sink> {
  let reached = 0
  const tcp = createServer((_request, response) => {
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', Connection: 'close' }).end()
  })
  tcp.on('connection', () => {
    reached += 1
  })
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const { port } = tcp.address() as AddressInfo
  const udp = createSocket('udp4', () => {
    reached += 1
  })
  udp.bind(port, '127.0.0.1')
  await once(udp, 'listening')
  return {
    port,
    reached: () => reached,
    async close() {
      udp.close()
      tcp.close()
      tcp.closeAllConnections()
      await once(tcp, 'close')
    },
  }
}
