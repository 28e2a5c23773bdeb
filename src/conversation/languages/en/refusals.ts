import { moment, say } from '../../say.ts';
import type { RefusalWords } from '../refusal-words.ts';

/** Why a press came too late or too early, by what the session is now. */
const NOW_THAT_IT_IS: Readonly<Record<string, string>> = {
  requested: 'This session is still waiting for an answer, so that isn’t possible yet.',
  confirmed: 'This session is confirmed by now, so nothing was done.',
  declined: 'This request was declined in the meantime, so nothing was done.',
  expired: 'This request has expired in the meantime, so nothing was done.',
  cancelled: 'This session was cancelled in the meantime, so nothing was done.',
  started: 'This session has started, so that isn’t possible any more.',
};
const OVER = 'This session is over, so that isn’t possible any more.';

const list = (items: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(items);

export const refusals: RefusalWords = {
  'not-a-time': () => say`I didn’t understand when you mean. Try “tomorrow 5pm”, “Tue 9:30am” or “2026-12-01 17:00”.`,
  past: () => say`That time has passed. Please choose a later one.`,
  'too-far': ({ days }) => say`You can book up to ${days} days ahead. Please choose an earlier day.`,
  'too-long': ({ most }) => say`That’s too long. Please use at most ${most} characters.`,
  'length-not-offered': ({ minutes }) => say`Please choose one of these lengths: ${list(minutes.map(String))} minutes.`,
  'unknown-tutor': ({ typed }) =>
    typed === ''
      ? say`This person doesn’t teach here. Choose somebody from the list, or “Any tutor”.`
      : say`I can’t tell which tutor “${typed}” is. Choose somebody from the list, or “Any tutor”.`,
  'tutor-paused': ({ tutor }) => say`${tutor} takes no requests at the moment. Choose another tutor, or “Any tutor”.`,
  yourself: () => say`You can’t book yourself. Choose another tutor, or “Any tutor”.`,
  'unknown-subject': ({ typed, known }) =>
    known.length === 0
      ? say`Nobody teaches “${typed}” here yet.`
      : say`“${typed}” isn’t on offer. You can choose ${list(known.slice(0, 12))}.`,
  'unknown-zone': ({ typed }) => say`I don’t know a place or time zone called “${typed}”. Try the nearest big city.`,
  'unknown-platform': () => say`This meeting platform isn’t available any more. Please choose another one.`,
  'tutor-busy': ({ tutor }) => say`${tutor} already has something at that time. Please choose another time.`,
  'you-are-busy': () => say`You already have a session at that time. Please choose another time.`,
  'person-busy': ({ name }) => say`${name} already has something at that time. Please choose another time.`,
  'unknown-person': ({ typed }) =>
    typed === ''
      ? say`I don’t know this person yet. They have to use me once, and then it works.`
      : say`I can’t tell who “${typed}” is. Choose somebody from the list; who has never used me isn’t in it.`,
  alone: () => say`That’s you. Please choose somebody else.`,
  'nobody-free': ({ subject }) =>
    say`No tutor of ${subject} is free at that time for that long. Try another time; “Find a tutor” shows when they’re free.`,
  'not-yours': () => say`Only the people of this session can do that.`,
  'only-admins': () => say`Only admins can do that.`,
  'only-tutors': () => say`Only tutors and admins can do that. With “Teach” you become a tutor.`,
  'moved-on': ({ state }) => say`${{ kind: 'plain', text: NOW_THAT_IT_IS[state] ?? OVER }}`,
  changed: () => say`This session changed a moment ago, so nothing was done. Please look at it once more.`,
  // The same for one that there never was and for one that is nobody else's business.
  'no-such-session': () => say`I can’t find that session, or it isn’t yours. Only the people of a session can do that.`,
  'too-early': ({ opensAt }, zone) => say`It’s too early for that. You can do it from ${moment(opensAt, zone)} on.`,
  'too-late': () => say`It’s too late for that: the time of this session has passed.`,
  'no-meeting-yet': () => say`The room isn’t ready yet. Please try again in a few seconds.`,
  'cannot-record': () => say`This platform can’t record. Choose another one with “Meet elsewhere”, or leave it.`,
  'rating-closed': () => say`Ratings are open for a week, and that week is over.`,
  'not-a-rating': () => say`Please choose a rating from 1 to 5.`,
  'not-a-lead': ({ typed }) =>
    typed === ''
      ? say`Write when to remind you, such as 24h, 1h, 10m (at most a week ahead, and six times), or “none”.`
      : say`I didn’t understand “${typed}”. Write times such as 24h, 1h, 10m (at most a week ahead, and six of them), or “none”.`,
  'not-a-week': ({ at }) => say`I didn’t understand “${at}”. Write hours such as Mon-Fri 16-19, Sat 10:00-12:30.`,
  'nothing-taught': () => say`Please name at least one subject, and at most ten.`,
  'not-a-room': () =>
    say`That can’t be used as a room. It has to be a public https:// address without a password in it.`,
  'not-an-email': ({ typed }) => say`“${typed}” isn’t an e-mail address. Write one like lena@example.org, or nothing.`,
  'not-an-account': ({ typed }) => say`“${typed}” can’t be an account. Write the e-mail address that you use there.`,
  'not-a-tutor': () => say`You don’t teach here yet. Press “Teach” to offer it.`,
  required: () => say`Please fill this in.`,
  'not-understood': () => say`I couldn’t read that. Please choose again.`,
  'draft-gone': () => say`I don’t have what you typed any more. Please start again.`,
};
