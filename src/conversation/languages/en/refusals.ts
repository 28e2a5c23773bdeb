import type { Text } from '../../message.ts';
import { command, join, moment, say } from '../../say.ts';
import { durationOf } from '../duration.ts';
import { quoted } from '../quoted.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { times } from '../times.ts';

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

const all = (items: readonly string[]): string => new Intl.ListFormat('en').format(items);
const list = (items: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(items);

const couldBe = (typed: string, like: readonly { readonly name: string }[]): Text =>
  say`“${typed}” could be ${list(like.map(({ name }) => name))}. Who do you mean?`;

/** What people read instead of what they wanted, and what they can do about it. */
export const refusals: RefusalWords = {
  'unclear-time': ({ words }) =>
    say`I don’t know what ${quoted(words)} means. Try “tomorrow 5pm”, “Tue 9:30am” or “2026-12-01 17:00”.`,
  'not-a-time': () => say`I didn’t understand when you mean. Try “tomorrow 5pm”, “Tue 9:30am” or “2026-12-01 17:00”.`,
  past: () => say`That time has passed. Please choose a later one.`,
  'too-far': ({ days }) => say`You can book up to ${days} days ahead. Please choose an earlier day.`,
  'too-long': ({ most }) => say`That’s too long. Please use at most ${most} characters.`,
  'length-not-offered': ({ minutes }) => say`Please choose one of these lengths: ${list(minutes.map(String))} minutes.`,
  'unknown-tutor': ({ typed, like = [] }) => {
    if (typed === '') return say`This person doesn’t teach here. Choose somebody from the list, or “Any tutor”.`;
    if (like.length > 1) return couldBe(typed, like);
    return say`I can’t tell which tutor “${typed}” is. Choose somebody from the list, or “Any tutor”.`;
  },
  'tutor-paused': ({ tutor }) => say`${tutor} takes no requests at the moment. Choose another tutor, or “Any tutor”.`,
  yourself: () => say`You can’t book yourself. Choose another tutor, or “Any tutor”.`,
  'unknown-subject': ({ typed, known, tutor }) => {
    if (known.length === 0) return say`Nobody teaches “${typed}” here yet.`;
    const offered = list(known.slice(0, 12));
    return tutor === undefined
      ? say`“${typed}” isn’t on offer. You can choose ${offered}.`
      : say`“${typed}” isn’t on offer: ${tutor} teaches ${all(known.slice(0, 12))}.`;
  },
  'unknown-zone': ({ typed }) => say`I don’t know a place or time zone called “${typed}”. Try the nearest big city.`,
  'not-together': ({ platform }) =>
    say`Not everybody is in one server of ${platform}, so you can’t meet there. Please choose another place.`,
  'unknown-platform': () => say`This meeting platform isn’t available any more. Please choose another one.`,
  'tutor-busy': ({ tutor }) => say`${tutor} already has something at that time. Please choose another time.`,
  'tutor-away': ({ tutor }) => say`${tutor} is away on that day. Please choose another one.`,
  'tutor-full': ({ tutor, most, per }) =>
    say`${tutor} takes at most ${most === 1 ? 'one session' : `${String(most)} sessions`} a ${per}, and that ${per} is full. Please choose another one.`,
  'too-soon': ({ tutor, minutes }) =>
    say`${tutor} wants to be asked at least ${durationOf(minutes, 'en')} ahead. Please choose a later time.`,
  'outside-hours': ({ tutor }) =>
    say`That lies outside the hours of ${tutor}, who takes no requests for other times. Please choose one of the open ones.`,
  'closed-then': ({ name }) =>
    name === undefined
      ? say`Nobody teaches then: it lies outside the terms. Please choose another day.`
      : say`Nobody teaches then (${name}). Please choose another day.`,
  'you-are-busy': () => say`You already have a session at that time. Please choose another time.`,
  'you-are-full': ({ most, per }) =>
    say`You take at most ${most === 1 ? 'one session' : `${String(most)} sessions`} a ${per}, and that ${per} is full by now. Decline it, or raise your limit and confirm again.`,
  'you-are-too-close': ({ minutes }) =>
    say`It’s too close to another session of yours: you keep ${durationOf(minutes, 'en')} free in between. Decline it, or shorten your breaks and confirm again.`,
  'asked-already': ({ tutor, startsAt }, zone) =>
    say`You’ve already asked ${tutor} for a session then (${moment(startsAt, zone)}). I’ll tell you the answer.`,
  'person-busy': ({ name }) => say`${name} already has something at that time. Please choose another time.`,
  'time-busy': ({ name, at }, zone) =>
    say`${name} already has something then (${moment(at, zone)}). Please choose another time instead of it.`,
  'said-already': () => say`The others know that already.`,
  'subject-gone': () => say`There is no such subject any more.`,
  'subject-taken': ({ name }) => say`Another subject goes by ${name}. Make the two one instead.`,
  silenced: () => say`An admin has stopped your requests for now. Please talk to them.`,
  'still-teaches': ({ count }) =>
    say`They still have ${count === 1 ? 'one session' : `${String(count)} sessions`} to teach. Hand them over or cancel them first.`,
  'teaches-no-more': () => say`They don’t teach here any more, so nothing was done.`,
  'no-terms': () => say`No term is set. Add one under “Holidays and terms”, or look at a week or a month.`,
  'request-of-series': () =>
    say`Those of a series are asked for together, so this one can’t come back alone. The learner can ask for the series again.`,
  'spoken-of': () => say`Somebody has already said how it went, so it stays over.`,
  'not-a-number': ({ least, most }) => say`Please write a whole number from ${String(least)} to ${String(most)}.`,
  'too-many-open': ({ most }) =>
    say`A learner may have ${most === 1 ? 'one session' : `${String(most)} sessions`} ahead here, requests included, and with this it would be more. Once one is over or cancelled, you can ask again.`,
  'too-many-weekly': ({ most }) =>
    say`A learner may have ${most === 1 ? 'one session' : `${String(most)} sessions`} a week here, and with this it would be more. Please choose another week.`,
  'no-credit': ({ needs, has, name }) => {
    const short = `${times(needs, 'session', 'sessions')}, and ${has === 0 ? 'none is' : `only ${String(has)} ${has === 1 ? 'is' : 'are'}`} left for then`;
    return name === undefined
      ? say`You need credits for ${short}. Ask an admin for more; with ${command('credits')} you see what you have.`
      : say`${name} needs credits for ${short}. Admins give more with ${command('tutoring', 'tutoring credits')}.`;
  },
  'observes-self': () => say`Nobody observes themself. Choose somebody else.`,
  'observer-already': ({ name }) => say`${name} was asked already, or observes these sessions.`,
  'programme-over': () => say`This programme is over, so nothing was done.`,
  'too-many-pairs': ({ most }) => say`Please pair at most ${String(most)} at once.`,
  'group-stays': () => say`A group stays with its tutor. Move it or cancel it, and open another one.`,
  'no-other-time': () =>
    say`The tutor has no free time near it. Suggest one with “Suggest another time”, or hand it over.`,
  'same-time': () => say`That’s when it is already. Please choose another time.`,
  'too-many-times': ({ most }) => say`Please choose ${String(most)} times at most.`,
  'times-over': () =>
    say`This suggestion isn’t open any more: it was answered, taken back, or its time has passed. Nothing was done.`,
  'not-for-two': ({ hasTutor }) =>
    hasTutor
      ? say`Another time can only be suggested where one learner meets one tutor. An admin can move this session.`
      : say`No tutor has taken this request yet, so there’s nobody to agree with. Cancel it and ask for another time.`,
  'unknown-person': ({ typed, like = [] }) => {
    if (typed === '') return say`I don’t know this person yet. They have to use me once, and then it works.`;
    if (like.length > 1) return couldBe(typed, like);
    return say`I can’t tell who “${typed}” is. Choose somebody from the list, or mention them with @. I only know people who have used me.`;
  },
  'not-approved': () => say`An admin has to say yes to your offer first. I’ll tell you when they do.`,
  'cannot-post': ({ chat }) =>
    chat === 'discord'
      ? say`I can’t write there. Under Edit Channel, Permissions, allow me View Channel, Send Messages and Embed Links, then try again.`
      : say`I can’t write there. Type /invite @Tutorline in that channel, then try again.`,
  'unknown-language': ({ known }) => say`I don’t speak that. I can write in: ${known.join(', ')}.`,
  alone: () => say`That’s you. Please choose somebody else.`,
  'nobody-free': ({ subject }) =>
    say`No tutor of ${subject} is free at that time for that long. Try another time; “Find a tutor” shows when they’re free.`,
  'too-many-requests': ({ most }) =>
    say`You’re waiting for ${most === 1 ? 'an answer' : `answers to ${String(most)} requests`} already. Once one is answered, or you cancel one, you can ask again.`,
  'too-many-with-tutor': ({ most, tutor }) =>
    say`${tutor} hasn’t answered your ${most === 1 ? 'last request' : `last ${String(most)} requests`} yet. Wait for an answer, cancel one, or ask another tutor.`,
  'too-many-invitations': ({ most }) =>
    say`You’ve asked ${String(most)} people to meet now and none of them has answered yet. Wait for one of them, or try again in a quarter of an hour.`,
  'invited-already': ({ name }) => say`You’ve asked ${name} already. The room is made as soon as they press “Join”.`,
  'invitation-over': () =>
    say`This invitation is over, so nothing was done. If you still want to meet, press “Book a session”.`,
  'not-places': ({ least, most }) =>
    say`Please write how many people fit in, such as 8, or 4-8 for at least 4 of 8: from ${least} to ${most}.`,
  'in-already': () => say`You’re in this session already.`,
  'not-in': () => say`You have no place in this session, so there’s nothing to leave.`,
  'leave-instead': () =>
    say`Only its tutor or an admin can call off a group session. If you can’t come, press “Leave”.`,
  'no-channel': () => say`Nobody else reads this here. Type ${command('tutors')} in a channel, and press it there.`,
  'too-many-templates': ({ most }) => say`You have ${most} templates already. Remove one first, or change one.`,
  'too-many-questions': ({ most }) => say`At most ${most} questions fit into the dialog. Please leave some out.`,
  'template-gone': () => say`This isn’t offered any more. Please choose again.`,
  'not-as-many-times': ({ least, most }) => say`Please write ${least} to ${most} times, one on each line.`,
  'poll-over': () => say`This poll is over, so nothing was done.`,
  'own-poll': () => say`It’s your own poll. You take one of the times in the direct message.`,
  'nobody-asked': () =>
    say`Please say whom to ask: by name, or by typing the command in a channel where people should answer.`,
  'office-closed': () => say`These office hours are over, so nothing was done.`,
  'office-open-already': () => say`Your office hours are open already. Close them before you open others.`,
  'own-office': () => say`These are your own office hours: you call people from the card in your direct messages.`,
  'nobody-waits': () => say`Nobody waits at the moment.`,
  'nobody-free-now': () => say`Whoever waits is in another session just now. Try again in a moment.`,
  'office-too-long': ({ hours }) =>
    say`Office hours can be open for ${hours} hours at most. Please choose an earlier end.`,
  'too-quick': ({ seconds }) =>
    say`That was quick. Try again in ${seconds === 1 ? 'a second' : `${String(seconds)} seconds`}; nothing was done this time.`,
  'not-a-repeat': ({ typed }) =>
    say`I didn’t understand “${typed}”. Write how often and how long, such as “every week, 10 times” or “every two weeks until 15 February”.`,
  'series-too-long': ({ most }) =>
    say`A series has at most ${most} sessions, over a year at most. Please choose fewer.`,
  'series-too-short': ({ least }) =>
    say`A series has at least ${least} sessions. For a single one, leave the repetition out.`,
  'series-taken': ({ starts }, zone) =>
    say`Nothing was done: somebody has something else at ${starts.length === 1 ? 'one of these times' : `${String(starts.length)} of these times`} (${join(
      starts.slice(0, 5).map((at) => [moment(at, zone)]),
      ', ',
    )}). Please look at the dates once more.`,
  'series-goes-on': () => say`It goes on already: the next series is booked or asked for.`,
  'times-suggested': () => say`Another tutor has suggested a time, and the learner hasn’t answered yet.`,
  'no-address': () =>
    say`You have confirmed no address yet: give one with ${command('settings')}, and type the code that comes.`,
  'aim-gone': () => say`It isn’t there any more.`,
  'aims-enough': ({ most }) => say`You have ${most} things on the list already: tick one off first.`,
  'talk-closed': () => say`It’s closed: a week after a session people don’t write to each other here any more.`,
  'no-messages': () => say`Your organization has switched messages off.`,
  'too-many-files': ({ most }) => say`I take ${String(most)} files at once. Please send the others afterwards.`,
  'file-too-large': ({ name, megabytes }) =>
    say`“${name}” is too large: I take files of up to ${String(megabytes)} MB.`,
  'not-a-table': ({ name }) =>
    say`I can’t read “${name}” as a table. Save it as CSV in your spreadsheet program, and send me that file.`,
  'file-of-no-kind': ({ name }) => say`I can’t pass on “${name}”: I take pictures, PDF and plain text.`,
  'file-not-there': ({ name }) =>
    say`I couldn’t fetch “${name}”. Please send it again; if it keeps happening, tell an admin.`,
  'files-gone': () =>
    say`These files were passed on already, or I don’t keep them any more. To give them, send them again.`,
  'nobody-to-write-to': () => say`There’s nobody else in this session yet.`,
  'not-for-admins': () => say`What people write to each other is theirs alone here.`,
  'not-yours': () => say`Only the people of this session can do that.`,
  'only-admins': () => say`Only admins can do that.`,
  'own-dispute': () =>
    say`You were in this session, so another admin has to decide. If you’re the only one, the two of you can still agree in the week after it: whoever changes what they said settles it.`,
  'only-tutors': () => say`Only tutors and admins can do that. With “Teach” you become a tutor.`,
  'moved-on': ({ state }) => say`${{ kind: 'plain', text: NOW_THAT_IT_IS[state] ?? OVER }}`,
  'passed-over': ({ isTaken }) =>
    isTaken
      ? say`Another tutor was quicker and took this request, so nothing was done. Thanks all the same!`
      : say`This request isn’t open any more, so nothing was done. Thanks all the same!`,
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
  'not-a-week': ({ at, meant }) =>
    meant
      ? say`${meant.until} is before ${meant.from}. Do you mean ${meant.hours24} (${meant.hours12})?`
      : say`I didn’t understand “${at}”. Write hours such as Mon-Fri 16-19, Sat 10:00-12:30.`,
  'too-many-days': ({ most }) => say`You can name at most ${String(most)} days. Remove some that you don’t need.`,
  'not-a-day': ({ typed }) =>
    say`I didn’t understand “${typed}”. Write one day, such as 24 Dec or 2026-12-24, or two: 24 Dec - 2 Jan.`,
  'days-backwards': () => say`The last day lies before the first one. Please look at them once more.`,
  'not-a-calendar': () => say`That’s no calendar file. It has to begin with BEGIN:VCALENDAR; please paste all of it.`,
  'waiting-enough': ({ most }) =>
    say`You’re waiting for ${String(most)} things already. Stop waiting for one of them first.`,
  'place-gone': () => say`It isn’t kept for you any more. Book another time, or wait once more.`,
  'nobody-there': ({ subject }) =>
    say`No tutor of ${subject} is there right now. Book a session instead: it may be free within hours.`,
  'asked-for-help': () => say`I’ve asked for you already. As soon as somebody accepts, you get the link.`,
  'help-over': () => say`This is over: somebody helps already, or nobody is needed any more. Thanks all the same!`,
  'free-too-long': ({ hours }) => say`You can be there for at most ${String(hours)} hours at once.`,
  'not-hours': ({ typed }) => say`I didn’t understand “${typed}”. Write hours such as 14-18 or 9:30-12, 14-16.`,
  'nothing-held': () =>
    say`No session of that time is known to have taken place. Those that are over count once their people have said how they went.`,
  'period-too-long': ({ days }) =>
    say`One statement covers at most ${String(days)} days. Please choose a shorter time.`,
  'nothing-taught': () => say`Please name at least one subject, and at most ten.`,
  'not-a-room': () =>
    say`That can’t be used as a room. It has to be a public https:// address without a password in it.`,
  'not-an-email': ({ typed }) => say`“${typed}” isn’t an e-mail address. Write one like lena@example.org, or nothing.`,
  'wrong-code': ({ left }) =>
    say`That isn’t the code that I sent. Look at the newest mail; you can try ${left === 1 ? 'once more' : `${String(left)} more times`}.`,
  'code-over': () =>
    say`That code isn’t good any more. Press “Send a new code”, and type the one from the newest mail.`,
  'no-such-code': () =>
    say`This code isn’t right, or not any more. Type /link in your other chat for a new one (in Slack: /tutorline link).`,
  'too-many-guesses': ({ minutes }) => say`Too many wrong codes. Try again in ${String(minutes)} minutes.`,
  'linked-already': () => say`This is your own account already. Type the code in your other chat.`,
  'link-elsewhere': () => say`That account belongs to another organization, so the two stay apart.`,
  'too-many-complaints': ({ most }) =>
    say`You have reported ${String(most)} times today. Talk to your admins, or try again tomorrow.`,
  suspended: ({ until }, zone) =>
    say`The admins have paused you: until ${moment(until, zone)} this isn’t possible. Ask them if you have a question.`,
  banned: () =>
    say`The admins of your organization have blocked you, so I can’t do anything for you. Ask them if you have a question.`,
  'may-not-ask': () =>
    say`Here only some people may ask for sessions, and you aren’t one of them yet. Ask your admins.`,
  'not-a-group': ({ typed }) =>
    say`“${typed}” is no role and no user group. Copy its id, or leave the field empty to let everybody ask.`,
  'own-complaint': () => say`This report is about you, so another admin decides on it.`,
  'complaint-over': () => say`This report was decided already.`,
  'link-apart': () => say`One of the two accounts has blocked the other, so they stay apart.`,
  'link-together': ({ subject, at }, zone) =>
    say`The two accounts have a session with each other (${subject}, ${moment(at, zone)}), so they can’t be one person.`,
  'link-overlap': ({ subject, at }, zone) =>
    say`Both accounts have a session at the same time (${subject}, ${moment(at, zone)}). Cancel one of them, then try again.`,
  'not-linked': () => say`They are two people already.`,
  'too-many-codes': ({ within }) =>
    say`I’ve sent as many codes as I may for now. Please try again ${within === 'hour' ? 'in an hour' : 'tomorrow'}.`,
  'no-mail': () =>
    say`I can’t send mail here, so no address can be confirmed and none is used. Leave this empty; an admin can set up mail.`,
  'not-a-calendar-address': () =>
    say`That can’t be read as a calendar. It has to be a public https:// address without a password in it, such as “Secret address in iCal format”.`,
  'no-google-calendar': () =>
    say`For that I need an e-mail address that you have confirmed, and Google set up here. Give yours with ${command('settings')}, then try again.`,
  'google-calendar-not-granted': () =>
    say`I may not ask Google when people are busy. Ask whoever runs Tutorline to allow it, or connect the calendar by its iCal address.`,
  'google-calendar-not-visible': () =>
    say`Google doesn’t show me when you’re busy. Share your calendar’s free/busy times with your organization, then try again, or connect it by its iCal address.`,
  'google-calendar-unreachable': () => say`Google doesn’t answer just now. Please try again in a few minutes.`,
  'too-many-calendars': ({ most }) => say`You can connect ${most} calendars at most. Remove one first.`,
  'not-an-account': ({ typed }) => say`“${typed}” can’t be an account. Write the e-mail address that you use there.`,
  'not-a-tutor': () => say`You don’t teach here yet. Press “Teach” to offer it.`,
  required: () => say`Please fill this in.`,
  'not-understood': () => say`I couldn’t read that. Please choose again.`,
  'draft-gone': () => say`I don’t have what you typed any more. Please start again.`,
};
