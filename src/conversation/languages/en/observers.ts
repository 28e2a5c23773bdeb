import type { Text } from '../../message.ts';
import { command, say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** Somebody, such as a parent, who sees the sessions of a learner. */
export const observers = {
  asObserver: (name: string) => `${name} (observer)`,
  observers: {
    title: 'Observers',
    intro: say`An observer is told of confirmations, changes and outcomes, sees the sessions, and can cancel them. Either side can end it.`,
    none: say`Nobody observes your sessions, and you observe nobody’s. To ask somebody whom the button doesn’t find, type ${command('observer')} and mention them with @.`,
    asked: (name: string): Text => say`I’ve asked the admins. When they have confirmed it, I’ll ask ${name} to agree.`,
    set: (name: string): Text => say`I’ve asked ${name} to agree. It begins when they do.`,
    confirmed: say`Confirmed. It begins when the observer agrees.`,
    ended: say`This is over: the sessions aren’t shown any more.`,
    mine: {
      asked: (name: string): Text => say`${strong(name)} is to see your sessions: an admin has to confirm it.`,
      confirmed: (name: string): Text => say`${strong(name)} is to see your sessions, and hasn’t agreed yet.`,
      active: (name: string): Text => say`${strong(name)} sees your sessions, and can cancel them.`,
    },
    theirs: {
      asked: (name: string): Text => say`You’re to see the sessions of ${strong(name)}: an admin has to confirm it.`,
      confirmed: (name: string): Text => say`You’re to see the sessions of ${strong(name)}. Do you agree?`,
      active: (name: string): Text => say`You see the sessions of ${strong(name)}, and can cancel them.`,
    },
    wanted: (learner: string, observer: string): Text => say`${learner} wants ${observer} as an observer`,
    wantedText: say`An observer, such as a parent, sees all sessions of the learner and can cancel them. Confirm it if you know that it’s right.`,
    invitation: (learner: string): Text =>
      say`You’re asked to observe the sessions of ${strong(learner)}: I’d tell you about confirmations, changes and outcomes, and you could cancel. Do you agree?`,
    endedForYou: (name: string): Text => say`${strong(name)} doesn’t see your sessions any more.`,
    endedForThem: (name: string): Text => say`You don’t see the sessions of ${strong(name)} any more.`,
    news: {
      confirmed: (who: string, what: Text): Text => say`Confirmed for ${who}: ${what}`,
      reopened: (who: string, what: Text): Text => say`Brought back for ${who}: ${what}`,
      moved: (who: string, what: Text): Text => say`At a new time for ${who}: ${what}`,
      'handed-over': (who: string, what: Text): Text => say`For ${who} another tutor is wanted: ${what}`,
      declined: (who: string, what: Text): Text => say`Declined for ${who}: ${what}`,
      expired: (who: string, what: Text): Text => say`Nobody answered ${who} in time: ${what}`,
      cancelled: (who: string, what: Text): Text => say`Cancelled for ${who}: ${what}`,
    },
    outcome: (who: string, what: Text, outcome: string): Text => say`How it went for ${who} (${what}): ${outcome}`,
    andMore: (count: number): Text => say`, and ${times(count, 'more of the series', 'more of the series')}`,
    sessionsOf: (name: string): Text => say`Sessions of ${strong(name)}`,
    noneAhead: say`Nothing is planned.`,
    adminTitle: 'Observers',
    adminIntro: say`Who sees whose sessions, the latest first.`,
    nobody: say`Nobody observes anybody’s sessions.`,
    line: {
      asked: (learner: string, observer: string): Text =>
        say`${strong(observer)} for ${strong(learner)}: waits for an admin`,
      confirmed: (learner: string, observer: string): Text =>
        say`${strong(observer)} for ${strong(learner)}: hasn’t agreed yet`,
      active: (learner: string, observer: string): Text => say`${strong(observer)} observes ${strong(learner)}`,
    },
    askTitle: 'Ask for an observer',
    askSubmit: 'Ask',
    askHint: 'Those you know, by name. Anybody else: use the command, and mention them with @.',
    setTitle: 'Set an observer',
    setSubmit: 'Set',
    learnerLabel: 'Whose sessions?',
    observerLabel: 'Who sees them?',
  },
};
