import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { StandIn } from './stand-in.ts';

/** Only this machine may reach the sandbox: it lets anybody act as an admin. */
const LOOPBACK = '127.0.0.1';

/** What answers a path that belongs to no stand-in: the sandbox's page, or the bot's own HTTP server. */
interface Fallback {
  fetch(request: Request): Response | Promise<Response>;
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** A sandbox that listens. */
export interface Listening {
  /** Such as `http://127.0.0.1:3000`, without a slash at the end. */
  readonly origin: string;
  /** Stops listening, closes the stand-ins and cuts every connection that is still open. */
  close(): Promise<void>;
}

/** Serves every stand-in below its prefix on one port of this machine; port 0 takes a free one. */
export async function listen(options: {
  port: number;
  standIns: readonly StandIn[];
  fallback?: Fallback;
}): Promise<Listening> {
  const { standIns, fallback } = options;
  const ownerOf = (path: string) =>
    standIns.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`)) ?? fallback;

  const notFound = () => new Response('Not found', { status: 404 });
  const server = createServer(
    getRequestListener(
      async (request, env) => {
        const response = (await ownerOf(new URL(request.url).pathname)?.fetch(request)) ?? notFound();
        if (response.type !== 'error') return response;
        // `Response.error()` is a network error, by the Fetch standard: a stand-in plays a broken connection with it.
        env.incoming.socket?.destroy();
        return RESPONSE_ALREADY_SENT;
      },
      // The global Request and Response stay as Node made them: this process also runs the bot.
      { overrideGlobalObjects: false },
    ),
  );

  // Node forgets a socket once it was upgraded, so closeAllConnections() would leave it open.
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const owner = ownerOf(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (owner?.upgrade) owner.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, LOOPBACK, resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://${LOOPBACK}:${port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await Promise.all(standIns.map((standIn) => standIn.close()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
