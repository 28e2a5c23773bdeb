import { describe, expect, test } from 'vitest';
import { type Act, may, TABLE, type Who } from '../../src/core/may.ts';
import type { Session, SessionState } from '../../src/core/session/session.ts';
import { someParticipant } from '../store/some.ts';
import { MOMENTS, PEOPLE, personWho, STATES, sessionFor } from './any-session.ts';

/**
 * The table of DESIGN.md written down a second time, each act at each moment of a session that is asked for five days
 * before. Whatever is not in here, nobody may do.
 *
 * `y` may · `e` too early · `l` too late · `r` the week of rating is over
 */
const EXPECTED = `
                  asked  two-days  closed door open start late end grace over days-3 days-7 later
see               learner tutor admin   | requested confirmed declined expired cancelled started ended | yyyyyyyyyyyyy
see               candidate             | requested                        | yyyyyyyyyyyyy
confirm           tutor candidate admin | requested                        | yyyyyllllllll > confirmed
confirm-all       tutor                 | requested                        | yyyyyllllllll > confirmed
choose-platform   tutor candidate       | requested                        | yyyyyllllllll
decline           tutor candidate admin | requested                        | yyyyyyyyyyyyy > declined
nudge             admin                 | requested                        | yyyyyllllllll
expire            clock                 | requested                        | eyyyyyyyyyyyy > expired
move              admin                 | requested confirmed              | yyyyyllllllll
cancel            learner               | requested confirmed              | yyyyyllllllll > cancelled
cancel            tutor                 | confirmed                        | yyyyyllllllll > cancelled
cancel            admin                 | requested confirmed              | yyyyyyyyyyyyy > cancelled
new-link          tutor admin           | confirmed started                | yyyyyyyllllll
other-platform    tutor admin           | confirmed started                | yyyyyyyllllll
own-link          tutor admin           | confirmed started                | yyyyyyyllllll
make-again        tutor admin           | confirmed started                | yyyyyyyllllll
record            learner tutor         | confirmed                        | yyyyyllllllll
join              learner tutor admin   | confirmed started                | eeeyyyyllllll
start-as-host     tutor                 | confirmed started                | eeeyyyyllllll
tick              learner tutor         | confirmed started                | eeeyyyyllllll
start             learner tutor webhook clock | confirmed                  | eeeeeyyyyyyyy > started
end               learner tutor admin webhook | confirmed started          | eeeeeyyyyyyyy > ended
end               clock                 | confirmed started                | eeeeeeeeeyyyy > ended
rate              learner tutor         | ended                            | yyyyyyyyyyyyr
not-held          learner tutor         | ended                            | yyyyyyyyyyyyr
settle            clock                 | ended                            | eeeeeeeeeeyyy
book-again        learner               | ended                            | yyyyyyyyyyyyy
find-another      learner               | declined expired cancelled       | yyyyyyyyyyyyy
`;

const ADMINS_ALONE: readonly string[] = ['nudge', 'move'];
const MARKS = { e: 'too-early', l: 'too-late', r: 'rating-closed' } as const;

const PARTIES = [...PEOPLE, 'clock', 'webhook'] as const;
type Party = (typeof PARTIES)[number];

interface Expectation {
  readonly states: readonly string[];
  readonly marks: string;
  readonly to: string | undefined;
}

const [header = '', ...lines] = EXPECTED.trim().split('\n');
const expectations = new Map<string, Expectation>(
  lines.flatMap((line) => {
    const [acts = '', states = '', rest = ''] = line.split('|');
    const [act = '', ...parties] = acts.trim().split(/\s+/);
    const [marks = '', to] = rest.trim().split(' > ');
    return parties.map((party) => [`${act} ${party}`, { states: states.trim().split(/\s+/), marks, to }] as const);
  }),
);

function expected(act: string, party: Party, state: SessionState, moment: number): string {
  const mine = expectations.get(`${act} ${party}`);
  const sees = expectations.get(`see ${party}`)?.states.includes(state) === true;
  if (!mine) return !sees ? 'no-such-session' : ADMINS_ALONE.includes(act) ? 'only-admins' : 'not-yours';
  if (!mine.states.includes(state)) return act === 'see' ? 'no-such-session' : `moved-on from ${state}`;
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
  for (const { marks } of expectations.values()) expect(marks).toHaveLength(times.length);
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

test('without a room nobody enters, and there is nothing to replace', () => {
  const withRoom = ['join', 'start-as-host', 'new-link', 'other-platform'];
  for (const act of ACTS)
    for (const state of ['confirmed', 'started'] as const)
      for (const [index, [, at]] of times.entries()) {
        const is = said('tutor', act, sessionFor('tutor', state, { meeting: undefined }), at);
        const would = expected(act, 'tutor', state, index);
        expect(is, act).toBe(withRoom.includes(act) && would === state ? 'no-meeting-yet' : would);
      }
});

test('while any tutor may answer, an admin cannot say who it will be, but may see, nudge, move and cancel it', () => {
  const session = { ...sessionFor('candidate', 'requested') };
  const allowed = ACTS.filter((act) => may(whoIs('admin'), act, session, new Date(MOMENTS.asked)).isAllowed);
  expect(allowed).toEqual(['see', 'nudge', 'move', 'cancel']);
  expect(said('admin', 'confirm', session, MOMENTS.asked)).toBe('not-yours');
  expect(said('admin', 'decline', session, MOMENTS.asked)).toBe('not-yours');
});

test('who is several things to a session may do what any of them may', () => {
  for (const role of ['learner', 'tutor', 'candidate'] as const)
    for (const state of STATES)
      for (const [, at] of times) {
        const session = sessionFor(role, state);
        const isAllowed = (who: Who, act: Act) => may(who, act, session, new Date(at)).isAllowed;
        const me = whoIs(role);
        if (typeof me === 'string') throw new Error(`${role} is a person`);
        for (const act of ACTS)
          expect(isAllowed({ ...me, isAdmin: true }, act), `${act} ${role} ${state}`).toBe(
            isAllowed(me, act) || isAllowed(whoIs('admin'), act),
          );
      }
});

test('who was asked and is not the one hears what became of the session by an old button, and cannot open it', () => {
  const taken = sessionFor('candidate', 'confirmed');
  expect(said('candidate', 'confirm', taken, MOMENTS.asked)).toBe('moved-on from confirmed');
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
  expect(opensAt('tutor', 'start-as-host', 'confirmed')).toBe(MOMENTS.door);
  expect(opensAt('learner', 'end', 'confirmed')).toBe(MOMENTS.start);
});

test('no later learner of a group can do less than the first', () => {
  const session = sessionFor('learner', 'confirmed');
  const group = { ...session, participants: [someParticipant('first', 'learner'), ...session.participants] };
  for (const act of ACTS)
    for (const [, at] of times) expect(said('learner', act, group, at)).toBe(said('learner', act, session, at));
});
