import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { en } from '../../src/conversation/languages/en/words.ts';
import { plain } from '../../src/conversation/say.ts';
import { newId } from '../../src/core/id.ts';
import { handlers } from '../../src/features/index.ts';
import { books } from '../world/pairs.ts';
import { someInput } from '../world/some-input.ts';
import { createWorld } from '../world/world.ts';

const REFUSED = plain(en.refusals['only-admins']({}, undefined), String);
const FOR_ADMINS = Object.entries(handlers).filter(([, { task }]) => task !== undefined);

test.each(['slack', 'discord'] as const)('what is for admins is refused to everybody else, in %s', async (chat) => {
  const world = await createWorld();
  const { lena, theo, mateo, noor, app, database } = world;
  await books(lena, theo.name);
  await world.settled();
  const [session] = await app.store.sessions({ states: ['requested'] });
  const by = await world.actor(chat === 'slack' ? mateo : noor);
  const tables = () => Promise.all([database.prisma.audit.count(), database.prisma.delivery.count()]);
  const before = await tables();
  expect(FOR_ADMINS.length).toBeGreaterThan(50);
  const others: string[] = [];
  for (const [name, { input, suggest = {}, form, read }] of FOR_ADMINS) {
    const hears = (how: string, said: string | undefined) => said !== REFUSED && others.push(`${name} ${how}: ${said}`);
    // What it can read, what it cannot, and what nobody has kept: none of that is even looked at.
    const sent = [{ ...someInput(input), session: session?.id ?? '' }, { session: '', page: '-1' }, { draft: newId() }];
    for (const one of sent) {
      const reply = await app.reception.run(by, name, one);
      hears('run', plain(reply.message.text ?? [], String));
      expect(reply.message.actions, name).toBeUndefined();
      const submitted = await app.reception.submit(by, name, one);
      hears('submit', submitted.kind === 'refused' ? submitted.fields[''] : submitted.kind);
      if (!form) continue;
      for (const ask of ['all', 'missing'] as const) {
        const opened = await app.reception.open(by, name, one, ask);
        hears(`open ${ask}`, opened.kind === 'reply' ? plain(opened.reply.message.text ?? [], String) : opened.kind);
      }
    }
    for (const field of Object.keys(suggest))
      expect(await app.reception.suggest(by, name, field, '', {}), `${name} ${field}`).toEqual([]);
    const typed = { text: theo.name, mentions: [by.person.id], channels: ['C1'] };
    if (read) expect(await app.reception.read(by, name, typed), name).toEqual({});
  }
  expect(others).toEqual([]);
  expect(await tables()).toEqual(before);
  expect(world.faults).toEqual([]);
  await world.stop();
});

/** The answer to what admins ask an applicant is the applicant's. */
const NOT_FOR_ADMINS: readonly string[] = ['application-answer'];

test('what lives with the admins is theirs', async () => {
  const index = await readFile(new URL('../../src/features/index.ts', import.meta.url), 'utf8');
  const imported = [...index.matchAll(/import \{([^}]+)\} from '\.\/admin\/[\w-]+\.ts';/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  );
  const table = index.slice(index.indexOf('export const handlers'));
  const names = [...table.matchAll(/^ {2}(?:'?([\w-]+)'?: )?(\w+),$/gm)].flatMap(([, key, name = '']) =>
    imported.includes(name) ? [key ?? name] : [],
  );
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => handlers[name]?.task === undefined)).toEqual(NOT_FOR_ADMINS);
});
