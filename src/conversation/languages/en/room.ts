import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';

/** Where a session meets: the way in, the recording, another link. */
export const room = {
  join: {
    title: (subject: string, other: string): Text => say`${subject} with ${other}`,
    startsIn: (at: Span): Text => say`Starts ${at}.`,
    startedAgo: (at: Span): Text => say`Started ${at}.`,
    endsAt: (at: Span): Text => say`Ends at ${at}.`,
    here: (names: string): Text => say`${names}`,
    nobody: say`Nobody yet`,
    checklist: 'Before you begin',
    items: { sound: 'Sound works', camera: 'Camera works', goals: 'Goals are clear' },
    tips: [
      say`In the first minute, say what you want to know or be able to do by the end.`,
      say`Keep the last five minutes for what comes next.`,
    ],
    asAdmin: say`You’re here as an admin: I don’t record that you came.`,
    ended: say`The session is over. Thank you! I’m sending both of you a short question.`,
  },

  recording: {
    title: (subject: string): Text => say`The recording of ${subject} is ready`,
    askedTitle: (other: string, subject: string): Text => say`May ${subject} with ${other} be recorded?`,
    asked: say`The other side would like to record it. It’s recorded only if you both agree, both of you get the recording, and either of you can change their mind until the start.`,
    agree: 'Agree',
    no: 'No',
    on: say`You both agreed: the session will be recorded.`,
    waiting: say`Not everybody has agreed yet. Until then, nothing is recorded.`,
    off: say`The session won’t be recorded.`,
  },

  /** The way in with the host's rights. */
  host: {
    ready: say`This opens the room with you as the host. It’s only for you and works only for a while, so please don’t pass it on.`,
    failed: say`I couldn’t get the host’s link just now. Try again in a minute, or enter with “Join”.`,
  },

  meetingGone: {
    title: (platform: string, subject: string): Text => say`The meeting for ${subject} was deleted on ${platform}`,
    text: say`The session stays. I’m making a new room, and both of you get the new link.`,
  },

  ownLink: {
    title: 'A link of your own',
    submit: 'Send to both',
    url: 'Where will you meet?',
    wantedTitle: 'I need a link from you',
    wanted: (subject: string): Text =>
      say`None of the meeting platforms works just now, so I couldn’t make a room for ${subject}. The session stays. Give me a link of your own, and I’ll send it to both of you.`,
    name: 'Own link',
  },
};
