import { json } from 'node:stream/consumers';
import { createStore } from '../src/store/index.ts';
import { openDatabase } from '../src/store/open.ts';
import type { Cast } from './cast.ts';
import { knowEverybody } from './know.ts';

/** Who is to be known before the benchmark begins. */
export interface Seeding {
  readonly database: { readonly url?: string; readonly dataDir?: string };
  readonly cast: Cast;
  readonly team: string;
  readonly server: string;
}

// A program of its own, because the embedded database would stay in the memory of the one that drives the benchmark.

const { database: where, cast, team, server } = (await json(process.stdin)) as Seeding;
const database = await openDatabase(where);
const store = createStore(database, { enqueue: () => undefined });
const [organization] = await store.organizations();
if (organization === undefined) throw new Error('the bot has not been started on this database');
await knowEverybody(store, cast, { organization, team, server }, new Date());
await database.close();
process.stdout.write('ready\n');
