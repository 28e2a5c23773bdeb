import { describe, expect, test } from 'vitest';
import { may } from '../../src/core/may/may.ts';
import type { Who } from '../../src/core/may/parties.ts';
import { type Act, TABLE } from '../../src/core/may/table.ts';
import type { Session, SessionState } from '../../src/core/session/session.ts';
import { someParticipant } from '../store/some.ts';
import { MOMENTS, PEOPLE, personWho, STATES, sessionFor } from './any-session.ts';

/**
 * The table of DESIGN.md written down a second time, each act at each moment of a session that is asked for five days
 * before. Whatever is not in here, nobody may do.
 *
 * `y` may · `e` too early · `l` too late · `r` the week of rating is over · `c` there is no dispute, and no minimum ·
 * `o` no other times are suggested · `i` they are in it · `n` it is no group session · `p` they have no place in it ·
 * `w` nobody writes any more · `m` what people write is theirs alone
 */
const EXPECTED = `
                  asked  two-days  closed door open start late end grace over days-3 days-7 later
see               learner tutor observer admin | requested confirmed declined expired cancelled started ended | yyyyyyyyyyyyy
see               candidate             | requested                        | yyyyyyyyyyyyy
confirm           tutor candidate admin | requested                        | yyyyyllllllll > confirmed
confirm-all       tutor                 | requested                        | yyyyyllllllll > confirmed
choose-platform   tutor candidate       | requested                        | yyyyyllllllll
decline           tutor candidate admin | requested                        | yyyyyyyyyyyyy > declined
nudge             admin                 | requested                        | yyyyyllllllll
nudge             clock                 | requested                        | yyyyyyyyyyyyy
escalate          clock                 | requested                        | yyyyyyyyyyyyy
expire            clock                 | requested                        | eyyyyyyyyyyyy > expired
move              admin                 | requested confirmed              | yyyyyllllllll
reopen            admin                 | declined expired cancelled       | yyyyyllllllll > requested
reopen            admin                 | ended                            | yyyyyyyllllll > confirmed
hand-over         tutor admin           | requested confirmed              | yyyyyllllllll > requested
hand-to           admin                 | requested confirmed              | yyyyyllllllll > requested
propose           learner tutor         | requested confirmed              | yyyyyllllllll
propose           candidate             | requested                        | yyyyyllllllll
propose           learner tutor         | declined expired                 | yyyyyyyyyyyll
take-time         learner tutor         | requested confirmed declined expired | ooooooooooooo > confirmed
refuse-times      learner tutor         | requested confirmed declined expired | ooooooooooooo
withdraw-times    candidate             | requested                        | ooooooooooooo
withdraw-times    learner tutor         | requested confirmed declined expired | ooooooooooooo
lapse             clock                 | requested confirmed declined expired | ooooooooooooo
cancel            learner observer      | requested confirmed              | yyyyyllllllll > cancelled
cancel            tutor                 | confirmed                        | yyyyyllllllll > cancelled
cancel            admin                 | requested confirmed              | yyyyyyyyyyyyy > cancelled
enrol             learner tutor         | confirmed                        | iiiiillllllll
leave             learner               | confirmed                        | nnnnnllllllll
leave             tutor                 | confirmed                        | pppppllllllll
take-out          observer              | confirmed                        | nnnnnllllllll
announce          tutor admin           | confirmed                        | nnnnnllllllll
call-off          clock                 | confirmed                        | ccccccccccccc
minimum           clock                 | confirmed                        | ccccccccccccc
make-meeting      clock                 | confirmed                        | yyyyyyyyyyyyy
remind            clock                 | confirmed started                | yyyyyyyyyyyyy
ask-coming        clock                 | confirmed                        | yyyyyyyyyyyyy
silence           clock                 | confirmed                        | yyyyyyyyyyyyy
go-on             clock                 | confirmed                        | yyyyyyyyyyyyy
recording         clock                 | ended                            | yyyyyyyyyyyyy
ask               clock                 | ended                            | yyyyyyyyyyyyy
new-link          tutor admin           | confirmed started                | yyyyyyyllllll
other-platform    tutor admin           | confirmed started                | yyyyyyyllllll
own-link          tutor admin           | confirmed started                | yyyyyyyllllll
make-again        tutor admin           | confirmed started                | yyyyyyyllllll
coming            learner               | confirmed                        | cccccllllllll
late              learner tutor         | confirmed                        | eeyyyylllllll
record            learner tutor         | confirmed                        | yyyyyllllllll
join              learner tutor admin   | confirmed started                | eeeyyyyllllll
host              tutor                 | confirmed started                | eeeyyyyllllll
tick              learner tutor         | confirmed started                | eeeyyyyllllll
start             learner tutor webhook clock | confirmed                  | eeeeeyyyyyyyy > started
end               learner tutor admin webhook | confirmed started          | eeeeeyyyyyyyy > ended
end               clock                 | confirmed started                | eeeeeeeeeyyyy > ended
rate              learner tutor         | ended                            | yyyyyyyyyyyyr
not-held          learner tutor         | ended                            | yyyyyyyyyyyyr
decide            admin                 | ended                            | ccccccccccccc
settle            clock                 | ended                            | eeeeeeeeeeyyy
book-again        learner               | ended                            | yyyyyyyyyyyyy
complaint         learner tutor         | requested confirmed declined expired cancelled started ended | yyyyyyyyyyyyy
complaint         candidate             | requested                        | yyyyyyyyyyyyy
move-rest         learner tutor         | requested confirmed              | cccccllllllll
repeat            learner               | requested confirmed started ended | yyyyyyyyyyyyy
aims              learner tutor         | requested confirmed started ended | yyyyyyyyyyyyy
note              learner tutor         | ended                            | yyyyyyyyyyyyy
message           learner tutor         | requested confirmed started ended cancelled | yyyyyyyyyyyyw
messages          learner tutor         | requested confirmed declined expired cancelled started ended | yyyyyyyyyyyyy
messages          admin                 | requested confirmed declined expired cancelled started ended | mmmmmmmmmmmmm
find-another      learner               | declined expired cancelled       | yyyyyyyyyyyyy
`;

const ADMINS_ALONE: readonly string[] = ['nudge', 'move', 'decide', 'hand-to', 'reopen'];
const MARKS = {
  e: 'too-early',
  l: 'too-late',
  r: 'rating-closed',
  c: 'changed',
  o: 'times-over',
  i: 'in-already',
  n: 'not-yours',
  p: 'not-in',
  w: 'talk-closed',
  m: 'not-for-admins',
} as const;

const PARTIES = [...PEOPLE, 'clock', 'webhook'] as const;
type Party = (typeof PARTIES)[number];

interface Expectation {
  readonly states: readonly string[];
  readonly marks: string;
  readonly to: string | undefined;
}

const [header = '', ...lines] = EXPECTED.trim().split('\n');
const expectations: ReadonlyMap<string, readonly Expectation[]> = byKey(
  lines.flatMap((line) => {
    const [acts = '', states = '', rest = ''] = line.split('|');
    const [act = '', ...parties] = acts.trim().split(/\s+/);
    const [marks = '', to] = rest.trim().split(' > ');
    return parties.map((party) => [`${act} ${party}`, { states: states.trim().split(/\s+/), marks, to }] as const);
  }),
);

/** What somebody may do at other moments in other states has a line for each. */
function byKey(all: readonly (readonly [string, Expectation])[]) {
  return new Map(
    [...Map.groupBy(all, ([key]) => key)].map(([key, those]) => [key, those.map(([, expectation]) => expectation)]),
  );
}

function expected(act: string, party: Party, state: SessionState, moment: number): string {
  const lines = expectations.get(`${act} ${party}`);
  const mine = lines?.find(({ states }) => states.includes(state));
  const sees = expectations.get(`see ${party}`)?.some(({ states }) => states.includes(state)) === true;
  if (!lines) return !sees ? 'no-such-session' : ADMINS_ALONE.includes(act) ? 'only-admins' : 'not-yours';
  if (!mine) {
    if (act === 'see') return 'no-such-session';
    return party === 'candidate' ? 'passed-over' : `moved-on from ${state}`;
  }
  const mark = mine.marks[moment] ?? '';
  return mark in MARKS ? MARKS[mark as keyof typeof MARKS] : (mine.to ?? state);
}

function whoIs(party: Party): Who {
  return party === 'clock' || party === 'webhook' ? party : personWho(party);
}

/** What `may` says, in the words of the expectations. */
function said(party: Party, act: Act, session: Session, at: number): string {
  const verdict = may(whoIs(party), act, session, new Date(at));
  if (verdict.isAllowed) return verdict.to;
  return verdict.code === 'moved-on' ? `moved-on from ${verdict.data.state}` : verdict.code;
}

const ACTS = Object.keys(TABLE) as Act[];
const times = Object.entries(MOMENTS);

test('the columns of the expectations are the moments, and its acts are those of the table', () => {
  expect(header.trim().split(/\s+/)).toEqual(Object.keys(MOMENTS));
  expect(new Set([...expectations.keys()].map((key) => key.split(' ')[0]))).toEqual(new Set(ACTS));
  for (const { marks } of [...expectations.values()].flat()) expect(marks).toHaveLength(times.length);
});

describe.each(ACTS)('%s', (act) => {
  test.each(PARTIES)('by %s, in every state and at every moment', (party) => {
    for (const state of STATES) {
      const session = sessionFor(party, state);
      const row = times.map(([name, at]) => `${name}: ${said(party, act, session, at)}`);
      expect(row, state).toEqual(times.map(([name], index) => `${name}: ${expected(act, party, state, index)}`));
    }
  });
});

test('other times are for the other side to answer, for whoever suggested them to take back, and for the clock to end', () => {
  const [first, day] = [MOMENTS['two-days'], 24 * 60 * 60_000];
  for (const state of ['requested', 'confirmed', 'declined', 'expired'] as const) {
    const times = [new Date(first + 2 * day), new Date(first + 9 * day)];
    const session = sessionFor('learner', state, { proposal: { by: 'learner', at: new Date(first), times } });
    const verdicts = (act: Act, at: number) =>
      PARTIES.filter((party) => said(party, act, session, at) === (act === 'take-time' ? 'confirmed' : state));
    for (const at of [first, first + day - 1]) {
      expect(verdicts('take-time', at)).toEqual(['tutor']);
      expect(verdicts('refuse-times', at)).toEqual(['tutor']);
      expect(verdicts('withdraw-times', at)).toEqual(['learner']);
      expect(verdicts('lapse', at)).toEqual([]);
    }
    for (const act of ['take-time', 'refuse-times', 'withdraw-times'] as const)
      expect(verdicts(act, first + day)).toEqual([]);
    expect(verdicts('lapse', first + day)).toEqual(['clock']);
  }
});

test('where tutor and learner do not agree an admin decides, whenever that is, and nobody else', () => {
  const session = sessionFor('learner', 'ended');
  const participants = session.participants.map((one) => ({ ...one, outcome: 'disputed' as const }));
  for (const [, at] of times)
    for (const party of PARTIES) {
      const is = said(party, 'decide', { ...session, participants }, at);
      expect(is === 'ended', party).toBe(party === 'admin');
    }
});

test('an admin who was in it does not decide it', () => {
  for (const role of ['learner', 'tutor'] as const) {
    const session = sessionFor(role, 'ended');
    const participants = session.participants.map((one) => ({ ...one, outcome: 'disputed' as const }));
    const me = { ...personWho(role), isAdmin: true };
    const codeOf = (of: Session) => may(me, 'decide', of, new Date(MOMENTS.over));
    expect(codeOf({ ...session, participants })).toEqual({ isAllowed: false, code: 'own-dispute', data: {} });
    expect(codeOf(session)).toMatchObject({ code: 'changed' });
  }
});

test('without a room nobody enters, and there is nothing to replace', () => {
  const withRoom = ['join', 'host', 'new-link', 'other-platform'];
  for (const act of ACTS)
    for (const state of ['confirmed', 'started'] as const)
      for (const [index, [, at]] of times.entries()) {
        const is = said('tutor', act, sessionFor('tutor', state, { meeting: undefined }), at);
        const would = expected(act, 'tutor', state, index);
        expect(is, act).toBe(withRoom.includes(act) && would === state ? 'no-meeting-yet' : would);
      }
});

test('while any tutor may answer, an admin says no for all of them or which one it is for, but yes for none', () => {
  const session = { ...sessionFor('candidate', 'requested') };
  const allowed = ACTS.filter((act) => may(whoIs('admin'), act, session, new Date(MOMENTS.asked)).isAllowed);
  expect(allowed).toEqual(['see', 'decline', 'nudge', 'move', 'hand-to', 'cancel']);
  expect(said('admin', 'confirm', session, MOMENTS.asked)).toBe('not-yours');
});

test('who is several things to a session may do what any of them may', () => {
  for (const role of ['learner', 'tutor', 'candidate'] as const)
    for (const state of STATES)
      for (const [, at] of times) {
        const session = sessionFor(role, state);
        const isAllowed = (who: Who, act: Act) => may(who, act, session, new Date(at)).isAllowed;
        const me = whoIs(role);
        if (typeof me === 'string') throw new Error(`${role} is a person`);
        for (const act of ACTS.filter((one) => one !== 'decide'))
          expect(isAllowed({ ...me, isAdmin: true }, act), `${act} ${role} ${state}`).toBe(
            isAllowed(me, act) || isAllowed(whoIs('admin'), act),
          );
      }
});

test('who was asked and is not the one hears by an old button that it is gone, and nothing of the session', () => {
  const taken = sessionFor('candidate', 'confirmed');
  expect(said('candidate', 'confirm', taken, MOMENTS.asked)).toBe('passed-over');
  // Nor what became of it later.
  const verdict = (state: SessionState) =>
    may(whoIs('candidate'), 'confirm', { ...taken, state }, new Date(MOMENTS.asked));
  expect(verdict('cancelled')).toEqual(verdict('ended'));
  expect(said('candidate', 'see', taken, MOMENTS.asked)).toBe('no-such-session');
  expect(said('candidate', 'join', taken, MOMENTS.door)).toBe('no-such-session');
  const declined = { ...sessionFor('candidate', 'requested'), candidates: ['somebody'] };
  expect(said('candidate', 'confirm', declined, MOMENTS.asked)).toBe('no-such-session');
});

test('what comes too early says from when it is possible', () => {
  const opensAt = (party: Party, act: Act, state: SessionState) => {
    const verdict = may(whoIs(party), act, sessionFor(party, state), new Date(MOMENTS.asked));
    return !verdict.isAllowed && verdict.code === 'too-early' ? verdict.data.opensAt.getTime() : undefined;
  };
  expect(opensAt('learner', 'join', 'confirmed')).toBe(MOMENTS.door);
  expect(opensAt('tutor', 'host', 'confirmed')).toBe(MOMENTS.door);
  expect(opensAt('learner', 'end', 'confirmed')).toBe(MOMENTS.start);
});

test('no later learner of a group can do less than the first', () => {
  const session = sessionFor('learner', 'confirmed');
  const group = { ...session, participants: [someParticipant('first', 'learner'), ...session.participants] };
  for (const act of ACTS.filter((one) => one !== 'propose' && one !== 'aims'))
    for (const [, at] of times) expect(said('learner', act, group, at)).toBe(said('learner', act, session, at));
  // What two can agree on is for an admin to say where there are more.
  expect(said('learner', 'propose', group, MOMENTS.asked)).toBe('not-for-two');
  expect(said('tutor', 'propose', group, MOMENTS.asked)).toBe('not-for-two');
});
