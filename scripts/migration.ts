import { mkdir, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { readMigrations } from '../src/store/migrations.ts';
import { differenceToSchema } from './schema-engine.ts';

// Writes the next migration from what prisma/schema.prisma has that the migrations have not:
//   npm run migration -- waitlist

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('Say what the migration is about in small letters: npm run migration -- waitlist\n');
  process.exit(1);
}
const sql = await differenceToSchema();
if (sql === '') {
  process.stdout.write('prisma/schema.prisma and the migrations agree already: nothing to write.\n');
  process.exit(0);
}
const number = String((await readMigrations()).length + 1).padStart(4, '0');
const folder = new URL(`../prisma/migrations/${number}_${name}/`, import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('migration.sql', folder), sql);
process.stdout.write(`Wrote prisma/migrations/${number}_${name}/migration.sql: read it before it is committed.\n`);
