/** The rules of the house, in one place. */

/** How far ahead a session may be booked. */
export const HORIZON_DAYS = 60;

/** Lengths that can be asked for, in minutes. */
export const LENGTHS_MINUTES = [30, 45, 60, 90, 120] as const;

/** The length where nobody has chosen one. */
export const USUAL_LENGTH_MINUTES = 60;

/** Characters that fit into every chat's cards beside the rest. */
export const NOTE_MOST = 2000;
export const REASON_MOST = 500;
export const COMMENT_MOST = 1000;
export const TUTOR_NOTES_MOST = 2000;
export const BIO_MOST = 500;
export const SUBJECT_MOST = 60;

/** After this long without an answer the moderation channel is told. */
export const ESCALATE_AFTER_HOURS = 12;

/** After this long without an answer, or at its start, a request expires. */
export const EXPIRE_AFTER_HOURS = 48;

/** The door opens this long before the start. */
export const JOIN_BEFORE_MINUTES = 15;

/** A session that nobody ended is over this long after its end. */
export const END_GRACE_MINUTES = 15;

/** A platform's word that a meeting is over counts after this long: people re-enter. */
export const SETTLE_MINUTES = 2;

/** Two people whom a platform saw together for this long have met. */
export const MET_MINUTES = 5;

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

/** When only one side has said how it went, their word counts after this long. */
export const OUTCOME_AFTER_HOURS = 72;
