import { expect, test } from 'vitest';
import { NOTICE_KINDS, type NoticeData, type NoticeKind } from '../src/core/owing/kinds.ts';
import { notices } from '../src/features/notices.ts';

/** What each kind remembers: a kind without an example here does not compile. */
const REMEMBERED: { readonly [Kind in NoticeKind]: NoticeData<Kind> } = {
  receipt: {},
  request: {},
  requests: { list: '01' },
  nudge: {},
  unanswered: {},
  confirmed: { at: 1_772_438_400_000 },
  declined: {},
  expired: {},
  cancelled: {},
  moved: { from: 1_772_438_400_000 },
  reopened: { by: 'p1', name: 'Grace', at: 1_772_438_400_000, reason: 'By mistake' },
  'booked-for': { by: 'p1', admin: 'Grace' },
  'cared-for': { what: 'limit', by: 'p1', admin: 'Grace', most: 3, reason: 'Exams' },
  'sessions-file': { from: 0, before: 1_772_438_400_000 },
  'times-proposed': { by: 'p1', at: 1_772_438_400_000, times: [1_772_524_800_000] },
  'times-refused': { by: 'p1' },
  'times-lapsed': { by: 'p1' },
  late: { by: 'p1', minutes: 10, at: 1_772_438_400_000 },
  'handed-over': { name: 'Theo', by: 'p1', admin: 'Grace' },
  'taken-over': { what: 'given', subject: 'Algebra', at: 1_772_438_400_000, by: 'p1', admin: 'Grace' },
  'taken-out': { subject: 'Algebra', at: 1_772_438_400_000, name: 'Maria' },
  'still-coming': { at: 1_772_438_400_000 },
  silent: { at: 1_772_438_400_000 },
  meeting: {},
  opened: {},
  poll: {},
  office: {},
  group: { by: 'p1' },
  enrolled: { wasWaiting: true },
  'not-announced': { chat: 'slack' },
  link: { by: 'p1', name: 'Theo', at: 1_772_438_400_000, was: 'zoom' },
  'link-wanted': {},
  reminder: {},
  calendar: { sequence: 1, at: 1_772_438_400_000 },
  message: { message: 'm1' },
  files: { message: 'm1' },
  steps: { aims: ['a1'], tutor: 'p1' },
  calendars: { what: 'on', at: 1_772_438_400_000, sessions: ['s1', 's2'] },
  course: { by: 'p1' },
  'email-code': {},
  'test-mail': {},
  'event-changed': {},
  'foreign-calendar': { name: 'calendar.example.org', count: 3, why: 'gone' },
  'recording-asked': {},
  recording: { url: 'https://zoom.us/rec/share/1', passcode: 's3cret' },
  'my-data': {},
  complaint: {},
  'role-not-given': { role: '1100000000000000103', chat: 'discord' },
  moderated: { what: 'paused', until: 1_772_438_400_000 },
  linked: { link: 'l1', names: ['Lena', 'Lena V'] },
  statement: { statement: 's1' },
  feedback: {},
  'rate-nudge': {},
  disputed: {},
  decided: { by: 'p1', name: 'Grace' },
  'low-rating': { by: 'p1' },
  'no-shows': { name: 'Lena', sessions: [{ subject: 'Algebra', at: 1_772_438_400_000 }] },
  application: {},
  'application-news': { what: 'asked', by: 'p1', admin: 'Grace', reason: 'Where did you teach?' },
  paused: {},
  paired: { pair: 'p1', what: 'begins' },
  'meet-again': { pair: 'p1' },
  'pair-quiet': { pair: 'p1' },
  'observer-asked': { observer: 'o1' },
  observe: { observer: 'o1' },
  'observer-news': { observer: 'o1', what: 'begins' },
  observed: { what: 'confirmed', at: 1_772_438_400_000, count: 1, of: 'p1' },
  'credits-granted': { by: 'p1', sessions: 5, until: 1_772_438_400_000 },
  'tutor-paused': { name: 'Theo' },
  occurrence: {},
  'series-card': {},
  'series-news': {
    what: 'cancelled',
    count: 6,
    first: 1_772_438_400_000,
    last: 1_775_462_400_000,
    by: 'p1',
    reason: 'Ill',
  },
  'series-ending': {},
  'series-unanswered': {},
  invitation: { name: 'Theo', platform: 'jitsi', subject: 'Algebra', at: 1_772_438_400_000 },
  'help-wanted': { help: 'h1', name: 'Lena', subject: 'Algebra', until: 1_772_438_400_000 },
  place: {
    watch: 'w1',
    tutor: 'Theo',
    subject: 'Algebra',
    minutes: 60,
    at: 1_772_438_400_000,
    until: 1_772_424_000_000,
  },
  undelivered: { name: 'Lena', chat: 'slack', why: 'cannot_dm_bot' },
  'dead-letter': { job: 'make-meeting', why: 'no answer' },
  digest: {
    day: '2026-12-01',
    waiting: [{ kind: 'unanswered', count: 2, url: 'https://chat.example.org/1' }],
    yesterday: { tookPlace: 3, missed: 1, open: 0, calledOff: 2 },
    today: ['s1'],
    count: 1,
  },
  'platform-trouble': { why: 'timed-out', detail: '' },
  'platform-recovered': {},
  'chat-trouble': { why: 'token' },
  'other-left': { name: 'Theo' },
  'person-left': { name: 'Theo', chat: 'slack', sessions: 1, wasTutor: true },
  'chat-recovered': {},
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
