import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { type Prisma, PrismaClient } from './generated/client.ts';

const COMPILER = '@prisma/client/runtime/query_compiler_fast_bg.postgresql.wasm-base64.mjs';

/** Prisma on a database, with its compiler of queries read by us. */
export function createPrisma(adapter: SqlDriverAdapterFactory): PrismaClient {
  const configOverride = (config: { readonly compilerWasm: object }) => ({
    ...config,
    compilerWasm: { ...config.compilerWasm, getQueryCompilerWasmModule: readOnce },
  });
  const internal: object = { __internal: { configOverride } }; // not in its types
  const options: Prisma.PrismaClientOptions = { adapter, ...internal };
  return new PrismaClient(options);
}

let compiler: Promise<WebAssembly.Module> | undefined;

/** For all clients of this process; what could not be read is read again. */
function readOnce(): Promise<WebAssembly.Module> {
  compiler ??= readCompiler().catch((error) => {
    compiler = undefined;
    throw error;
  });
  return compiler;
}

/**
 * The compiler is WebAssembly that comes as a text in a module. Imported, as the generated client does it, the text of
 * 4.6 MB stays for ever: as the module's source, as its constant, and as what Node remembers of compiling it.
 */
async function readCompiler(): Promise<WebAssembly.Module> {
  const source = await readFile(createRequire(import.meta.url).resolve(COMPILER), 'latin1');
  return WebAssembly.compile(Buffer.from(source.slice(source.indexOf('"') + 1, source.lastIndexOf('"')), 'base64'));
}
