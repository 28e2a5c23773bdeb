/** What kept the program from starting, by the system's code: said in a sentence that says what to do. */
const SENTENCES: Readonly<
  Record<string, (what: { readonly port: string; readonly path: string; readonly host: string }) => string>
> = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use. Set PORT to another number, or stop the other program.`,
  EACCES: ({ path }) => `${path} may not be used by this user. Give it access, or set DATA_DIR to another folder.`,
  EPERM: ({ path }) => `${path} may not be used by this user. Give it access, or set DATA_DIR to another folder.`,
  EROFS: ({ path }) => `${path} cannot be written. Set DATA_DIR to a folder that can.`,
  ENOTDIR: ({ path }) => `${path} lies below something that is a file, not a folder. Set DATA_DIR to a folder.`,
  ENOSPC: ({ path }) => `The disk of ${path} is full. Make room, or set DATA_DIR to another disk.`,
  ENOTFOUND: ({ host }) => `${host} is not found. Check the network and the addresses in the settings.`,
  EAI_AGAIN: ({ host }) => `${host} is not found just now. Check the network, then start again.`,
  ECONNREFUSED: ({ host }) => `${host} lets nobody in. Check that it runs, and the addresses in the settings.`,
  ECONNRESET: ({ host }) => `${host} closed the connection. Check the network, then start again.`,
  ETIMEDOUT: ({ host }) => `${host} did not answer. Check the network, then start again.`,
  UND_ERR_CONNECT_TIMEOUT: ({ host }) => `${host} did not answer. Check the network, then start again.`,
};

/** How deep an error may lie in others. */
const DEEPEST = 8;

/** Why it did not start, in a sentence: what vendors' clients and the system say of it lies in causes of causes. */
export function sentenceOf(error: unknown): string {
  let inner: unknown = error;
  for (let depth = 0; depth < DEEPEST && typeof inner === 'object' && inner !== null; depth += 1) {
    const { code, port, path, hostname, address, cause, original } = inner as Readonly<Record<string, unknown>>;
    const sentence = typeof code === 'string' ? SENTENCES[code] : undefined;
    if (sentence) {
      const host = [hostname, address].find((one) => typeof one === 'string') ?? 'A server that is needed';
      return sentence({ port: String(port ?? ''), path: String(path ?? 'The folder of the data'), host: String(host) });
    }
    inner = cause ?? original ?? (inner instanceof AggregateError ? inner.errors[0] : undefined);
  }
  return error instanceof Error ? error.message : String(error);
}
