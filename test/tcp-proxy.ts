import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands before a server, lets connections through, cuts them and takes none. */
export interface TcpProxy {
  /** The same address, through here. */
  through(url: string): string;
  /** Cuts all connections that there are; new ones are let through. */
  cut(): void;
  /** Cuts them, and takes no new ones until `accept`. */
  refuse(): void;
  accept(): void;
  close(): Promise<void>;
}

export async function createTcpProxy(target: { readonly host: string; readonly port: number }): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let isOpen = true;
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  };
  const server = createServer((from) => {
    keep(from);
    if (!isOpen) return void from.resetAndDestroy();
    const to = connect(target.port, target.host);
    keep(to);
    from.pipe(to).pipe(from);
    from.on('close', () => to.destroy());
    to.on('close', () => from.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    through: (url) => {
      const changed = new URL(url);
      changed.hostname = '127.0.0.1';
      changed.port = String(port);
      return changed.href;
    },
    cut,
    refuse: () => {
      isOpen = false;
      cut();
    },
    accept: () => {
      isOpen = true;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
