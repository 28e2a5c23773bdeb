import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../src/core/owing/job.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { CONCURRENCY } from '../../src/jobs/queues.ts';
import { queueingAll, type Sql, touch } from '../../src/jobs/rows.ts';
import { databaseKinds } from '../database.ts';
import { delivery, enqueue, jobsOn } from './with-jobs.ts';

describe.each(databaseKinds)('%s', (kind) => {
  const world = jobsOn(kind);

  test('a job runs once its transaction is committed', async () => {
    const ran: string[] = [];
    const { store, jobs } = await world({ deliver: async (data) => void ran.push(data.delivery) });
    await jobs.start();
    await enqueue(store, delivery('a'));
    await jobs.idle();
    expect(ran).toEqual(['a']);
  });

  test('a transaction that fails queues nothing', async () => {
    const ran: string[] = [];
    const { store, jobs } = await world({ deliver: async (data) => void ran.push(data.delivery) });
    await jobs.start();
    const failing = store.transaction(async (tx) => {
      await tx.enqueue(delivery('never'));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await enqueue(store, delivery('a'));
    await jobs.idle();
    expect(ran).toEqual(['a']);
  });

  test('a worker that ends while a transaction is open is no part of it', async () => {
    const ran: string[] = [];
    const isOpen = Promise.withResolvers<void>();
    const { store, jobs, database } = await world({
      deliver: async (data) => {
        ran.push(data.delivery);
        await isOpen.promise;
      },
    });
    await jobs.start();
    await enqueue(store, delivery('a'));
    await expect.poll(() => ran).toEqual(['a']);
    const failing = store.transaction(async (tx) => {
      await tx.enqueue(delivery('never'));
      isOpen.resolve(); // the queue now wants to write down that the job is done
      await tx.enqueue(delivery('never either'));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await jobs.idle();
    const states = await database.prisma.$queryRaw`SELECT state::text FROM pgboss.job`;
    expect(states).toEqual([{ state: 'completed' }]);
    expect(ran).toEqual(['a']);
  });

  test('a hundred jobs of one transaction all run, so many at a time', async () => {
    let running = 0;
    let most = 0;
    const ran = new Set<string>();
    const { store, jobs } = await world({
      deliver: async (data) => {
        most = Math.max(most, ++running);
        await new Promise(setImmediate);
        ran.add(data.delivery);
        running--;
      },
    });
    await store.transaction(async (tx) => {
      for (let n = 0; n < 100; n++) await tx.enqueue(delivery(String(n)));
    });
    await jobs.start();
    await jobs.idle();
    expect(ran.size).toBe(100);
    expect(most).toBe(CONCURRENCY.deliver);
  });

  test('places that become free one after the other are filled together', async () => {
    const running: (() => void)[] = [];
    let [asked, isOver] = [0, false];
    const { store, database, another } = await world();
    const sql: typeof database.sql = (text, ...values) => {
      if (text.startsWith('WITH done')) asked++;
      return database.sql(text, ...values);
    };
    const deliver = () => new Promise<void>((resolve) => void (isOver ? resolve() : running.push(resolve)));
    const jobs = await another({ database: { ...database, sql }, workers: { deliver } });
    const places = CONCURRENCY.deliver;
    await store.transaction(async (tx) => {
      for (let n = 0; n < 2 * places; n++) await tx.enqueue(delivery(String(n)));
    });
    await jobs.start();
    await expect.poll(() => running.length).toBe(places);
    const before = asked;
    for (const end of running.splice(0, places / 2)) {
      end();
      for (let step = 0; step < 50; step++) await undefined; // no timer comes in between
    }
    await expect.poll(() => running.length).toBe(places);
    expect(asked - before).toBeLessThan(places / 4);
    isOver = true;
    for (const end of running) end();
    await jobs.idle();
  });

  test('of one session one refresh runs and one waits, however many are queued', async () => {
    const ran: string[] = [];
    const goOn = Promise.withResolvers<void>();
    const { store, jobs } = await world({
      refresh: async ({ about }) => {
        ran.push(about.id);
        await goOn.promise;
      },
    });
    const refresh = { name: 'refresh', data: { about: sessionSubject('one') } } as const;
    await store.transaction(async (tx) => {
      await tx.enqueue(refresh);
      await tx.enqueue(refresh);
      await tx.enqueue({ name: 'refresh', data: { about: sessionSubject('another') } });
    });
    await jobs.start();
    await expect.poll(() => ran.toSorted()).toEqual(['another', 'one']);
    await enqueue(store, refresh);
    await enqueue(store, refresh);
    expect(await jobs.pending()).toBe(3);
    goOn.resolve();
    await jobs.idle();
    expect(ran.toSorted()).toEqual(['another', 'one', 'one']);
  });

  // The embedded database has one connection: nothing can begin while a transaction is open.
  test('a refresh that is followed by another waits a moment for it, and both are one', async () => {
    const ran: unknown[] = [];
    const { store, jobs, database } = await world({ refresh: async (data) => void ran.push(data) });
    const about = sessionSubject('one');
    const job = (what: string) => database.sql(`SELECT ${what} AS "holds" FROM pgboss.job`);
    await enqueue(store, { name: 'refresh', data: { about, isFollowed: true } });
    expect(await job(`start_after > created_on + interval '0.2 s'`)).toEqual([{ holds: true }]);
    await enqueue(store, { name: 'refresh', data: { about } });
    expect(await job('start_after <= clock_timestamp()')).toEqual([{ holds: true }]);
    await jobs.start();
    await jobs.idle();
    expect(ran).toEqual([{ about }]);
    await enqueue(store, { name: 'refresh', data: { about, isFollowed: true } });
    await jobs.idle(); // nobody came
    expect(ran).toHaveLength(2);
  });

  test.skipIf(kind === 'embedded')('what waits does not begin before who counts on it has committed', async () => {
    const seen: number[] = [];
    const { store, jobs, database } = await world({
      refresh: async () => void seen.push(await value()),
      deliver: async () => {},
    });
    const value = async () => (await database.sql(`SELECT FROM pace WHERE bucket = 'changed'`)).length;
    const refresh = { name: 'refresh', data: { about: sessionSubject('one') } } as const;
    await enqueue(store, refresh);
    await database.transaction(async ({ sql }) => {
      await sql(`INSERT INTO pace (bucket, until, booked) VALUES ('changed', now(), now())`);
      const { text, values } = jobs.enqueue([refresh]);
      await sql(text, ...values);
      await jobs.start();
      await enqueue(store, delivery('a'));
      await expect.poll(() => jobs.pending()).toBe(1); // what could begin is done
    });
    await jobs.idle();
    expect(seen).toEqual([1]);
  });

  test.skipIf(kind === 'embedded')(
    'a heartbeat does not wait for a job that is being written down as done',
    async () => {
      const began: string[] = [];
      const isOver = Promise.withResolvers<void>();
      const deliver = async ({ delivery }: { delivery: string }) => {
        began.push(delivery);
        await isOver.promise;
      };
      const { store, jobs, database } = await world({ deliver });
      await jobs.start();
      for (const id of ['a', 'b']) await enqueue(store, delivery(id));
      await expect.poll(() => began.toSorted()).toEqual(['a', 'b']);
      const sql: Sql = async (text, values = []) => ({ rows: [...(await database.sql<object>(text, ...values))] });
      const { rows } = await sql(`UPDATE pgboss.job SET heartbeat_on = NULL RETURNING name, id`);
      const active = rows as { name: string; id: string }[];
      const silent = await database.prisma.$transaction(async (tx) => {
        await tx.$executeRaw`UPDATE pgboss.job SET heartbeat_on = NULL WHERE id = ${active[0]?.id}::uuid`;
        await touch(sql, active);
        return tx.$queryRaw`SELECT id FROM pgboss.job WHERE heartbeat_on IS NULL`;
      });
      isOver.resolve();
      await jobs.idle();
      expect(silent).toEqual([{ id: active[0]?.id }]);
    },
  );

  test('what waits for its session, and what is tried again, does not wait for the next look', async () => {
    const ran: string[] = [];
    const { store, jobs } = await world({
      refresh: async ({ about }) => void ran.push(about.id),
      attendance: async ({ session }, { number }) => {
        if (number < 3) throw new Error('no answer');
        ran.push(session);
      },
    });
    await jobs.start();
    await store.transaction(async (tx) => {
      await tx.enqueue({ name: 'make-meeting', data: { session: 'one' } });
      await tx.enqueue({ name: 'make-meeting', data: { session: 'one' } });
      await tx.enqueue({ name: 'refresh', data: { about: sessionSubject('one') } });
      await tx.enqueue({ name: 'attendance', data: { session: 'another' } });
    });
    await expect.poll(() => ran.toSorted()).toEqual(['another', 'one']);
    await expect.poll(() => jobs.pending()).toBe(0);
  });

  test('a job that fails is tried again, and buried after its last try', async () => {
    const attempts: Pick<Attempt, 'number' | 'isLast'>[] = [];
    const { store, jobs, dead } = await world({
      deliver: async (_data, { number, isLast }) => {
        attempts.push({ number, isLast });
        throw new Error('no answer');
      },
    });
    await jobs.start();
    await enqueue(store, delivery('a'));
    await jobs.idle();
    expect(attempts).toEqual([
      { number: 1, isLast: false },
      { number: 2, isLast: false },
      { number: 3, isLast: true },
    ]);
    expect(dead).toEqual([[delivery('a'), 'no answer']]);
  });

  test('what waits only once, and is given up again before anybody is told, is told as often', async () => {
    const told: string[] = [];
    let tries = 0;
    const first = Promise.withResolvers<void>();
    const { store, jobs } = await world(
      {
        refresh: async () => {
          tries++;
          throw new Error('no answer');
        },
      },
      {
        onDead: async (_job, why) => {
          told.push(why);
          if (told.length === 1) await first.promise;
        },
      },
    );
    await jobs.start();
    const refresh = { name: 'refresh', data: { about: sessionSubject('one') } } as const;
    for (let given = 0; given < 3; given++) {
      await enqueue(store, refresh);
      // Given up, and waiting until the first has been told.
      await expect.poll(async () => [tries, await jobs.pending()]).toEqual([3 * (given + 1), given + 1]);
    }
    first.resolve();
    await jobs.idle();
    expect(told).toEqual(['no answer', 'no answer', 'no answer']);
  });

  test('a dead letter that cannot be told is told later', async () => {
    let told = 0;
    const { store, jobs } = await world(
      {
        deliver: async () => {
          throw new Error('no answer');
        },
      },
      {
        onDead: async () => {
          if (++told < 4) throw new Error('no answer here either');
        },
      },
    );
    await jobs.start();
    await enqueue(store, delivery('a'));
    await jobs.idle();
    expect(told).toBe(4);
  });

  test('retries wait longer each time, or as long as the error says', async () => {
    const { store, jobs, database } = await world(
      {
        deliver: async ({ delivery: id }) => {
          throw id === 'told' ? Object.assign(new Error('slow down'), { retryAfterSeconds: 1234 }) : new Error('no');
        },
      },
      { retry: { limit: 2, delaySeconds: 100 } },
    );
    await jobs.start();
    await enqueue(store, delivery('told'));
    await enqueue(store, delivery('untold'));
    await jobs.idle(); // what is not due yet does not count
    const rows = await database.prisma.$queryRaw<{ id: string; wait: number }[]>`
      SELECT data->>'delivery' AS id, extract(epoch FROM start_after - now())::float8 AS wait FROM pgboss.job ORDER BY 1`;
    const [told, untold] = rows;
    expect(told?.wait).toBeGreaterThan(1200);
    expect(told?.wait).toBeLessThanOrEqual(1235);
    expect(untold?.wait).toBeGreaterThan(70);
    expect(untold?.wait).toBeLessThanOrEqual(200);
  });

  test('a wait that a vendor asks for is no try', async () => {
    const attempts: number[] = [];
    const { store, jobs, dead } = await world({
      deliver: async (_data, { number }) => {
        attempts.push(number);
        if (attempts.length <= 5) throw Object.assign(new Error('slow down'), { retryAfterSeconds: 0 });
      },
    });
    await jobs.start();
    await enqueue(store, delivery('a'));
    await expect.poll(() => attempts).toEqual([1, 1, 1, 1, 1, 1]);
    await jobs.idle();
    expect(dead).toEqual([]);
  });

  test('what is for one recipient arrives in order, whoever has to wait; it holds up nobody else', async () => {
    const arrived: string[] = [];
    const refused = new Set<string>();
    const { store, jobs } = await world({
      deliver: async ({ delivery: id }) => {
        if (['a3', 'a4'].includes(id) && !refused.has(id)) {
          refused.add(id);
          throw Object.assign(new Error('slow down'), { retryAfterSeconds: 0.2 });
        }
        await new Promise(setImmediate);
        arrived.push(id);
      },
    });
    const ids = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9', 'a10', 'a11', 'a12', 'b1', 'b2'];
    await store.transaction(async (tx) => {
      for (const id of ids) await tx.enqueue({ name: 'deliver', data: { delivery: id, to: id[0] ?? '' } });
    });
    await jobs.start();
    await expect.poll(() => arrived.length).toBe(ids.length);
    expect(arrived.filter((id) => id.startsWith('a'))).toEqual(ids.slice(0, 12));
    expect(arrived.filter((id) => id.startsWith('b'))).toEqual(['b1', 'b2']);
    expect(arrived.indexOf('b2')).toBeLessThan(arrived.indexOf('a3'));
  });

  test('what waits for the same as another waits with it, in all processes', async () => {
    const tried: string[] = [];
    let isOpen = false;
    const { store, jobs, another } = await world({
      deliver: async ({ delivery: id }) => {
        tried.push(id);
        if (isOpen) return;
        const seconds = id === 'first' ? 0 : 2;
        throw Object.assign(new Error('slow down'), { retryAfterSeconds: seconds, bucket: 'the workspace' });
      },
    });
    await enqueue(store, delivery('first'));
    await jobs.start();
    await expect.poll(() => tried).toContain('first');
    await enqueue(store, delivery('second'));
    await expect.poll(() => tried).toContain('second');
    const next = await another();
    await next.start();
    isOpen = true;
    const triedSoFar = tried.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(tried.slice(triedSoFar)).toEqual([]);
    await expect.poll(() => tried.slice(triedSoFar).toSorted()).toEqual(['first', 'second']);
  });

  test('a channel is written to at its pace, after a few at once, by several processes together; nobody else waits for it', async () => {
    const pace = { everySeconds: 0.06, atOnce: 2 };
    const sent: { id: string; at: number; by: string }[] = [];
    const by = (process: string) => ({
      deliver: async ({ delivery: id }: { delivery: string }, { spend }: Attempt) => {
        sent.push({ id, at: performance.now(), by: process });
        if (id.startsWith('a')) spend(pace);
      },
    });
    const { store, jobs, another } = await world(by('one'));
    const second = await another({ workers: by('another') });
    const ids = Array.from({ length: 16 }, (_, nr) => `a${String(nr).padStart(2, '0')}`);
    await store.transaction(async (tx) => {
      for (const id of ids) await tx.enqueue({ name: 'deliver', data: { delivery: id, to: 'a channel' } });
      await tx.enqueue({ name: 'deliver', data: { delivery: 'b', to: 'another' } });
    });
    await Promise.all([jobs.start(), second.start()]);
    await expect.poll(() => sent.length).toBe(17);
    expect(sent.filter(({ id }) => id !== 'b').map(({ id }) => id)).toEqual(ids);
    expect(new Set(sent.slice(0, 4).map(({ id }) => id))).toContain('b');
    const times = sent.filter(({ id }) => id !== 'b').map(({ at }) => at);
    // Whatever was just before, there are never more than a few more in a stretch of time than the pace allows.
    for (const [nr, from] of times.entries())
      for (const [more, to] of times.slice(nr).entries())
        expect(to - from).toBeGreaterThan((more - pace.atOnce - 1) * pace.everySeconds * 1000 - 5);
  });

  test('stopping lets what runs finish and takes nothing new', async () => {
    const ran: string[] = [];
    const goOn = Promise.withResolvers<void>();
    const { store, jobs, another } = await world({
      deliver: async (data) => {
        await goOn.promise;
        ran.push(data.delivery);
      },
    });
    await jobs.start();
    const all = CONCURRENCY.deliver + 2;
    for (let n = 0; n < all; n++) await enqueue(store, delivery(String(n)));
    await expect.poll(() => jobs.pending()).toBe(all);
    const stopped = jobs.stop();
    goOn.resolve();
    await stopped;
    expect(ran).toHaveLength(CONCURRENCY.deliver);
    const next = await another();
    await next.start();
    await next.idle();
    expect(ran).toHaveLength(all);
  });

  test('what does not finish in time when stopping is done by the next who comes', async () => {
    const ran: string[] = [];
    const { store, jobs, another } = await world(
      {
        deliver: async (_data, { signal }) => {
          ran.push('begun');
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
        },
      },
      { graceMs: 10 },
    );
    await jobs.start();
    await enqueue(store, delivery('a'));
    await expect.poll(() => ran).toEqual(['begun']);
    await jobs.stop();
    const next = await another({ workers: { deliver: async () => void ran.push('done') } });
    await next.start();
    await next.idle();
    expect(ran).toEqual(['begun', 'done']);
  });
});

test('what each process wants of its own accord is done once for all of them', () => {
  const [one, other] = [1, 2].map(() => queueingAll([{ name: 'look-at-events', data: {} }]).values[0]);
  expect(one).toEqual(other);
  expect(JSON.parse(String(one))).toMatchObject([{ once: 'look-at-events', group: 'look-at-events' }]);
});
