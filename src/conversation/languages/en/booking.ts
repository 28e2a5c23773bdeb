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
      begunHint: 'Filled in with what you typed before and haven’t sent.',
      subject: 'Subject',
      subjectHint: (tutor: string, known: string) => `${tutor} teaches ${known}.`,
      subjectUnknownHint: (typed: string, tutor: string | undefined, known: string) =>
        tutor === undefined
          ? `“${typed}” isn’t on offer. What is: ${known}.`
          : `“${typed}” isn’t on offer: ${tutor} teaches ${known}.`,
      noSubjectsHint: 'Nobody teaches here yet.',
      when: 'When',
      whenHint: 'Leave it empty to choose from open times.',
      whenByArrangementHint: 'Times are by arrangement: suggest one.',
      whenPlaceholder: 'tomorrow 5pm · Tue 9:30am · 2026-12-01 17:00',
      length: 'Length',
      note: 'What do you want to achieve?',
      notePlaceholder: 'A question, a topic, a goal: so that the tutor can prepare',
      repeatHint: 'A number of times, or a day: a year at most.',
      zone: 'Your city or time zone',
      zonePlaceholder: 'Berlin, Mexico City, UTC+2 …',
    },
    tutorOption: (name: string, rating: string) => (rating === '' ? name : `${name} · ${rating}`),
    previewTitle: 'Is this right?',
    preview: (subject: string, tutor: Text): Text =>
      say`${subject} with ${tutor}. Nothing is sent until you press “Send the request”.`,
    previewZone: (when: string): Text => say`${strong(when)}`,
    bestIs: (tutor: string, why: string): Text => say`Of those who are free then, ${tutor} fits best (${why}).`,
    bestLanguage: (languages: string) => `you both use ${languages}`,
    bestRating: (rating: string) => `rated ${rating}`,
    bestFew: (count: number) => `${times(count, 'session', 'sessions')} lately`,
    outsideHours: (tutor: string, hours: string): Text =>
      say`This lies outside the hours of ${tutor} (${hours}, on their clock). You can ask all the same.`,
    whenFor: (tutor: string) => `For ${tutor}`,
    unclear: (words: string, read: string | undefined): Text =>
      read === undefined
        ? say`I don’t know what ${words} means.`
        : say`I read ${strong(read)}, but I don’t know what ${words} means.`,
    isItThis: say`Is it this time? If not, press “Change”.`,
    needPlace: (place: string): Text =>
      say`I don’t know what time it is for “${place}”. Press “Change” and write it in your own time, or with a city that I know.`,
    whichTime: say`Which of these do you mean?`,
    needTime: (day: string): Text => say`What time on ${day}?`,
    needDay: (time: string): Text => (time === '' ? say`On which day?` : say`On which day, at ${time}?`),
    skipped: say`The clocks change that night, and this time doesn’t exist. Is it one of these?`,
    whichSubject: say`What do you want to work on?`,
    chooseSubject: 'Choose a subject',
    zoneFirst: say`Where are you? Without that I can’t tell which time you mean.`,
    whichZone: say`Several places fit. Which one is yours?`,
    chooseZone: 'Choose your place',
    sent: say`Your request is out, and you’ll hear from me either way. The details are in a direct message.`,
    noOpenTime: say`I know of no open time of this tutor in the coming weeks. Suggest one yourself.`,
    byArrangement: (tutor: string): Text => say`${tutor}’s times are by arrangement. Suggest one.`,
    nobodyOpen: say`I know of no open time in the coming weeks. Suggest one yourself.`,
    /** Above open times: what would be asked for. */
    offerTitle: (subject: string, tutor: string, length: string): Text => say`${subject} with ${tutor}, ${length}`,
    pressATime: say`Press a time to ask for it.`,
    zoneNote: (place: string): Text => say`Times are yours (${place}).`,
    theirZone: (tutor: string, place: string): Text => say`Beside them is ${tutor}’s clock (${place}).`,
    anyIsFree: say`At each of them a tutor is free; I ask all who are.`,
    moreDays: 'More days',
    anotherTime: 'Another time',
    /** After a refusal of a time. */
    nearby: (times: string): Text => say`Free near it: ${times}.`,
  },

  receipt: {
    title: 'Your request is out',
    /** Who has something to show with it. */
    files: say`A photo or a PDF of what it’s about? Send it to me here.`,
    toOne: (tutor: string, by: Span): Text =>
      say`${tutor} gets it as a direct message and has until ${by} to answer. You’ll hear from me either way.`,
    toAny: (count: number, by: Span): Text =>
      count === 1
        ? say`One tutor is free then, and I’ve asked them. By ${by} you’ll hear from me either way.`
        : say`${count} tutors are free then, and I’ve asked them all. The first to confirm takes it. By ${by} you’ll hear from me either way.`,
  },

  request: {
    title: (learner: string): Text => say`${learner} asks you for a session`,
    titleAny: (learner: string): Text => say`${learner} is looking for a tutor`,
    confirmedAll: (confirmed: number, left: number, other: string): Text =>
      left === 0
        ? say`You confirmed all ${confirmed}. You and ${other} each get the links.`
        : say`You confirmed ${confirmed}. You and ${other} each get the links. ${left} could not be confirmed any more: their cards say why.`,
    titleAll: (learner: string, count: number): Text => say`${count} requests from ${learner}`,
    oneOfAll: (subject: string, when: Text): Text => say`${strong(subject)}: ${when}`,
    confirmThese: (count: number) => `Yes, confirm all ${count}`,
    first: say`It would be your first session together.`,
    earlier: (count: number, last: Span): Text =>
      say`You’ve had ${times(count, 'session', 'sessions')} together (the last one: ${last}).`,
    outsideHours: say`This is outside your weekly hours.`,
    answerBy: (by: Span): Text => say`Please answer before ${by}, when the request expires.`,
    platform: 'Where to meet',
    declineTitle: 'Decline the request',
    declineReason: 'Why? The learner will read this.',
    declineReasonPlaceholder: 'For example: I’m away that week, try the next one',
    /** On the card of a tutor who was asked, once it is not theirs to know what becomes of it. */
    titleGone: (subject: string): Text => say`A request for ${subject}`,
    youDeclined: say`You declined this request.`,
    taken: say`Another tutor took this one. Thanks all the same!`,
    gone: say`It isn’t open any more. Thanks all the same!`,
  },

  /** A list in place of many cards. */
  requests: {
    title: 'Your requests',
    titleOf: (count: number): Text => say`You have ${times(count, 'request', 'requests')}`,
    text: (shown: number, count: number): Text =>
      shown === count
        ? say`Many came at once, so they’re all in this list. Open one to read and answer it.`
        : say`Many came at once, so they’re in a list: here are ${shown} of ${count}, in the order in which they came. Open one to read and answer it; whatever is answered makes room for the next.`,
    confirmed: (confirmed: number, left: number): Text =>
      left === 0
        ? say`You confirmed ${confirmed}. Each of you gets the links.`
        : say`You confirmed ${confirmed}. Each of you gets the links. ${left} could not be confirmed any more.`,
    none: say`All of them are answered.`,
  },

  /** A session that starts now. */
  meet: {
    title: 'Meet now',
    submit: 'Start',
    person: 'Whom do you want to meet?',
    platform: 'Where to meet',
    /** What a session is about where the tutor teaches nothing by name. */
    subject: 'Meeting',
    started: (name: string): Text => say`I’ve told ${name}. You each get the link as a direct message.`,
    asked: (name: string): Text =>
      say`You two haven’t had a session yet, so I’ve asked ${name} first. As soon as they press “Join” I make the room, and the link comes to both of you.`,
    invitation: (name: string): Text => say`${name} would like to meet you now`,
    invitationText: (platform: string, minutes: number): Text =>
      say`On ${platform}. You two haven’t had a session yet, so nothing happens unless you press “Join” within ${minutes} minutes.`,
    joined: (name: string): Text => say`You said yes. The link to meet ${name} comes in a moment.`,
    invitationOver: say`This is over: nobody waits for you any more.`,
    now: say`It starts now. Press “Join” to enter.`,
    preparing: say`It starts now. I’m making the room: the link comes in a moment.`,
  },
};
