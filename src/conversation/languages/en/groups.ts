import type { Span, Text } from '../../message.ts';
import { command, say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** Sessions for many. */
export const groups = {
  group: {
    title: (subject: string, tutor: string): Text => say`Group session: ${subject} with ${tutor}`,
    listTitle: 'Group sessions',
    none: say`No group session is open at the moment.`,
    /** What anybody can do about it now. */
    open: say`Press “Sign up” to take a place. The details come as a direct message.`,
    full: say`All places are taken. Join the waitlist: whoever leaves makes room for the next.`,
    youTeach: say`You teach it.`,
    youAreIn: say`You’re signed up.`,
    placeCameFree: say`A place came free, and it’s yours. If you can’t come, press “Leave”: the next one moves up.`,
    youWait: (number: number): Text =>
      say`You’re number ${number} on the waitlist. When somebody leaves you move up, and I tell you.`,
    notIn: say`You’re not in this session any more.`,
    notInThat: (what: Text): Text => say`You’re not in it any more: ${what}`,
    openedByYou: say`You opened this group session.`,
    openedBy: (who: string): Text => say`${who} opened this group session.`,
    tooFew: say`Too few people signed up, so it was called off.`,
    tooFewNews: (what: Text): Text => say`Too few people signed up, so it’s called off: ${what}`,

    places: 'Places',
    taken: (taken: number, capacity: number): Text => say`${taken} of ${capacity} taken`,
    waiting: (count: number): Text => say`${count} on the waitlist`,
    atLeast: (minimum: number, by: Span): Text => say`at least ${minimum} by ${by}, or it’s called off`,
    signedUp: 'Signed up',
    nobodyYet: 'nobody yet',
    others: (count: number) => `${count} more`,

    /** The one line after a press. */
    enrolled: say`You’re signed up. The details come as a direct message.`,
    leaveTitle: 'Leave the course',
    leaveThis: (when: string): string => `Only ${when}`,
    leftLate: say`That was late, so it’s counted, and admins see it.`,
    youTookOut: (what: Text): Text => say`They’re out of it, and I’ve told them (${what}).`,
    takenOut: (who: string, what: Text): Text => say`${strong(who)} has taken you out of a group session (${what}).`,
    left: (what: Text): Text => say`You’ve left: ${what}`,
    waitsNoMore: (what: Text): Text => say`You don’t wait for a place any more: ${what}`,
    announced: say`I’m announcing it in this channel.`,
    announcedAlready: say`It’s announced in this channel already.`,
    opened: say`It’s open, and I’m announcing it in this channel.`,
    openedUnseen: say`It’s open. It isn’t announced anywhere yet: type ${command('tutors')} in a channel, and press “Announce it here”. Until then people find it with “Find a tutor”.`,
    notAnnounced: say`I can’t announce it there`,
    notAnnouncedText: {
      slack: (subject: string): Text =>
        say`In Slack I can only write in channels that I’m in (${subject}). Type /invite @Tutorline in that channel, then /tutorline tutors, and press “Announce it here”.`,
      discord: (subject: string): Text =>
        say`I may not see that channel or write in it (${subject}). Ask an admin to allow it, then type /tutors there, and press “Announce it here”.`,
    },

    /** After it, where it was not one learner. */
    askTutor: say`It takes ten seconds. Only admins see your rating and your comment; your notes are for everybody who was in it.`,
    notes: 'Notes that everybody in it can read',
    missing: 'Who didn’t come?',
    missingHint: 'Leave it empty if all of them came.',
    nobodyCame: 'Nobody came',
    disputed: say`Some of you say different things about whether it took place. I’ve asked the admins: they decide, and you’ll read it here. Until then, those ratings don’t count.`,
    endAsked: (subject: string): Text =>
      say`End ${subject} for everybody? The link stops working here, and everybody is asked how it was.`,
    recordingAsked: say`It’s recorded only if everybody agrees. Each of you gets the recording, and can change their mind until the start.`,
    recordingOn: say`Everybody agreed: the session will be recorded.`,
  },

  /** Opening one. */
  openGroup: {
    title: 'Open a group session',
    submit: 'Go on',
    tutor: 'Who teaches it?',
    subject: 'Subject',
    when: 'When',
    length: 'Length',
    places: 'Places',
    placesHint: 'How many people fit in. With 4-8 it takes place if at least 4 sign up.',
    placesPlaceholder: '8 or 4-8',
    note: 'What is it about?',
    notePlaceholder: 'So that people know whether it’s for them',
    previewTitle: 'Is this right?',
    preview: (subject: string, tutor: string): Text =>
      say`${strong(subject)} with ${tutor}. Nothing is opened until you press “Open it”.`,
    whichTime: say`Which of these do you mean? Nothing is opened yet.`,
    placesRead: (minimum: number, capacity: number, by: string): Text =>
      say`${capacity}. If fewer than ${minimum} sign up by ${by}, it’s called off and everybody hears of it.`,
    decided: 'When to decide',
    decidedBefore: (hours: number) => `Decide ${times(hours, 'hour', 'hours')} before`,
    platform: 'Where to meet',
  },
};
