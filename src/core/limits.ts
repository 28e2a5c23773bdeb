/** The rules of the house, in one place. */

/** How far ahead a session may be booked, where the organization says nothing else; and what it can say. */
export const HORIZON_DAYS = 60;
export const HORIZONS_DAYS = { least: 7, most: 366 } as const;

/** How many sessions a series has. */
export const SERIES_LEAST = 2;
export const SERIES_MOST = 52;
/** How far ahead one of a series may be: a year after a first one that is within the horizon. */
export const SERIES_HORIZON_DAYS = HORIZONS_DAYS.most + 366;
/** The meeting of one of a series is made so long before: not all of them at once. */
export const SERIES_MEETING_DAYS = 7;
/** So long before the last of a series its people are asked whether to go on; where that is past, a day before. */
export const SERIES_ASKED_DAYS = [8, 1] as const;

/** How many people are paired at once, and how long the name of a programme is. */
export const PAIRS_AT_ONCE = 200;
export const PROGRAMME_NAME_MOST = 60;

/** How many sessions one package has, and how much is written on it. */
export const CREDITS_MOST = 500;
export const CREDIT_NOTE_MOST = 200;

/** Lengths that can be asked for, in minutes. */
export const LENGTHS_MINUTES = [30, 45, 60, 90, 120] as const;

/** Open times are offered from so long ahead on: the tutor has to answer first. */
export const OFFERED_AHEAD_MINUTES = 60;

/** A time is kept so long for whoever is about to ask for it. */
export const KEPT_WHILE_CHOOSING_MINUTES = 10;

/** Who needs help now waits for so long; so many of those who are there are asked, and nobody is there for longer than this. */
export const HELP_MINUTES = 10;
export const HELP_ASKED_MOST = 10;
export const FREE_NOW_MOST_HOURS = 12;
export const FREE_NOW_USUAL_MINUTES = 60;

/** Who finds nothing free waits for so long, and for so many things at once. */
export const WAITING_DAYS = 30;
export const WAITING_MOST = 5;

/** The length where nobody has chosen one. */
export const USUAL_LENGTH_MINUTES = 60;

/** Characters that fit into every chat's cards beside the rest. */
export const NOTE_MOST = 2000;
export const REASON_MOST = 500;
export const COMMENT_MOST = 1000;
export const TUTOR_NOTES_MOST = 2000;
export const BIO_MOST = 500;
export const MESSAGE_MOST = 1500;
/** Files in the messages of a session: of a size that both chats take. https://docs.discord.com/developers/reference#uploading-files */
export const FILE_MOST_MB = 8;
/** A table that is imported: no table of so few rows is larger. */
export const TABLE_MOST_MB = 1;
export const FILES_AT_ONCE = 3;
/** Of one person, as long as it is not said in which session they are given. */
export const FILES_WAITING_MOST = 9;
export const FILE_NAME_MOST = 80;
export const AIM_MOST = 200;
export const SUBJECT_MOST = 60;

/** When more requests than these wait to be sent to one person, a list is sent in their place. */
export const REQUEST_CARDS_AT_ONCE = 5;

/** Somebody who is asked to meet now, and has not met the other before, can say yes for this long. */
export const MEET_INVITATION_MINUTES = 15;
/** So many of those can wait for an answer at once. */
export const MEET_INVITATIONS_MOST = 3;

/** Places in a group session. */
export const GROUP_PLACES = { least: 2, most: 100 } as const;

/** How much one person may do in how short a time: commands, presses, dialogs and messages to the bot together. */
export interface Acts {
  readonly most: number;
  readonly withinSeconds: number;
}
export const ACTS: Acts = { most: 30, withinSeconds: 30 };

/** How many requests of one learner may wait for an answer: in all, and with one tutor. */
export interface OpenRequests {
  readonly most: number;
  readonly perTutor: number;
}
export const OPEN_REQUESTS: OpenRequests = { most: 5, perTutor: 2 };

/** So many other times are suggested at once for a session, and the other side has so long to take one. */
export const TIMES_PROPOSED_MOST = 3;
export const PROPOSAL_HOURS = 24;
/** For a request that came to nothing another time can be suggested for this long after it was to be. */
export const PROPOSE_AFTER_DAYS = 7;

/** How late one can say that one is, from how long before the start on, and how much longer the others wait. */
export const LATE_MINUTES = [5, 10, 15] as const;
export const LATE_FROM_MINUTES = 60;
export const LATE_GRACE_MINUTES = 5;

/** The day before learners are asked at this hour of theirs whether they still come, where the organization wants it. */
export const ASK_COMING_AT = '16:00';
/** Who says nothing to that for so long: the tutor hears of it, awake, and so long before the start at the latest. */
export const SILENCE_AFTER_HOURS = 3;
export const SILENCE_BEFORE_HOURS = 2;
export const WAKING_HOURS = { from: 8, to: 21 } as const;

/** Whoever cancels later than this before the start cancels late, where the organization says nothing else. */
export const LATE_CANCEL_HOURS = 12;

/** So many sessions are cleared at once. */
export const CLEARED_MOST = 50;

/** After this long without an answer whoever was asked is reminded, then the moderation channel is told. */
export const NUDGE_AFTER_HOURS = 12;
export const ESCALATE_AFTER_HOURS = 24;

/** After this long without an answer, or at its start, a request expires. */
export const EXPIRE_AFTER_HOURS = 48;

/** Jobs that fail within this time after the first are told to the admins on one card. */
export const FAILURES_TOGETHER_MINUTES = 60;

/** The door opens this long before the start. */
export const JOIN_BEFORE_MINUTES = 15;

/** A session that nobody ended is over this long after its end. */
export const END_GRACE_MINUTES = 15;

/** A platform's word that a meeting is over counts after this long: people re-enter. */
export const SETTLE_MINUTES = 2;

/** Two people whom a platform saw together for this long have met. */
export const MET_MINUTES = 5;

/** A room that was made for one session is removed this long after its end; while people talk on in it, later. */
export const ROOM_KEPT_MINUTES = 30;
export const ROOM_KEPT_MOST_HOURS = 4;

/** A platform that failed is not tried again for this long, unless a look at it says before that it works. */
export const AVOIDED_MINUTES = 10;

/** A late reminder is still worth sending this long after the start. */
export const REMINDER_GRACE_MINUTES = 5;

/** The longest lead that somebody can choose with `/settings`: a week. */
export const LONGEST_OWN_LEAD_MINUTES = 7 * 24 * 60;

/** By then a session has a link, wherever it can be had. */
export const MEETING_BEFORE_HOURS = 24;

/** One more question to rate comes after this long; then silence. */
export const RATE_NUDGE_AFTER_HOURS = 24;

/** A rating can be given and changed for this long after the end. */
export const RATING_DAYS = 7;

/** Who stays away so often in so many days: the admins hear of it. */
export const NO_SHOWS = { most: 3, withinDays: 60 } as const;

/** A tutor who lets so many requests in a row expire is paused. */
export const IGNORED_MOST = 3;

/** How fast a tutor answers is said of so many of their last answers, and not of fewer than these. */
export const ANSWERS_KEPT = 20;
export const ANSWERS_LEAST = 3;

/** So many tutors of an organization are approved as soon as they offer to teach; whoever comes later applies. */
export const FIRST_TUTORS = 5;
export const APPLICATION_TEXT_MOST = 500;

/** A rating as low as this comes to the admins. */
export const LOW_RATING = 2;

/** So many things two people have before them at once; a learner is reminded of a step after so long where nothing is planned. */
export const AIMS_MOST = 10;
export const REMIND_STEP_DAYS = 7;

/** The people of a session write to each other through the bot for this long after its end. */
export const TALK_DAYS = 7;

/** When only one side has said how it went, their word counts after this long. */
export const OUTCOME_AFTER_HOURS = 72;

/** A code that was sent to an address is good for this long, and for so many tries. */
export const CODE_MINUTES = 30;
export const CODE_TRIES = 5;
/** So many codes are sent to one address, and for one person. */
export const CODES_AN_HOUR = 3;
export const CODES_A_DAY = 6;

/** A code that makes two accounts one person's is good for so long, and for so many tries; nobody tries more often than that. */
export const LINK_MINUTES = 10;
export const LINK_TRIES = 5;

/** So much can one person report in a day, and whoever is paused for it begins nothing new for so long. */
export const COMPLAINTS_A_DAY = 5;
export const SUSPENDED_DAYS = 7;

/** Reminders this close before the start are no mail: nobody reads one in time. */
export const MAILED_LEAD_MINUTES = 60;

/** What a calendar that somebody subscribes to holds. */
export const FEED_DAYS_BACK = 90;
export const FEED_MOST = 500;

/** Calendars elsewhere: how many, how far ahead they are read, and how often. */
export const FOREIGN_CALENDARS_MOST = 5;
export const FOREIGN_DAYS_AHEAD = 120;
export const FOREIGN_READ_EVERY_MINUTES = 30;
/** One that cannot be read for so long keeps nobody from booking any more, and its owner hears of it. */
export const FOREIGN_KEPT_HOURS = 6;

/** What one statement of a tutor's hours covers at most. */
export const STATEMENT_DAYS_MOST = 366;
export const STATEMENT_SESSIONS_MOST = 5000;

/** After the end a platform is asked this many minutes later whether a recording is there, and what was said. */
export const RECORDING_AFTER_MINUTES = [10, 30, 120, 480, 1440] as const;
