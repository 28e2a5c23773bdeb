import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';

/** Where a session meets: the way in, the recording, another link. */
export const room = {
  join: {
    title: (subject: string, other: string): Text => say`${subject} with ${other}`,
    startsIn: (at: Span, until: Span): Text => say`Starts ${at} (until ${until}).`,
    startedAgo: (at: Span, until: Span): Text => say`Started ${at} (until ${until}).`,
    here: (names: string): Text => say`${names}`,
    nobody: say`Nobody yet`,
    checklist: 'Before you begin',
    items: { sound: 'Sound works', camera: 'Camera works', goals: 'Goals are clear' },
    tips: [
      say`In the first minute, say what you want to know or be able to do by the end.`,
      say`Keep the last five minutes for what comes next.`,
    ],
    asAdmin: say`You’re here as an admin: I don’t record that you came.`,
    endReason: 'Why? Everybody reads this',
    endAsked: (subject: string): Text =>
      say`End ${subject} for everybody? The link stops working here, and both of you are asked how it was.`,
    ended: say`You ended the session. Thank you! You each get a short question.`,
  },

  recording: {
    title: (subject: string): Text => say`The recording of ${subject} is ready`,
    askedTitle: (other: string, subject: string): Text => say`${other} would like to record ${subject}`,
    asked: say`It’s recorded only if you both agree. You each get the recording, and each of you can change your mind until the start.`,
    agree: 'Agree',
    no: 'No',
    on: say`You both agreed: the session will be recorded.`,
    agreed: {
      'by-hand': say`Everybody agreed. The tutor starts the recording in the room.`,
      'with-host': say`Everybody agreed. Google Meet records once somebody is in the room whose account may record there.`,
    },
    transcriptTitle: (subject: string): Text => say`The transcript of ${subject} is ready`,
    gone: say`The link is gone: somebody in it has had their data deleted.`,
    until: (at: Span): Text => say`The link works until this time, so save what you want to keep: ${at}`,
    access: {
      ask: say`Your address can’t open it yet: follow the link and press “Request access”.`,
      unknown: say`If Google doesn’t let you in, press “Request access” there.`,
    },
    asking: (other: string): Text => say`I’ve asked ${other}. Nothing is recorded until they agree.`,
    waiting: (other: string): Text => say`${other} would like to record it. Nothing is recorded until you agree.`,
    off: say`The session won’t be recorded.`,
  },

  /** The one line after a press for another link. */
  newLink: {
    making: say`I’m making a new room. You each get the new link.`,
    taken: say`Thank you. You each get this link.`,
  },

  ownLink: {
    title: 'A link of your own',
    submit: 'Send it',
    url: 'Where will you meet?',
    wantedTitle: 'I need a link from you',
    wanted: (what: Text): Text =>
      say`None of the meeting platforms works just now, so I couldn’t make a room (${what}). The session stays. Give me a link of your own, and you each get it.`,
    wasWanted: (what: Text): Text => say`I needed a link from you, and don’t any more: ${what}`,
    name: 'Own link',
  },
};
