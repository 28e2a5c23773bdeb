import type { RefusalCode, Refusals } from '../../core/refusal.ts';
import type { Text } from '../message.ts';
import { moment, say } from '../say.ts';

/** One sentence for everything that can be refused: what is the matter, and what to do. */
export type RefusalWords = { readonly [Code in RefusalCode]: (data: Refusals[Code], zone: string | undefined) => Text };

const STATES: Readonly<Record<string, string>> = {
  requested: 'is waiting for an answer',
  confirmed: 'was confirmed',
  declined: 'was declined',
  expired: 'has expired',
  cancelled: 'was cancelled',
  started: 'has started',
  ended: 'is over',
  completed: 'took place',
  'learner-no-show': 'is over',
  'tutor-no-show': 'is over',
  disputed: 'is disputed',
  unknown: 'is over',
};

const list = (items: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(items);

export const refusals: RefusalWords = {
  'not-a-time': () =>
    say`I did not understand when you mean. Try “tomorrow 5pm”, “next tue 9:30” or “2026-12-01 17:00”.`,
  past: () => say`That time has passed. Please choose a later one.`,
  'too-far': ({ days }) => say`Sessions can be booked up to ${days} days ahead. Please choose an earlier day.`,
  'too-long': ({ most }) => say`That is too long: at most ${most} characters, please.`,
  'length-not-offered': ({ minutes }) => say`Please choose one of these lengths: ${list(minutes.map(String))} minutes.`,
  'unknown-tutor': ({ typed }) =>
    typed === ''
      ? say`This person does not teach here. Choose a tutor from the list, or see them all with /tutors.`
      : say`I know no tutor called “${typed}”. Choose one from the list, or see them all with /tutors.`,
  'tutor-paused': ({ tutor }) => say`${tutor} takes no requests at the moment. Choose another tutor, or “any tutor”.`,
  yourself: () => say`You cannot book yourself. Choose another tutor, or “any tutor”.`,
  'unknown-subject': ({ typed, known }) =>
    known.length === 0
      ? say`Nobody teaches ${typed} yet.`
      : say`Nobody here teaches “${typed}”. You can choose ${list(known.slice(0, 12))}.`,
  'unknown-zone': ({ typed }) => say`I do not know a place or time zone called “${typed}”. Try the nearest big city.`,
  'unknown-platform': () => say`This meeting platform is not set up any more. Please choose another one.`,
  'tutor-busy': ({ tutor }) => say`${tutor} already has something at that time. Please choose another time.`,
  'you-are-busy': () => say`You already have a session at that time. Please choose another time.`,
  'nobody-free': ({ subject }) =>
    say`No tutor of ${subject} is free at that time. Try another time, or see with /tutors when they are.`,
  'not-yours': () => say`Only the people of this session can do that.`,
  'only-admins': () => say`Only admins can do that.`,
  'moved-on': ({ state }) => say`This session ${STATES[state] ?? 'has changed'} in the meantime, so nothing was done.`,
  changed: () => say`This session changed a moment ago, so nothing was done. Please look at it once more.`,
  'no-such-session': () => say`I do not find this session any more.`,
  'too-early': ({ opensAt }, zone) => say`It is too early for that. Come back at ${moment(opensAt, zone)}.`,
  'too-late': () => say`It is too late for that: the time of this session has come and gone.`,
  'no-meeting-yet': () => say`The room is being made. Please try again in a few seconds.`,
  'rating-closed': () => say`The week for ratings is over, so this one stays as it is.`,
  'not-a-rating': () => say`Please choose a rating from 1 to 5.`,
  'not-a-lead': ({ typed }) =>
    say`I did not understand “${typed}”. Write times such as 24h, 1h, 10m, at most a week ahead, or “none”.`,
  'not-a-week': ({ at }) => say`I did not understand “${at}”. Write hours such as Mon-Fri 16-19, Sat 10:00-12:30.`,
  'nothing-taught': () => say`Please name at least one subject, and at most ten.`,
  'not-a-tutor': () => say`You do not teach here yet. Offer yourself with /teach.`,
  required: () => say`Please fill this in.`,
  'not-understood': () => say`I could not read that. Please choose again.`,
  'draft-gone': () => say`I do not have this draft any more. Please start again.`,
};
