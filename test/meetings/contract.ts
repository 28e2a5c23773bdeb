import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Details, type Platform, PlatformFailed } from '../../src/meetings/platform.ts';

/** What can go wrong with a vendor, whichever it is. */
export type Trouble =
  | 'credentials-refused'
  | 'rate-limited'
  | 'server-error'
  /** What is asked is done, but the answer comes after the platform has given up. */
  | 'too-slow'
  | 'rubbish'
  /** What is asked is done, but the connection breaks before the answer. */
  | 'answer-lost';

/** A platform with its stand-in behind it, over HTTP. */
export interface Subject {
  readonly platform: Platform;
  /** Left out where nothing is ever called. */
  readonly vendor?: {
    /** From now on, or for this many requests; undefined: all is well again. */
    breaks(trouble: Trouble | undefined, times?: number): void;
    /** Somebody deletes the meeting in the vendor's own pages. */
    deletes(meetingId: string): Promise<void>;
    /** How many meetings there are on the account. */
    meetings(): number;
  };
  close(): Promise<void>;
}

export const details: Details = {
  session: '0Session0Number1',
  subject: 'Álgebra & <b>proofs</b>',
  startsAt: new Date('2026-12-01T17:00:00Z'),
  endsAt: new Date('2026-12-01T17:45:00Z'),
  zone: 'Europe/Madrid',
};
const moved: Details = {
  ...details,
  startsAt: new Date('2026-12-03T09:30:00Z'),
  endsAt: new Date('2026-12-03T10:30:00Z'),
};
const DECEMBER = [new Date('2026-12-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')] as const;

const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => (error instanceof PlatformFailed ? { why: error.why, isTemporary: error.isTemporary } : error),
  );

/** What every platform does, and how it fails. `asksNobody`: rooms that are there without asking anybody. */
export function platformContract(name: string, open: () => Promise<Subject>, asksNobody = false): void {
  describe(`every platform: ${name}`, () => {
    let subject: Subject;
    let platform: Platform;
    beforeEach(async () => {
      subject = await open();
      platform = subject.platform;
    });
    afterEach(() => subject.close());

    test('a meeting has an id that is text and a link', async () => {
      const { meetingId, url } = await platform.create(details);
      expect(meetingId).toMatch(/\S/);
      expect(new URL(url).pathname).not.toBe('/');
      expect(await platform.get(meetingId)).toMatchObject({ meetingId, url });
    });

    test('a meeting can be moved, and keeps its link', async () => {
      const made = await platform.create(details);
      expect(await platform.update(made, moved)).toBeUndefined();
      expect((await platform.get(made.meetingId))?.url).toBe(made.url);
    });

    test('a meeting can be deleted twice', async () => {
      const { meetingId } = await platform.create(details);
      await platform.remove(meetingId);
      await platform.remove(meetingId);
    });

    test('it says whose credentials these are', async () => {
      expect((await platform.check()).name).toMatch(/\S/);
    });

    if (asksNobody) return;
    const asked = (title: string, run: (vendor: NonNullable<Subject['vendor']>) => Promise<void>) =>
      test(title, async () => {
        if (!subject.vendor) throw new Error('this platform needs its stand-in');
        await run(subject.vendor);
      });

    asked('making a meeting again gives the one that is there', async ({ meetings }) => {
      const made = await platform.create(details);
      expect(await platform.create(details)).toEqual(made);
      expect(meetings()).toBe(1);
    });

    asked('a new link is another meeting', async ({ meetings }) => {
      const first = await platform.create(details);
      const second = await platform.create({ ...details, attempt: 2 });
      expect(second.meetingId).not.toBe(first.meetingId);
      expect(second.url).not.toBe(first.url);
      await platform.remove(first.meetingId);
      expect(meetings()).toBe(1);
      expect(await platform.create({ ...details, attempt: 2 })).toEqual(second);
    });

    asked('meetings are listed with the session they were made for, in a range of time', async () => {
      const { meetingId } = await platform.create(details);
      await platform.create({ ...moved, session: '0Session0Number2', attempt: 3 });
      const found = await platform.list(...DECEMBER);
      expect(found.map(({ session, attempt }) => [session, attempt])).toEqual([
        ['0Session0Number1', 1],
        ['0Session0Number2', 3],
      ]);
      expect(found[0]).toMatchObject({ meetingId, startsAt: details.startsAt });
      const early = await platform.list(DECEMBER[0], new Date('2026-12-02T00:00:00Z'));
      expect(early.map(({ session }) => session)).toEqual(['0Session0Number1']);
    });

    asked('a moved meeting is at its new time', async ({ meetings }) => {
      const made = await platform.create(details);
      await platform.update(made, moved);
      expect((await platform.get(made.meetingId))?.startsAt).toEqual(moved.startsAt);
      expect(meetings()).toBe(1);
    });

    asked('a meeting that is gone is made anew when it has to be moved', async ({ deletes, meetings }) => {
      const made = await platform.create(details);
      await deletes(made.meetingId);
      expect(await platform.get(made.meetingId)).toBeUndefined();
      const again = await platform.update(made, moved);
      expect(again?.url).toMatch(/^http/);
      expect((await platform.get(again?.meetingId ?? ''))?.startsAt).toEqual(moved.startsAt);
      expect(meetings()).toBe(1);
    });

    asked('what was deleted is gone', async ({ meetings }) => {
      const { meetingId } = await platform.create(details);
      await platform.remove(meetingId);
      expect(await platform.get(meetingId)).toBeUndefined();
      expect(await platform.list(...DECEMBER)).toEqual([]);
      expect(meetings()).toBe(0);
    });

    asked('what somebody else deleted is deleted', async ({ deletes }) => {
      const { meetingId } = await platform.create(details);
      await deletes(meetingId);
      await platform.remove(meetingId);
    });

    asked('refused credentials are said to be that, and work again once they are right', async ({ breaks }) => {
      breaks('credentials-refused');
      expect(await failure(platform.create(details))).toEqual({ why: 'bad-credentials', isTemporary: false });
      expect(await failure(platform.check())).toEqual({ why: 'bad-credentials', isTemporary: false });
      breaks(undefined);
      expect(await platform.create(details)).toMatchObject({ url: expect.stringMatching(/^http/) });
    });

    asked('too many requests: it waits a little, and then says so', async ({ breaks, meetings }) => {
      breaks('rate-limited', 1);
      await platform.create(details);
      expect(meetings()).toBe(1);
      breaks('rate-limited');
      expect(await failure(platform.create({ ...details, attempt: 2 }))).toEqual({
        why: 'rate-limited',
        isTemporary: true,
      });
    });

    asked('a vendor that is down: it tries again a little, and then says so', async ({ breaks, meetings }) => {
      breaks('server-error', 1);
      await platform.create(details);
      expect(meetings()).toBe(1);
      breaks('server-error');
      expect(await failure(platform.create({ ...details, attempt: 2 }))).toEqual({ why: 'broken', isTemporary: true });
      expect(await failure(platform.list(...DECEMBER))).toEqual({ why: 'broken', isTemporary: true });
    });

    asked('a vendor that is too slow is not waited for, and leaves one meeting', async ({ breaks, meetings }) => {
      await platform.check();
      breaks('too-slow');
      expect(await failure(platform.create(details))).toEqual({ why: 'timed-out', isTemporary: true });
      breaks(undefined);
      const made = await platform.create(details);
      expect(meetings()).toBe(1);
      expect(await platform.get(made.meetingId)).toBeDefined();
    });

    asked('an answer that is no answer', async ({ breaks }) => {
      await platform.check();
      breaks('rubbish');
      expect(await failure(platform.create(details))).toEqual({ why: 'not-understood', isTemporary: false });
      expect(await failure(platform.get('1'))).toEqual({ why: 'not-understood', isTemporary: false });
    });

    asked('an answer that is lost leaves exactly one meeting', async ({ breaks, meetings }) => {
      await platform.check();
      breaks('answer-lost');
      await platform.create(details).catch(() => undefined);
      breaks(undefined);
      const made = await platform.create(details);
      expect(meetings()).toBe(1);
      breaks('answer-lost');
      await platform.update(made, moved).catch(() => undefined);
      await platform.remove(made.meetingId).catch(() => undefined);
      breaks(undefined);
      await platform.remove(made.meetingId);
      expect(meetings()).toBe(0);
    });

    asked('it knows how often it asked and how often in vain', async ({ breaks }) => {
      await platform.create(details);
      const before = platform.usage?.();
      breaks('rubbish');
      await platform.get('1').catch(() => undefined);
      const after = platform.usage?.();
      expect(before).toMatchObject({ failures: 0, lastFailure: undefined });
      expect(before?.calls).toBeGreaterThan(0);
      expect(after).toMatchObject({ failures: 1, lastFailure: { why: 'not-understood' } });
    });
  });
}
