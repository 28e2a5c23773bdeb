import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Log } from '../../src/core/log.ts';
import { asAdmin, databaseKinds } from '../database.ts';
import { createTcpProxy, type TcpProxy } from '../tcp-proxy.ts';
import type { Human } from '../world/human.ts';
import { books } from '../world/pairs.ts';
import { createWorld, type World, type WorldOptions } from '../world/world.ts';

const SORRY = /Something went wrong/;

let world: World;
let proxy: TcpProxy;
let lines: { readonly level: keyof Log; readonly message: string; readonly data: object }[];
afterEach(async () => {
  proxy.accept();
  await world.stop();
  await proxy.close();
});

async function begin(options: WorldOptions = {}): Promise<{ name: string }> {
  lines = [];
  let url = '';
  proxy = await createTcpProxy({ host: '127.0.0.1', port: 5432 });
  const through = (asked: string) => {
    url = asked;
    return proxy.through(asked);
  };
  const write = (level: keyof Log) => (data: object, message: string) => void lines.push({ level, message, data });
  world = await createWorld({
    ...options,
    database: 'server',
    through,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
  });
  return { name: new URL(url).pathname.slice(1) };
}

async function health(): Promise<string> {
  const answer = await world.app.http.fetch(new Request('http://here/health'));
  return `${answer.status} ${JSON.stringify(await answer.json())}`;
}

const terminate = (name: string) =>
  asAdmin((admin) => admin.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${name}`);

/** Cuts all connections, again and again, each time that a bit more has been said to the vendors since, until `isOver`. */
async function cutsWhile(name: string, isOver: () => boolean): Promise<number> {
  let cuts = 0;
  for (; !isOver(); cuts++) {
    if (cuts % 2) proxy.cut();
    else await terminate(name);
    const before = world.traffic.length;
    const goesOn = () => isOver() || world.traffic.length > before + 5 + cuts;
    await expect
      .poll(goesOn, { interval: 10, timeout: 3000 })
      .toBe(true)
      .catch(() => undefined);
  }
  return cuts;
}

const count = (text: string, what: RegExp) => text.match(new RegExp(what, 'g'))?.length ?? 0;
/** What somebody was told that something went wrong or takes long: each fault has its number. */
const sorries = (human: Human) =>
  new Set(
    [...human.reads().matchAll(/admin this number: (\S+)|took me too long/g)].map(([all, id], nr) => id ?? all + nr),
  );

/** Does something. @returns false when the answer is that it went wrong; there always is one. */
async function isAnswered(human: Human, deed: () => Promise<void>, good: () => boolean): Promise<boolean> {
  const before = sorries(human);
  try {
    await deed();
  } catch {
    return false; // the chat itself says so
  }
  const isSaid = () => good() || [...sorries(human)].some((one) => !before.has(one));
  await expect
    .poll(isSaid, { interval: 10 })
    .toBe(true)
    .catch(() => {
      throw new Error(`${human.name} got no answer to ${deed}. Read: ${human.reads()}`);
    });
  return good();
}

/** Asks for a session, and again when something goes wrong, but looks before whether it is there: as they are told to. */
async function insistsOnBooking(learner: Human, tutor: Human, when: string): Promise<void> {
  const wish = { tutor: tutor.name, subject: 'Algebra', note: 'Quadratic equations' };
  const has = (what: RegExp) => count(learner.reads(), what);
  const receipts = has(/hear from me/);
  const isSent = () => has(/hear from me/) > receipts;
  const isThere = () =>
    vi.waitFor(async () => {
      const { person } = await world.actor(learner);
      return (await world.app.store.sessions({ person: person.id })).length > 0;
    }, 60_000);
  for (let attempt = 0; attempt < 40; attempt++) {
    if (attempt > 0 && (await isThere())) return;
    const previews = has(/Nothing is sent until/);
    const isAsked = () => isSent() || has(/Nothing is sent until/) > previews;
    const opens =
      learner.chat === 'slack' ? () => learner.types('/book') : () => learner.types('/book', { ...wish, when });
    if (!learner.dialog() && !(await isAnswered(learner, opens, () => learner.dialog() !== undefined || isAsked())))
      continue;
    if (learner.dialog()) {
      const fills = () => learner.fills(learner.chat === 'slack' ? { ...wish, when } : { zone: 'Chicago' });
      if (!(await isAnswered(learner, fills, isAsked))) continue;
    }
    if (isSent()) return;
    if (await isAnswered(learner, () => learner.presses('Send the request'), isSent)) return;
  }
  throw new Error(`${learner.name} could not book`);
}

/** Confirms at the moment at which the connections are cut, and again when something goes wrong. */
async function insistsOnConfirming(tutor: Human, name: string): Promise<void> {
  await expect.poll(() => tutor.sees('asks you for a session')).toBe(true);
  const isDone = () => tutor.sees(/Where:? Jitsi|You are teaching|onfirmed/);
  const confirms = async (attempt: number) =>
    void (await Promise.all([tutor.presses('Confirm'), attempt === 0 && terminate(name)]));
  for (let attempt = 0; attempt < 40; attempt++)
    if (isDone() || (await isAnswered(tutor, () => confirms(attempt), isDone))) return;
  throw new Error(`${tutor.name} could not confirm`);
}

/** Without those about a single fault, of which somebody was told the number. */
const linesOfItself = () => lines.filter(({ data, level }) => level !== 'info' && !('id' in data));

describe.runIf(databaseKinds.includes('server'))('while the database server is away', () => {
  test('people are told, the log says so once, health says down, and afterwards what is owed arrives', async () => {
    await begin();
    const { lena, theo, noor } = world;
    await books(lena, theo.name);
    await theo.waitsFor('asks you for a session');
    await world.settled();
    lines = [];
    proxy.refuse();
    await lena.types('/sessions');
    await lena.waitsFor(SORRY);
    await lena.says('hello');
    await lena.waitsFor(SORRY, 2);
    await noor.types('/sessions');
    await noor.waitsFor(SORRY);
    await theo.presses('Confirm');
    await theo.waitsFor(SORRY);
    for (let minute = 0; minute < 5; minute++) await world.app.tick();
    expect(await health()).toMatch(/^503 .*"database":"down"/);
    expect(linesOfItself().map(({ message }) => message)).toEqual([
      'the database is away: what is to be done waits until it is back',
    ]);
    proxy.accept();
    await expect.poll(health).toMatch(/^200/);
    await theo.presses('Confirm');
    await lena.waitsFor('Where: Jitsi');
    await world.moveTo('2026-12-01T15:50:00Z');
    await lena.waitsFor(/in 10 minutes|starts in/);
    expect(lines.at(-1)?.message ?? '').toBeDefined();
    expect(lines.map(({ message }) => message)).toContain('the database is there again');
  });

  test('a form in which something is chosen meanwhile says so beside it, and keeps what is in it', async () => {
    await begin();
    const { lena, theo } = world;
    await lena.types('/book');
    await lena.waitsFor('dialog: Book a session');
    await lena.fillsIn({ tutor: theo.name });
    proxy.refuse();
    await expect(lena.fillsIn({ when: '2026-12-01 17:00' })).rejects.toThrow('the dialog does not follow');
    expect(lena.messages().filter((message) => SORRY.test(message))).toHaveLength(1);
    proxy.accept();
    await expect.poll(health).toMatch(/^200/);
    expect(lena.dialog()).toMatchObject({ tutor: expect.stringContaining(theo.name) });
    await lena.fills({ subject: 'Algebra', when: '2026-12-01 17:00' });
    await lena.waitsFor('hear from me');
  });

  test('connections that are ended again and again under load cost nobody a request that was acknowledged', async () => {
    const { name } = await begin();
    const { lena, mateo, noor, lucia, theo, jonas } = world;
    const asks = [
      [lena, theo, '2026-12-01 17:00'],
      [mateo, theo, '2026-12-02 11:00'],
      [noor, jonas, '2026-12-01 11:00'],
      [lucia, jonas, '2026-12-02 18:00'],
    ] as const;
    let isOver = false;
    const cutting = (async () => {
      for (let turn = 0; !isOver; turn++) {
        if (turn % 2) proxy.cut();
        else
          await asAdmin(
            (admin) => admin.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${name}`,
          );
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    })();
    const tries = asks.map(async ([learner, tutor, when]) => {
      for (let attempt = 0; attempt < 3; attempt++) await learner.types('/sessions').catch(() => undefined);
      return { learner, tutor, when };
    });
    await Promise.all(tries);
    isOver = true;
    await cutting;
    await expect.poll(health).toMatch(/^200/);
    for (const [learner, tutor, when] of asks.slice(0, 1)) await books(learner, tutor.name, when);
    await theo.waitsFor('asks you for a session');
    await world.settled();
    expect((await world.app.store.sessions({ states: ['requested'] })).length).toBe(1);
  });

  test('people who book and confirm all the while read that something went wrong, or that it is done; and what is done is so, once', async () => {
    const { name } = await begin({ locale: 'en-US' });
    const { lena, mateo, noor, lucia, theo, ada, jonas, camila } = world;
    const pairs = [
      [lena, theo],
      [mateo, ada],
      [noor, jonas],
      [lucia, camila],
    ] as const;
    let isOver = false;
    const cutting = cutsWhile(name, () => isOver);
    await Promise.all(
      pairs.map(async ([learner, tutor]) => {
        await insistsOnBooking(learner, tutor, '2026-12-01 17:00');
        await insistsOnConfirming(tutor, name);
      }),
    ).finally(() => {
      isOver = true;
    });
    const cuts = await cutting;
    expect(cuts).toBeGreaterThan(5);
    await expect.poll(health).toMatch(/^200/);
    // A job whose end could not be written down is taken up again when its heartbeat is missed.
    const meets = (human: Human) => human.sees(/Where:? Jitsi/);
    await expect.poll(() => pairs.flat().every(meets)).toBe(true);
    await world.settled();
    const sessions = await world.app.store.sessions({ order: 'soonest' });
    expect(sessions.map(({ state }) => state)).toEqual(Array(pairs.length).fill('confirmed'));
    for (const human of pairs.flat()) {
      const cards = human.messages().filter((message) => /Where:? Jitsi/.test(message));
      expect(cards, human.name).toHaveLength(1);
    }
    for (const admin of [world.grace, world.priya]) expect(admin.sees('gave up')).toBe(false);
    // And all goes on as ever.
    await books(lena, ada.name, '2026-12-02 17:00');
    await ada.waitsFor('asks you for a session');
    await ada.presses('Confirm');
    const met = () => lena.messages().filter((message) => /Where:? Jitsi/.test(message)).length;
    await expect.poll(met).toBe(2);
  });

  test('a database that takes no connections, and one that is dropped, end nothing', async () => {
    const { name } = await begin();
    const { lena, theo } = world;
    await asAdmin((admin) => admin.$executeRawUnsafe(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`));
    const end = () =>
      asAdmin(
        (admin) => admin.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${name}`,
      );
    await end();
    expect(await health()).toMatch(/^503/);
    await lena.types('/sessions');
    await lena.waitsFor(SORRY);
    await asAdmin((admin) => admin.$executeRawUnsafe(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`));
    await expect.poll(health).toMatch(/^200/);
    await books(lena, theo.name);
    await theo.waitsFor('asks you for a session');
    await world.settled();
    // What DROP DATABASE … WITH (FORCE) does to those who are connected, with a copy to come back to.
    await end();
    await asAdmin(async (admin) => {
      await admin.$executeRawUnsafe(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
      await admin.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${name}`;
      await admin.$executeRawUnsafe(`CREATE DATABASE "${name}_copy" TEMPLATE "${name}"`);
      await admin.$executeRawUnsafe(`DROP DATABASE "${name}" WITH (FORCE)`);
    });
    expect(await health()).toMatch(/^503/);
    await theo.presses('Confirm');
    await theo.waitsFor(SORRY);
    await asAdmin((admin) => admin.$executeRawUnsafe(`ALTER DATABASE "${name}_copy" RENAME TO "${name}"`));
    await asAdmin((admin) => admin.$executeRawUnsafe(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`));
    await expect.poll(health).toMatch(/^200/);
    await theo.presses('Confirm');
    await lena.waitsFor('Where: Jitsi');
  });
});

describe.runIf(databaseKinds.includes('server'))('a database that can only be read from', () => {
  test('health says down, a booking says sorry, and once there is room again all goes on', async () => {
    const { name } = await begin();
    const { lena, theo } = world;
    const readOnly = async (isIt: boolean) => {
      await asAdmin((admin) =>
        admin.$executeRawUnsafe(`ALTER DATABASE "${name}" SET default_transaction_read_only = ${isIt}`),
      );
      proxy.cut(); // what is set is so for new connections
    };
    await readOnly(true);
    await expect.poll(health).toMatch(/^503 .*"database":"down"/);
    await lena.types('/sessions');
    await lena.waitsFor(SORRY);
    await asAdmin((admin) => admin.$executeRawUnsafe(`ALTER DATABASE "${name}" RESET default_transaction_read_only`));
    proxy.cut();
    await expect.poll(health).toMatch(/^200/);
    await books(lena, theo.name);
  });
});
