import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readMigrations } from '../src/store/migrations.ts';
import { pgliteAdapter } from '../src/store/pglite-adapter.ts';

const SCHEMA = fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url));
const MIGRATIONS = fileURLToPath(new URL('../prisma/migrations', import.meta.url));

type Engine = Awaited<ReturnType<typeof engine.SchemaEngine.new>>;

/**
 * The SQL that brings a database with all migrations of prisma/migrations to what prisma/schema.prisma says.
 * Empty when the two agree. It is Prisma's own engine that compares, on databases in memory.
 */
export async function differenceToSchema(): Promise<string> {
  const schema = { path: SCHEMA, content: await readFile(SCHEMA, 'utf8') };
  const migrationDirectories = (await readMigrations()).map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  }));
  return withEngine(schema, async (open) => {
    const { stdout } = await open.diff({
      from: {
        tag: 'migrations',
        baseDir: MIGRATIONS,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories,
      },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return (stdout ?? '').replace(/^-- This is an empty migration\.\s*$/, '');
  });
}

async function withEngine<T>(
  schema: { path: string; content: string },
  work: (open: Engine) => Promise<T>,
): Promise<T> {
  const opened: PGlite[] = [];
  const empty = async () => {
    const pglite = await PGlite.create({ dataDir: 'memory://', extensions: { btree_gist } });
    opened.push(pglite);
    return pglite;
  };
  const main = pgliteAdapter(await empty());
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    ...main,
    connectToShadowDb: async () => pgliteAdapter(await empty()).connect(),
  };
  await loadEngine();
  const open = await engine.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(open);
  } finally {
    open.free();
    for (const pglite of opened) await pglite.close();
  }
}

async function loadEngine(): Promise<void> {
  const wasm = await readFile(new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm')));
  const { instance } = await WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
}
