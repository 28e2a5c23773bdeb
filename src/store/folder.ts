import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';

/** PLACEHOLDER: the guarded folder follows. */
export async function openFolder(dataDir: string): Promise<{ pglite: PGlite; close(): Promise<void> }> {
  const pglite = await PGlite.create({ dataDir, extensions: { btree_gist } });
  return { pglite, close: () => pglite.close() };
}
