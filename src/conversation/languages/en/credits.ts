import type { Text } from '../../message.ts';
import { command, say, strong } from '../../say.ts';
import { times } from '../times.ts';

const ENDINGS: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  zero: 'th',
  many: 'th',
  other: 'th',
};
const rules = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (nth: number): string => `${nth}${ENDINGS[rules.select(nth)]}`;

/** Sessions that learners were given, and which one a session is. */
export const credits = {
  credits: {
    title: 'Your sessions',
    titleOf: (name: string): Text => say`Sessions of ${strong(name)}`,
    notUsed: say`You need no credits here: just book.`,
    none: say`There’s no package yet. Admins give them with ${command('tutoring', 'tutoring credits')}.`,
    left: (count: number): Text => say`${times(count, 'session', 'sessions')} left to book.`,
    ahead: (reserved: number, taken: number): Text =>
      say`Of sessions ahead, ${String(reserved)} reserved by requests and ${String(taken)} confirmed.`,
    package: (left: number, sessions: number): Text =>
      say`${String(left)} of ${times(sessions, 'session', 'sessions')} left`,
    until: (day: string) => `until ${day}`,
    forGood: 'without an end',
    over: 'over',
    history: 'What happened',
    granted: (count: number): Text => say`${times(count, 'session', 'sessions')} given`,
    withdrawn: (count: number): Text => say`${times(count, 'session', 'sessions')} taken back`,
    uses: {
      reserved: say`reserved`,
      taken: say`used`,
      kept: say`used up, because of a late cancellation or an absence`,
      returned: say`given back`,
    },
    grantedToYou: (who: string, count: number, until: string): Text =>
      say`${who} has given you ${times(count, 'session', 'sessions')} (${until}). Book them whenever you like.`,
    adminTitle: 'Credits',
    usedNow: say`Each session takes a credit of its learner. Those of sessions that were asked for before stay as they are.`,
    notUsedNow: say`Nobody needs credits: everybody can book.`,
    lateCostsNow: say`Whoever cancels late or stays away doesn’t get theirs back.`,
    lateIsFreeNow: say`Whoever cancels late or stays away gets theirs back, too.`,
    nobodyHas: say`Nobody has any yet.`,
    holder: (name: string, left: number): Text => say`${strong(name)}: ${times(left, 'session', 'sessions')} left`,
    grantTitle: 'Give sessions',
    grantSubmit: 'Give',
    person: 'To whom?',
    sessions: 'How many sessions?',
    untilLabel: 'Good until which day?',
    untilHint: 'For example: 31 Dec, 2026-12-31. Leave it empty for no end.',
    note: 'Note',
    rulesTitle: 'Rules of credits',
    usesLabel: 'A session takes a credit of its learner',
    lateLabel: 'Cancelling late or staying away costs it',
    field: 'Session',
    withTutor: (nth: number, name: string): Text => say`Your ${{ kind: 'plain', text: ordinal(nth) }} with ${name}`,
    withLearner: (nth: number, name: string): Text => say`The ${{ kind: 'plain', text: ordinal(nth) }} with ${name}`,
  },
};
