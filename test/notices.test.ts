import { expect, test } from 'vitest';
import { NOTICE_KINDS, type NoticeData, type NoticeKind } from '../src/core/owing/kinds.ts';
import { notices } from '../src/features/notices.ts';

/** What each kind remembers: a kind without an example here does not compile. */
const REMEMBERED: { readonly [Kind in NoticeKind]: NoticeData<Kind> } = {
  receipt: {},
  request: {},
  nudge: {},
  unanswered: {},
  declined: {},
  expired: {},
  cancelled: {},
  moved: { from: 1_772_438_400_000 },
  meeting: {},
  'meeting-gone': { platform: 'zoom' },
  'link-wanted': {},
  reminder: {},
  'recording-asked': {},
  recording: { url: 'https://zoom.us/rec/share/1', passcode: 's3cret' },
  feedback: {},
  'rate-nudge': {},
  undelivered: { name: 'Lena', chat: 'slack', why: 'cannot_dm_bot' },
  'dead-letter': { job: 'make-meeting', why: 'no answer' },
  'platform-trouble': { why: 'timed-out', detail: '' },
  'platform-recovered': {},
};

const kinds = Object.keys(NOTICE_KINDS) as NoticeKind[];

test('every kind of message that can be owed has its notice, and there is no other', () => {
  expect(Object.keys(notices).toSorted()).toEqual(kinds.toSorted());
  for (const kind of kinds) expect(notices[kind].kind).toBe(kind);
});

test('what a message remembers is read as it was owed, and as an older version kept it', () => {
  for (const kind of kinds) {
    const kept: unknown = JSON.parse(JSON.stringify(REMEMBERED[kind]));
    expect(notices[kind].data.parse(kept), kind).toEqual(REMEMBERED[kind]);
    const more = { ...REMEMBERED[kind], since: 'some time ago' };
    expect(notices[kind].data.parse(more), kind).toEqual(REMEMBERED[kind]);
  }
});

test('what a message ought to remember and does not is no message', () => {
  const forgetful = kinds.filter((kind) => notices[kind].data.safeParse({}).success);
  expect(forgetful).toEqual(kinds.filter((kind) => Object.keys(REMEMBERED[kind]).length === 0));
});
