import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';
import { times } from '../times.ts';

/** Help that is needed now. */
export const now = {
  now: {
    title: 'Help me now',
    submit: 'Ask',
    free: (until: Span): Text =>
      say`Until ${until} you’re there for whoever needs help. When somebody does, I ask you here; the first to press begins the session.`,
    notFree: say`You won’t be asked for help any more.`,
    asked: (count: number, subject: string): Text =>
      say`${times(count, 'tutor', 'tutors')} of ${subject} ${count === 1 ? 'is' : 'are'} there, and I’ve asked them. As soon as one accepts, you each get the link here. If nobody does within ten minutes, book a session instead.`,
    stopped: say`Nobody is asked any more.`,
    wanted: (learner: string, subject: string): Text => say`${learner} needs help now: ${subject}`,
    wantedText: (until: Span): Text =>
      say`They wait until ${until} for an answer. The first to accept begins the session, for up to an hour.`,
    youHelp: (learner: string): Text => say`You help ${learner}. The link comes in a moment.`,
    over: say`This is over: somebody helps already, or nobody is needed any more.`,
  },
};
