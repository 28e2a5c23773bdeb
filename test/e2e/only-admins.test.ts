import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { en } from '../../src/conversation/languages/en/words.ts';
import { plain } from '../../src/conversation/say.ts';
import { handlers } from '../../src/features/index.ts';
import { books } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

const { refusals } = en;
/** What is said to whoever is no admin: of a session not even that there is one. */
const REFUSED = [refusals['only-admins']({}, undefined), refusals['no-such-session']({}, undefined)].map((text) =>
  plain(text, String),
);

test.each(['slack', 'discord'] as const)('what is for admins is refused to everybody else, in %s', async (chat) => {
  const world = await createWorld();
  const { lena, theo, mateo, noor, app, database } = world;
  await books(lena, theo.name);
  await world.settled();
  const [session] = await app.store.sessions({ states: ['requested'] });
  const by = await world.actor(chat === 'slack' ? mateo : noor);
  const written = () => Promise.all([database.prisma.audit.count(), database.prisma.delivery.count()]);
  const before = await written();
  const names = await handlersOfAdmins();
  expect(names.length).toBeGreaterThan(40);
  const others: string[] = [];
  for (const name of names) {
    const reply = await app.reception.run(by, name, inputFor(name, session?.id ?? ''));
    const said = reply.kind === 'private' ? plain(reply.message.text ?? [], String) : reply.kind;
    if (!REFUSED.includes(said)) others.push(`${name}: ${said}`);
  }
  expect(others).toEqual([]);
  expect(await written()).toEqual(before);
  expect(world.faults).toEqual([]);
  await world.stop();
});

/** The answer to what admins ask an applicant is the applicant's. */
const NOT_FOR_ADMINS: readonly string[] = ['application-answer'];

/** The handlers that live with the admins, by their names. */
async function handlersOfAdmins(): Promise<readonly string[]> {
  const index = await readFile(new URL('../../src/features/index.ts', import.meta.url), 'utf8');
  const imported = [...index.matchAll(/import \{([^}]+)\} from '\.\/admin\/[\w-]+\.ts';/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  );
  const table = index.slice(index.indexOf('export const handlers'));
  return [...table.matchAll(/^ {2}(?:'?([\w-]+)'?: )?(\w+),$/gm)].flatMap(([, key, name = '']) =>
    imported.includes(name) && !NOT_FOR_ADMINS.includes(key ?? name) ? [key ?? name] : [],
  );
}

/** Something that it can read, so that it is refused for who asks and not for what is asked. */
function inputFor(name: string, session: string): Record<string, string> {
  const schema = z.toJSONSchema(handlers[name]?.input ?? z.object({}), { io: 'input', unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, one]) => [key, key === 'session' ? session : valueFor(one)]),
  );
}

function valueFor(schema: z.core.JSONSchema._JSONSchema): string {
  if (typeof schema === 'boolean') return 'x';
  const [first] = schema.anyOf ?? [];
  if (first !== undefined) return valueFor(first);
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum?.[0] !== undefined) return String(schema.enum[0]);
  if (schema.format === 'date') return '2026-12-01';
  if (schema.format === 'date-time') return '2026-12-01T17:00:00Z';
  return schema.type === 'number' || schema.type === 'integer' ? '1' : 'x';
}
