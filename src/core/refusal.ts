/** What can be refused, and what the sentence about it needs to know. The words are in `conversation/languages`. */
export interface Refusals {
  /** Words of a time that nobody understood. */
  'unclear-time': { words: readonly string[] };
  'not-a-time': Record<never, never>;
  past: Record<never, never>;
  'too-far': { days: number };
  'too-long': { most: number };
  'length-not-offered': { minutes: readonly number[] };
  /** `like`: those who could be meant. */
  'unknown-tutor': { typed: string; like?: readonly { readonly id: string; readonly name: string }[] };
  'tutor-paused': { tutor: string };
  yourself: Record<never, never>;
  /** `tutor`: who teaches only what is known. */
  'unknown-subject': { typed: string; known: readonly string[]; tutor?: string };
  'unknown-zone': { typed: string };
  'unknown-platform': Record<never, never>;
  /** Not all who will meet are in one space of that platform. */
  'not-together': { platform: string };
  'tutor-busy': { tutor: string };
  /** Days that they have taken off. */
  'tutor-away': { tutor: string };
  /** They have as many sessions then as they want. */
  'tutor-full': { tutor: string; most: number; per: 'day' | 'week' };
  'too-soon': { tutor: string; minutes: number };
  /** They take no requests outside their hours. */
  'outside-hours': { tutor: string };
  /** Nobody teaches then: a holiday's name; undefined: between two terms. */
  'closed-then': { name: string | undefined };
  'you-are-busy': Record<never, never>;
  /** By their own limit, which they can change. */
  'you-are-full': { most: number; per: 'day' | 'week' };
  'you-are-too-close': { minutes: number };
  /** The same request is out already. */
  'asked-already': { tutor: string; startsAt: Date };
  'person-busy': { name: string };
  /** One of several times that were chosen. */
  'time-busy': { name: string; at: Date };
  /** Everybody knows it. */
  'said-already': Record<never, never>;
  'not-a-number': { least: number; most: number };
  'subject-gone': Record<never, never>;
  /** Another subject goes by it. */
  'subject-taken': { name: string };
  /** An admin lets them ask for nothing. */
  silenced: Record<never, never>;
  'still-teaches': { count: number };
  /** Of somebody for whom an admin decides. */
  'teaches-no-more': Record<never, never>;
  'no-terms': Record<never, never>;
  /** Those of a series are asked for, and answered, together. */
  'request-of-series': Record<never, never>;
  /** Somebody has said how it went. */
  'spoken-of': Record<never, never>;
  /** As many sessions as the organization gives one learner. */
  'too-many-open': { most: number };
  'too-many-weekly': { most: number };
  /** So many sessions need a credit, and there are so many left that are good for them. `name`: of somebody else. */
  'no-credit': { needs: number; has: number; name?: string };
  'programme-over': Record<never, never>;
  'too-many-pairs': { most: number };
  'observes-self': Record<never, never>;
  'observer-already': { name: string };
  /** A group is not handed over. */
  'group-stays': Record<never, never>;
  /** The tutor has no free time near it. */
  'no-other-time': Record<never, never>;
  /** It is at that time already. */
  'same-time': Record<never, never>;
  /** More other times than can be suggested at once. */
  'too-many-times': { most: number };
  /** Nobody answers other times that were suggested any more: they were taken, refused or withdrawn, or lapsed. */
  'times-over': Record<never, never>;
  /** A session of more than two, or which no tutor has taken yet. */
  'not-for-two': { hasTutor: boolean };
  'unknown-person': { typed: string; like?: readonly { readonly id: string; readonly name: string }[] };
  /** No admin has said yes to what they offer. */
  'not-approved': Record<never, never>;
  /** The bot is not in that channel, or may not write there; in which chat. */
  'cannot-post': { chat: string };
  /** A language that there are no words in; those that there are. */
  'unknown-language': { known: readonly string[] };
  /** Nobody has a session alone. */
  alone: Record<never, never>;
  'nobody-free': { subject: string };
  /** Words of a repetition that nobody understood. */
  'not-a-repeat': { typed: string };
  /** More sessions than a series may have, or over more than a year; too few to be one. */
  'series-too-long': { most: number };
  'series-too-short': { least: number };
  /** Times of a series that somebody has something else at. */
  'series-taken': { starts: readonly Date[] };
  /** Another tutor who was asked has suggested some. */
  'times-suggested': Record<never, never>;
  'aim-gone': Record<never, never>;
  'aims-enough': { most: number };
  'talk-closed': Record<never, never>;
  'no-messages': Record<never, never>;
  /** More files at once than are taken. */
  'too-many-files': { most: number };
  'file-too-large': { name: string; megabytes: number };
  /** Neither a picture nor a PDF nor plain text, whatever it is called. */
  'file-of-no-kind': { name: string };
  'not-a-table': { name: string };
  /** The chat did not give it. */
  'file-not-there': { name: string };
  /** It was given already, or is not kept any more. */
  'files-gone': Record<never, never>;
  'nobody-to-write-to': Record<never, never>;
  'not-for-admins': Record<never, never>;
  /** It goes on already. */
  'series-goes-on': Record<never, never>;
  /** They wait for answers to as many as one person may. */
  'too-many-requests': { most: number };
  'too-many-with-tutor': { most: number; tutor: string };
  /** They have asked as many to meet now as one may at once, or this one already. */
  'too-many-invitations': { most: number };
  'invited-already': { name: string };
  'invitation-over': Record<never, never>;
  'not-places': { least: number; most: number };
  /** They have a place in this group session, or teach it. */
  'in-already': Record<never, never>;
  /** They have no place in it, and wait for none. */
  'not-in': Record<never, never>;
  /** A learner would call off a group session. */
  'leave-instead': Record<never, never>;
  /** It is to be announced, and nobody else reads where they are. */
  'no-channel': Record<never, never>;
  'too-many-templates': { most: number };
  'too-many-questions': { most: number };
  /** The kind of session is not offered any more. */
  'template-gone': Record<never, never>;
  'not-as-many-times': { least: number; most: number };
  'poll-over': Record<never, never>;
  'own-poll': Record<never, never>;
  'nobody-asked': Record<never, never>;
  'office-closed': Record<never, never>;
  'office-open-already': Record<never, never>;
  'own-office': Record<never, never>;
  'nobody-waits': Record<never, never>;
  'nobody-free-now': Record<never, never>;
  'office-too-long': { hours: number };
  'too-quick': { seconds: number };
  'not-yours': Record<never, never>;
  'only-admins': Record<never, never>;
  /** An admin would decide on a session that they were in. */
  'own-dispute': Record<never, never>;
  'only-tutors': Record<never, never>;
  /** The session moved on before this press. */
  'moved-on': { state: string };
  /** They were asked whether they would teach it, and it went to another tutor (`isTaken`) or came to nothing. */
  'passed-over': { isTaken: boolean };
  changed: Record<never, never>;
  'no-such-session': Record<never, never>;
  'too-early': { opensAt: Date };
  'too-late': Record<never, never>;
  'no-meeting-yet': Record<never, never>;
  'cannot-record': Record<never, never>;
  'rating-closed': Record<never, never>;
  'not-a-rating': Record<never, never>;
  'not-a-lead': { typed: string };
  /** A tutor who has named as many days as one can. */
  'too-many-days': { most: number };
  'not-a-day': { typed: string };
  'days-backwards': Record<never, never>;
  'not-a-calendar': Record<never, never>;
  /** They wait for as much as one person may. */
  'waiting-enough': { most: number };
  'place-gone': Record<never, never>;
  /** Nobody of the subject is there now. */
  'nobody-there': { subject: string };
  'asked-for-help': Record<never, never>;
  'help-over': Record<never, never>;
  'free-too-long': { hours: number };
  'not-hours': { typed: string };
  'not-a-week': {
    at: string;
    /** What hours such as "9-5" seem to mean. */
    meant?:
      | { readonly from: string; readonly until: string; readonly hours24: string; readonly hours12: string }
      | undefined;
  };
  'nothing-taught': Record<never, never>;
  /** No session took place in the period of a statement. */
  'nothing-held': Record<never, never>;
  'period-too-long': { days: number };
  'not-a-room': Record<never, never>;
  'not-an-email': { typed: string };
  /** The code that was sent to an address is another one; so many tries are left. */
  'wrong-code': { left: number };
  /** It is good no longer, or there is none. */
  'code-over': Record<never, never>;
  /** As many as one may get in an hour, or in a day. */
  'too-many-codes': { within: 'hour' | 'day' };
  /** A code that nobody was given, or that is good no longer. */
  'no-such-code': Record<never, never>;
  'too-many-guesses': { minutes: number };
  /** Both accounts are of one person already, or it is their own code. */
  'linked-already': Record<never, never>;
  /** Why two accounts cannot be one person's. */
  'link-elsewhere': Record<never, never>;
  'too-many-complaints': { most: number };
  /** An admin has paused them until then, or blocked them for good. */
  suspended: { until: Date };
  banned: Record<never, never>;
  /** Only some of their community may ask for sessions. */
  'may-not-ask': Record<never, never>;
  /** What an admin typed is no role and no user group. */
  'not-a-group': { typed: string };
  /** Whoever a report is about does not decide on it. */
  'own-complaint': Record<never, never>;
  'complaint-over': Record<never, never>;
  'link-apart': Record<never, never>;
  'link-together': { subject: string; at: Date };
  'link-overlap': { subject: string; at: Date };
  'not-linked': Record<never, never>;
  /** Nothing here sends mail, so no address can be confirmed. */
  'no-mail': Record<never, never>;
  'no-address': Record<never, never>;
  'not-a-calendar-address': Record<never, never>;
  'too-many-calendars': { most: number };
  'no-google-calendar': Record<never, never>;
  'google-calendar-not-granted': Record<never, never>;
  'google-calendar-not-visible': Record<never, never>;
  'google-calendar-unreachable': Record<never, never>;
  'not-an-account': { typed: string };
  'not-a-tutor': Record<never, never>;
  required: Record<never, never>;
  'not-understood': Record<never, never>;
  'draft-gone': Record<never, never>;
}

export type RefusalCode = keyof Refusals;

/** Thrown when something cannot be done, for a reason that a person can understand. Carries data, not prose. */
export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  override readonly name = 'Refusal';
  readonly code: Code;
  readonly data: Refusals[Code];
  /** The field of a dialog or command that it is about, where there is one. */
  readonly field: string | undefined;

  constructor(code: Code, data: Refusals[Code], field?: string) {
    super(code);
    this.code = code;
    this.data = data;
    this.field = field;
  }
}
