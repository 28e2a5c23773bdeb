import type { Handler } from '../conversation/handler.ts';
import { nudge } from './admin/nudge.ts';
import { tutoring } from './admin/tutoring.ts';
import { book, bookChosen, bookZone } from './booking/book.ts';
import { bookAgain } from './booking/book-again.ts';
import { meet } from './booking/meet.ts';
import { notHeld, rate } from './feedback/rate.ts';
import { settings } from './person/settings.ts';
import { chooseZone, timezone } from './person/timezone.ts';
import { end, join, tick } from './room/join.ts';
import { makeAgain, newLink, otherPlatform, ownLink } from './room/new-link.ts';
import { record } from './room/record.ts';
import { startAsHost } from './room/start-as-host.ts';
import { choosePlatform, confirm, confirmAll, decline } from './session/answer.ts';
import { cancel } from './session/cancel.ts';
import { move, moveTo } from './session/move.ts';
import { open, sessions } from './session/sessions.ts';
import type { Deps } from './shared/deps.ts';
import { teach, teachPlatform } from './teaching/teach.ts';
import { teachRooms } from './teaching/teach-rooms.ts';
import { tutors } from './teaching/tutors.ts';

/** Everything that people can do, by the name that buttons and commands carry. */
export const handlers: Readonly<Record<string, Handler<Deps>>> = {
  book,
  'book-chosen': bookChosen,
  'book-zone': bookZone,
  'book-again': bookAgain,
  confirm,
  'confirm-all': confirmAll,
  'choose-platform': choosePlatform,
  decline,
  'new-link': newLink,
  'other-platform': otherPlatform,
  'own-link': ownLink,
  'make-again': makeAgain,
  'start-as-host': startAsHost,
  record,
  cancel,
  join,
  tick,
  end,
  rate,
  'not-held': notHeld,
  sessions,
  open,
  tutors,
  teach,
  'teach-platform': teachPlatform,
  'teach-rooms': teachRooms,
  settings,
  timezone,
  'choose-zone': chooseZone,
  nudge,
  meet,
  move,
  'move-to': moveTo,
  tutoring,
};
