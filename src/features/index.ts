import type { Handler } from '../conversation/handler.ts';
import { applicationAnswer, applicationApprove, applicationAsk, applicationRefuse } from './admin/application.ts';
import { audit } from './admin/audit.ts';
import { tutoringBlocks } from './admin/blocks.ts';
import { bookFor, bookForThen } from './admin/book-for.ts';
import { care } from './admin/care.ts';
import { complainant, decideComplaint } from './admin/complaint.ts';
import { tutoringCredits } from './admin/credits.ts';
import { decide } from './admin/decide.ts';
import { creditRules, grantCredits, withdrawCredits } from './admin/grant-credits.ts';
import { handTo } from './admin/hand-to.ts';
import { holidayAdd, holidayRemove, holidays, holidaysRead } from './admin/holidays.ts';
import { importNow, importSent, importTable } from './admin/import.ts';
import { unlink } from './admin/linked.ts';
import { nudge } from './admin/nudge.ts';
import { confirmObserver, setObserver, tutoringObservers } from './admin/observers.ts';
import { endPair, pairPeople, takeProposals } from './admin/pair-people.ts';
import { people } from './admin/people.ts';
import { endProgramme, openProgramme, programme } from './admin/programme.ts';
import { reopen } from './admin/reopen.ts';
import { report } from './admin/report.ts';
import { messageRule, rules } from './admin/rules.ts';
import { sessionHistory } from './admin/session-history.ts';
import { exportSessions } from './admin/sessions-file.ts';
import { setup } from './admin/setup.ts';
import { subjectChange, subjects } from './admin/subjects.ts';
import { testMail } from './admin/test-mail.ts';
import { tutoring } from './admin/tutoring.ts';
import { tutoringFilter, tutoringSessions } from './admin/tutoring-sessions.ts';
import { tutoringStatement } from './admin/tutoring-statement.ts';
import { adminTutors } from './admin/tutors.ts';
import { whoAsks } from './admin/who-asks.ts';
import { book, bookChosen, bookZone } from './booking/book.ts';
import { bookAgain } from './booking/book-again.ts';
import { bookRepeat, bookSeries, repeat, seriesSend } from './booking/book-series.ts';
import { bookMeant, bookSubject, bookTyped } from './booking/book-typed.ts';
import { free } from './booking/free.ts';
import { meetJoin } from './booking/invitation.ts';
import { meet } from './booking/meet.ts';
import { now, nowHelp, nowStop } from './booking/now.ts';
import { bookTimes } from './booking/offered.ts';
import { seriesGoOn } from './booking/series-like.ts';
import { waitlistDays, waitlistJoin, waitlistLeave, waitlistTake } from './booking/waitlist.ts';
import { bookAnswers } from './booking/with-template.ts';
import { notHeld, rate } from './feedback/rate.ts';
import { announce, enrol, leave } from './groups/enrol.ts';
import { groups } from './groups/groups.ts';
import { officeAnnounce, officeClose, officeLeave, officeNext, officeQueue, openOffice } from './groups/office.ts';
import { changeGroup, openGroup, openGroupNow } from './groups/open-group.ts';
import { askPoll, openPoll, pollAnswer, pollChoose, pollClose } from './groups/poll.ts';
import { takeOut } from './groups/take-out.ts';
import { helpCommand, tutoringHelp } from './home/help.ts';
import { aimAdd, aims, aimTick } from './learning/aims.ts';
import { note } from './learning/note.ts';
import { block, blocked, complaint, unblock } from './person/blocks.ts';
import { calendarChange, calendarCommand } from './person/calendar.ts';
import { complainAbout } from './person/complain.ts';
import { confirmEmail, sendCode } from './person/confirm-email.ts';
import { credits } from './person/credits.ts';
import { deleteMe } from './person/delete-me.ts';
import { connectCalendar, connectGoogle, removeCalendar } from './person/foreign-calendar.ts';
import { link, linkSure } from './person/link.ts';
import { observedSessions } from './person/observed-sessions.ts';
import { agreeToObserve, askObserver, endObserver, observer } from './person/observers.ts';
import { settings } from './person/settings.ts';
import { chooseZone, timezone } from './person/timezone.ts';
import { cannotCome, coming, late } from './room/coming.ts';
import { end, join, tick } from './room/join.ts';
import { makeAgain, newLink, otherPlatform, ownLink } from './room/new-link.ts';
import { record } from './room/record.ts';
import { choosePlatform, confirm, decline } from './session/answer.ts';
import { cancel } from './session/cancel.ts';
import { clearDay, clearDaySure } from './session/clear-day.ts';
import { confirmAll } from './session/confirm-all.ts';
import { handOver } from './session/hand-over.ts';
import { move, moveTo } from './session/move.ts';
import { dropMove, moveRest, takeMove } from './session/move-rest.ts';
import { propose, proposeTime, refuseTimes, takeTime, withdrawTimes } from './session/propose.ts';
import { readNote } from './session/read-note.ts';
import { confirmListed, listedRequests } from './session/requests.ts';
import { series, seriesConfirm, seriesDecline, seriesNudge, seriesPlatform } from './session/series.ts';
import { open, sessions } from './session/sessions.ts';
import { sessionsFilter } from './session/sessions-filter.ts';
import { week } from './session/week.ts';
import { whichToCancel } from './session/which-to-cancel.ts';
import type { Deps } from './shared/deps.ts';
import { filesAgain, giveFiles } from './talk/files.ts';
import { message, messages } from './talk/messages.ts';
import { availability, availabilityHours } from './teaching/availability.ts';
import { availabilityDays, availabilityRemove } from './teaching/availability-days.ts';
import { availabilityLimits, availabilityRules } from './teaching/availability-rules.ts';
import { statement } from './teaching/statement.ts';
import { teach, teachPlatform } from './teaching/teach.ts';
import { teachRooms } from './teaching/teach-rooms.ts';
import { template, templatePlatform, templateRemove, templates } from './teaching/templates.ts';
import { tutors } from './teaching/tutors.ts';

/** Everything that people can do, by the name that buttons and commands carry. */
export const handlers: Readonly<Record<string, Handler<Deps>>> = {
  book,
  'book-chosen': bookChosen,
  'book-zone': bookZone,
  'book-times': bookTimes,
  'book-typed': bookTyped,
  'book-subject': bookSubject,
  'book-meant': bookMeant,
  'book-again': bookAgain,
  free,
  now,
  'now-stop': nowStop,
  'now-help': nowHelp,
  'waitlist-join': waitlistJoin,
  'waitlist-days': waitlistDays,
  'waitlist-take': waitlistTake,
  'waitlist-leave': waitlistLeave,
  'book-repeat': bookRepeat,
  repeat,
  'book-series': bookSeries,
  'series-send': seriesSend,
  'series-go-on': seriesGoOn,
  series,
  'series-confirm': seriesConfirm,
  'series-decline': seriesDecline,
  'series-platform': seriesPlatform,
  'series-nudge': seriesNudge,
  'move-rest': moveRest,
  'take-move': takeMove,
  'drop-move': dropMove,
  confirm,
  'confirm-all': confirmAll,
  'confirm-listed': confirmListed,
  requests: listedRequests,
  'choose-platform': choosePlatform,
  decline,
  'new-link': newLink,
  'other-platform': otherPlatform,
  'own-link': ownLink,
  'make-again': makeAgain,
  record,
  late,
  coming,
  'cannot-come': cannotCome,
  rules,
  'who-asks': whoAsks,
  'message-rule': messageRule,
  'test-mail': testMail,
  cancel,
  'which-to-cancel': whichToCancel,
  join,
  tick,
  end,
  rate,
  'not-held': notHeld,
  sessions,
  week,
  open,
  'read-note': readNote,
  tutors,
  teach,
  statement,
  'teach-platform': teachPlatform,
  'teach-rooms': teachRooms,
  availability,
  'availability-hours': availabilityHours,
  'availability-days': availabilityDays,
  'availability-remove': availabilityRemove,
  'availability-rules': availabilityRules,
  'availability-limits': availabilityLimits,
  templates,
  template,
  'template-platform': templatePlatform,
  'template-remove': templateRemove,
  'book-answers': bookAnswers,
  'open-group': openGroup,
  'change-group': changeGroup,
  'open-group-now': openGroupNow,
  groups,
  'open-office': openOffice,
  'office-announce': officeAnnounce,
  'office-queue': officeQueue,
  'office-leave': officeLeave,
  'office-next': officeNext,
  'office-close': officeClose,
  'open-poll': openPoll,
  'ask-poll': askPoll,
  'poll-answer': pollAnswer,
  'poll-choose': pollChoose,
  'poll-close': pollClose,
  message,
  messages,
  'give-files': giveFiles,
  'files-again': filesAgain,
  aims,
  'aim-add': aimAdd,
  'aim-tick': aimTick,
  note,
  enrol,
  leave,
  'take-out': takeOut,
  announce,
  settings,
  complaint,
  'complain-about': complainAbout,
  'decide-complaint': decideComplaint,
  complainant,
  block,
  unblock,
  blocked,
  'delete-me': deleteMe,
  link,
  'link-sure': linkSure,
  unlink,
  'confirm-email': confirmEmail,
  'send-code': sendCode,
  calendar: calendarCommand,
  'calendar-change': calendarChange,
  'connect-calendar': connectCalendar,
  'connect-google': connectGoogle,
  'remove-calendar': removeCalendar,
  timezone,
  'choose-zone': chooseZone,
  nudge,
  decide,
  reopen,
  report,
  care,
  people,
  audit,
  subjects,
  'subject-change': subjectChange,
  'book-for': bookFor,
  'book-for-then': bookForThen,
  'tutoring-tutors': adminTutors,
  'import-table': importTable,
  'import-sent': importSent,
  'import-now': importNow,
  'export-sessions': exportSessions,
  'session-history': sessionHistory,
  credits,
  'tutoring-credits': tutoringCredits,
  'grant-credits': grantCredits,
  'withdraw-credits': withdrawCredits,
  'credit-rules': creditRules,
  programme,
  'open-programme': openProgramme,
  'end-programme': endProgramme,
  'pair-people': pairPeople,
  'take-proposals': takeProposals,
  'end-pair': endPair,
  observer,
  'ask-observer': askObserver,
  'agree-to-observe': agreeToObserve,
  'end-observer': endObserver,
  'observed-sessions': observedSessions,
  'tutoring-observers': tutoringObservers,
  'tutoring-blocks': tutoringBlocks,
  'confirm-observer': confirmObserver,
  'set-observer': setObserver,
  meet,
  'meet-join': meetJoin,
  move,
  'move-to': moveTo,
  propose,
  'sessions-filter': sessionsFilter,
  'clear-day': clearDay,
  'clear-day-sure': clearDaySure,
  'hand-over': handOver,
  'hand-to': handTo,
  'propose-time': proposeTime,
  'take-time': takeTime,
  'refuse-times': refuseTimes,
  'withdraw-times': withdrawTimes,
  tutoring,
  'tutoring-sessions': tutoringSessions,
  'tutoring-filter': tutoringFilter,
  'tutoring-help': tutoringHelp,
  setup,
  'application-approve': applicationApprove,
  'application-ask': applicationAsk,
  'application-refuse': applicationRefuse,
  'application-answer': applicationAnswer,
  'tutoring-statement': tutoringStatement,
  holidays,
  'holiday-add': holidayAdd,
  'holidays-read': holidaysRead,
  'holiday-remove': holidayRemove,
  help: helpCommand,
};
