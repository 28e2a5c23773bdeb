import type { Command, Handler } from '../conversation/handler.ts';
import type { CommandName } from '../conversation/words/command-words.ts';
import { LENGTHS_MINUTES } from '../core/limits.ts';
import { choosePlatform, confirm, confirmAll, decline } from './answer.ts';
import { book, bookChosen, bookZone } from './book.ts';
import { bookAgain } from './book-again.ts';
import { cancel } from './cancel.ts';
import type { Deps } from './deps.ts';
import { end, join, tick } from './join.ts';
import { meet } from './meet.ts';
import { nudge } from './moderate.ts';
import { move, moveTo } from './move.ts';
import { makeAgain, newLink, otherPlatform, ownLink } from './new-link.ts';
import { notHeld, rate } from './rate.ts';
import { record } from './record.ts';
import { open, sessions } from './sessions.ts';
import { settings } from './settings.ts';
import { startAsHost } from './start-as-host.ts';
import { teach, teachPlatform } from './teach.ts';
import { teachRooms } from './teach-rooms.ts';
import { chooseZone, timezone } from './timezone.ts';
import { tutoring } from './tutoring.ts';
import { tutors } from './tutors.ts';

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

/** The slash commands, with their options in the order in which they are typed where there are no named options. */
export const commands: readonly (Command & { readonly name: CommandName })[] = [
  {
    name: 'book',
    forAdminsOnly: false,
    options: [
      { name: 'tutor', kind: 'suggested' },
      { name: 'subject', kind: 'suggested' },
      { name: 'when', kind: 'suggested' },
      { name: 'length', kind: 'choice', choices: LENGTHS_MINUTES.map(String) },
      { name: 'note', kind: 'text' },
    ],
  },
  {
    name: 'sessions',
    forAdminsOnly: false,
    options: [{ name: 'which', kind: 'choice', choices: ['upcoming', 'past'] }],
  },
  { name: 'tutors', forAdminsOnly: false, options: [{ name: 'subject', kind: 'suggested' }] },
  {
    name: 'teach',
    forAdminsOnly: false,
    options: [{ name: 'what', kind: 'choice', choices: ['change', 'pause', 'resume'] }],
  },
  { name: 'settings', forAdminsOnly: false, options: [] },
  { name: 'timezone', forAdminsOnly: false, options: [{ name: 'zone', kind: 'suggested' }] },
  {
    name: 'meet',
    forAdminsOnly: false,
    options: [
      { name: 'person', kind: 'suggested' },
      { name: 'platform', kind: 'suggested' },
    ],
  },
  {
    name: 'tutoring',
    forAdminsOnly: true,
    options: [{ name: 'what', kind: 'choice', choices: ['status', 'sessions'] }],
  },
];
