import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** Asking for a session, and the tutor’s answer. */
export const booking = {
  book: {
    title: 'Book a session',
    submit: 'Send',
    fields: {
      tutor: 'Tutor',
      tutorHint: 'Any tutor: I ask everybody who teaches it and is free then. The first to confirm takes it.',
      tutorUnknown: 'Nobody of that name teaches here, or more than one person does. Please choose.',
      subject: 'Subject',
      subjectHint: (known: string) => `For example: ${known}`,
      when: 'When',
      whenPlaceholder: 'tomorrow 5pm · Tue 9:30am · 2026-12-01 17:00',
      length: 'Length',
      note: 'What do you want to achieve?',
      notePlaceholder: 'A question, a topic, a goal: so that the tutor can prepare',
      zone: 'Your city or time zone',
      zonePlaceholder: 'Berlin, Mexico City, UTC+2 …',
    },
    tutorOption: (name: string, rating: string) => (rating === '' ? name : `${name} · ${rating}`),
    previewTitle: 'Is this right?',
    preview: (subject: string, tutor: Text): Text =>
      say`${subject} with ${tutor}. Nothing is sent until you press “Send the request”.`,
    previewZone: (when: string): Text => say`${strong(when)}`,
    whichTime: say`Which of these do you mean?`,
    needTime: (day: string): Text => say`What time on ${day}? Press “Change” to add it.`,
    needDay: (time: string): Text =>
      time === ''
        ? say`On which day? Press “Change” to add it.`
        : say`On which day, at ${time}? Press “Change” to add it.`,
    skipped: say`The clocks change that night, and this time doesn’t exist. Is it one of these?`,
    whichZone: say`Several places fit. Which one is yours?`,
    chooseZone: 'Choose your place',
    sent: say`Your request is out. I sent you the details in a direct message.`,
    noOpenTime: say`I know of no open time of this tutor in the coming weeks. Suggest one yourself:`,
  },

  receipt: {
    title: 'Your request is out',
    toOne: (tutor: string, by: Span): Text =>
      say`${tutor} gets it as a direct message and can answer until ${by}. You’ll hear from me either way.`,
    toAny: (count: number, by: Span): Text =>
      count === 1
        ? say`One tutor is free then, and I’ve asked them. You’ll hear from me either way, by ${by}.`
        : say`${count} tutors are free then, and I’ve asked them all. The first to confirm takes it. You’ll hear from me either way, by ${by}.`,
  },

  request: {
    title: (learner: string): Text => say`${learner} asks you for a session`,
    titleAny: (learner: string): Text => say`${learner} is looking for a tutor`,
    confirmedAll: (confirmed: number, left: number): Text =>
      left === 0
        ? say`You confirmed all ${confirmed}. Both of you get the link of each.`
        : say`You confirmed ${confirmed}. ${left} could not be confirmed any more: their cards say why.`,
    first: say`It would be your first session together.`,
    earlier: (count: number, last: Span): Text =>
      say`You’ve had ${times(count, 'session', 'sessions')} together. The last one: ${last}.`,
    outsideHours: say`This is outside your weekly hours.`,
    answerBy: (by: Span): Text => say`Please answer before ${by}. After that, the request expires.`,
    platform: 'Where to meet',
    declineTitle: 'Decline the request',
    declineReason: 'Why? The learner will read this.',
    declineReasonPlaceholder: 'For example: I’m away that week, try the next one',
    youDeclined: say`You declined this request. Others may still take it.`,
    taken: (tutor: string): Text => say`${tutor} took this one. Thanks all the same!`,
  },

  declined: {
    title: (tutor: string): Text => say`${tutor} can’t take your request`,
    titleAny: 'No tutor could take your request',
    next: say`You can ask another tutor, or ask for another time.`,
  },

  expired: {
    title: 'Your request expired',
    text: say`I’m sorry: nobody answered in time. You can ask another tutor, or ask for another time.`,
  },

  /** A session that starts now. */
  meet: {
    title: 'Meet now',
    submit: 'Start',
    person: 'Whom do you want to meet?',
    platform: 'Where to meet',
    /** What a session is about where the tutor teaches nothing by name. */
    subject: 'Meeting',
    started: (name: string): Text => say`${name} hears it now. The link comes to both of you as a direct message.`,
    now: say`It starts now. Press “Join” to enter.`,
    preparing: say`It starts now. I’m making the room: the link comes in a moment.`,
  },
};
