import { application, applicationNews } from './admin/application.ts';
import { bookedFor } from './admin/book-for.ts';
import { caredFor } from './admin/care.ts';
import { chatRecovered, chatTrouble } from './admin/chat-trouble.ts';
import { complained } from './admin/complaint.ts';
import { deadLetter } from './admin/dead-letter.ts';
import { decided } from './admin/decided.ts';
import { digest } from './admin/digest.ts';
import { disputed } from './admin/disputed.ts';
import { linked } from './admin/linked.ts';
import { lowRating } from './admin/low-rating.ts';
import { noShows } from './admin/no-shows.ts';
import { pairQuiet } from './admin/pair-quiet.ts';
import { personLeft } from './admin/person-left.ts';
import { platformRecovered, platformTrouble } from './admin/platform-trouble.ts';
import { reopened } from './admin/reopen.ts';
import { roleNotGiven } from './admin/role-not-given.ts';
import { sessionsFile } from './admin/sessions-file.ts';
import { testMailNotice } from './admin/test-mail.ts';
import { paused, tutorPaused } from './admin/tutor-paused.ts';
import { unanswered } from './admin/unanswered.ts';
import { undelivered } from './admin/undelivered.ts';
import { invitation } from './booking/invitation.ts';
import { helpWanted } from './booking/now.ts';
import { receipt } from './booking/receipt.ts';
import { place } from './booking/waitlist.ts';
import { feedback, rateNudge } from './feedback/asked.ts';
import { course, enrolled, group, notAnnounced, opened } from './groups/notices.ts';
import { officeNotice } from './groups/office.ts';
import { pollNotice } from './groups/poll.ts';
import { takenOut } from './groups/take-out.ts';
import { steps } from './learning/aims.ts';
import { moderated } from './person/complain.ts';
import { creditsGranted } from './person/credits.ts';
import { emailCode } from './person/email-code.ts';
import { foreignCalendar } from './person/foreign-calendar.ts';
import { myData } from './person/my-data.ts';
import { observe, observed, observerAsked, observerNews } from './person/observer-notices.ts';
import { meetAgain, paired } from './person/pair-notices.ts';
import { lateNotice, silent, stillComing } from './room/coming.ts';
import { linkWanted } from './room/link-wanted.ts';
import { link, meeting } from './room/meeting.ts';
import { recording, recordingAsked } from './room/recording.ts';
import { reminder } from './room/reminder.ts';
import { calendar } from './session/calendar.ts';
import { calendars } from './session/calendars.ts';
import { cancelled, declined, expired } from './session/closed.ts';
import { confirmed } from './session/confirmed.ts';
import { eventChanged } from './session/event-changed.ts';
import { handedOver, takenOver } from './session/hand-over.ts';
import { moved } from './session/moved.ts';
import { otherLeft } from './session/other-left.ts';
import { timesLapsed, timesProposed, timesRefused } from './session/proposed.ts';
import { nudge, request } from './session/requested.ts';
import { requests } from './session/requests.ts';
import { seriesEnding } from './session/series-ending.ts';
import { occurrence, seriesCardNotice, seriesNews, seriesUnanswered } from './session/series-notices.ts';
import type { Notices } from './shared/notices.ts';
import { filesNotice } from './talk/files.ts';
import { messageNotice } from './talk/messages.ts';
import { statementNotice } from './teaching/statement-notice.ts';

/** Everything that the bot says by itself, by the kind that it is owed as. */
export const notices: Notices = {
  receipt,
  request,
  requests,
  nudge,
  unanswered,
  confirmed,
  declined,
  expired,
  cancelled,
  moved,
  reopened,
  'times-proposed': timesProposed,
  'times-refused': timesRefused,
  'times-lapsed': timesLapsed,
  late: lateNotice,
  message: messageNotice,
  files: filesNotice,
  steps,
  'handed-over': handedOver,
  'taken-over': takenOver,
  'taken-out': takenOut,
  'still-coming': stillComing,
  silent,
  meeting,
  opened,
  group,
  course,
  enrolled,
  poll: pollNotice,
  office: officeNotice,
  'not-announced': notAnnounced,
  link,
  'link-wanted': linkWanted,
  reminder,
  calendar,
  calendars,
  'email-code': emailCode,
  'test-mail': testMailNotice,
  'event-changed': eventChanged,
  'foreign-calendar': foreignCalendar,
  'recording-asked': recordingAsked,
  recording,
  feedback,
  'rate-nudge': rateNudge,
  'other-left': otherLeft,
  'person-left': personLeft,
  disputed,
  decided,
  'low-rating': lowRating,
  'no-shows': noShows,
  application,
  'application-news': applicationNews,
  paused,
  'credits-granted': creditsGranted,
  'observer-asked': observerAsked,
  paired,
  'meet-again': meetAgain,
  'pair-quiet': pairQuiet,
  observe,
  'observer-news': observerNews,
  observed,
  'tutor-paused': tutorPaused,
  occurrence,
  'series-card': seriesCardNotice,
  'series-news': seriesNews,
  'series-ending': seriesEnding,
  'series-unanswered': seriesUnanswered,
  invitation,
  place,
  'help-wanted': helpWanted,
  'sessions-file': sessionsFile,
  'cared-for': caredFor,
  'booked-for': bookedFor,
  'my-data': myData,
  linked,
  statement: statementNotice,
  complaint: complained,
  moderated,
  'role-not-given': roleNotGiven,
  undelivered,
  'dead-letter': deadLetter,
  digest,
  'platform-trouble': platformTrouble,
  'platform-recovered': platformRecovered,
  'chat-trouble': chatTrouble,
  'chat-recovered': chatRecovered,
};
