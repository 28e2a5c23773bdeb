import { isGroup } from '../groups/group.ts';
import { Refusal } from '../refusal.ts';
import type { Session, SessionState } from '../session/session.ts';
import { type Party, partiesOf, type Who } from './parties.ts';
import { type Act, type Line, TABLE } from './table.ts';
import { refused, type Verdict } from './verdict.ts';
import { WHEN } from './when.ts';
import { WITH } from './with.ts';

/** Whether somebody may do this to a session now, and if not, why not. */
export function may(who: Who, act: Act, session: Session, now: Date): Verdict {
  const parties = partiesOf(session, who);
  const lines: readonly Line[] = TABLE[act];
  const mine = lines.filter((line) => line.who.some((party) => parties.includes(party)));
  const current = mine.filter((line) => line.from.includes(session.state));
  const [verdict, ...others] = current.map((line) => check(line, session, now, parties, who));
  if (verdict) return others.find((one) => one.isAllowed) ?? verdict;
  if (mine.length > 0 && act !== 'see')
    return typeof who === 'string' || maySee(who, session) || isGroup(session)
      ? refused('moved-on', { state: session.state })
      : refused('passed-over', { isTaken: session.tutor !== undefined });
  // Whoever may not see it is told nothing about it, not even that there is one.
  if (act === 'see' || !maySee(who, session)) return refused('no-such-session', {});
  const people = lines.flatMap((line) => line.who).filter((party) => party !== 'clock' && party !== 'webhook');
  return people.length > 0 && people.every((party) => party === 'admin')
    ? refused('only-admins', {})
    : refused('not-yours', {});
}

/**
 * Whether somebody may know of the session: its participants, its candidates while it is requested, admins of its
 * organization, and nobody else. Every list, card and link is held against this.
 */
export function maySee(who: Who, session: Session): boolean {
  const parties = partiesOf(session, who);
  const lines: readonly Line[] = TABLE.see;
  return lines.some(({ who, from }) => from.includes(session.state) && who.some((party) => parties.includes(party)));
}

/**
 * The state that follows when somebody does this now.
 * @throws Refusal when they may not.
 */
export function follow(who: Who, act: Act, session: Session, now: Date): SessionState {
  const verdict = may(who, act, session, now);
  if (!verdict.isAllowed) throw new Refusal(verdict.code, verdict.data);
  return verdict.to;
}

function check(line: Line, session: Session, now: Date, parties: readonly Party[], who: Who): Verdict {
  const me = typeof who === 'string' ? who : who.person.id;
  const objection = (line.when && WHEN[line.when](session, now)) ?? (line.with && WITH[line.with](session, now, me));
  if (objection) return objection;
  const isExcepted = line.exceptFor?.some((role) => parties.includes(role));
  return isExcepted ? refused('own-dispute', {}) : { isAllowed: true, to: line.to ?? session.state };
}
