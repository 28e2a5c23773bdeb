import type { Command } from '../../conversation/handler.ts';
import type { CommandName } from '../../conversation/languages/command-words.ts';
import { languages } from '../../conversation/languages/index.ts';
import { ownName } from '../../conversation/languages/own-name.ts';
import { LENGTHS_MINUTES, NOTE_MOST } from '../../core/limits.ts';

const LANGUAGES = Object.fromEntries(languages.map(({ id }) => [id, ownName(id)]));

const STATES = ['requested', 'confirmed', 'started', 'ended', 'declined', 'expired', 'cancelled'];

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
      { name: 'note', kind: 'text', most: NOTE_MOST },
      { name: 'repeat', kind: 'text', most: 100 },
    ],
  },
  {
    name: 'sessions',
    forAdminsOnly: false,
    options: [
      { name: 'which', kind: 'choice', choices: ['upcoming', 'week', 'past'] },
      { name: 'person', kind: 'suggested' },
    ],
  },
  { name: 'tutors', forAdminsOnly: false, options: [{ name: 'subject', kind: 'suggested' }] },
  {
    name: 'teach',
    forAdminsOnly: false,
    options: [
      {
        name: 'what',
        kind: 'choice',
        choices: ['change', 'pause', 'resume', 'group', 'office', 'poll', 'templates', 'statement'],
      },
    ],
  },
  { name: 'availability', forAdminsOnly: false, options: [{ name: 'change', kind: 'text', most: 500 }] },
  { name: 'free', forAdminsOnly: false, options: [{ name: 'until', kind: 'text', most: 100 }] },
  { name: 'now', forAdminsOnly: false, options: [{ name: 'subject', kind: 'suggested' }] },
  {
    name: 'settings',
    forAdminsOnly: false,
    options: [{ name: 'what', kind: 'choice', choices: ['change', 'quiet', 'blocked', 'data', 'delete'] }],
  },
  { name: 'link', forAdminsOnly: false, options: [{ name: 'code', kind: 'text', most: 20 }] },
  { name: 'timezone', forAdminsOnly: false, options: [{ name: 'zone', kind: 'suggested' }] },
  { name: 'calendar', forAdminsOnly: false, options: [] },
  { name: 'credits', forAdminsOnly: false, options: [] },
  { name: 'observer', forAdminsOnly: false, options: [{ name: 'person', kind: 'suggested' }] },
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
    options: [],
    words: [
      { name: 'status', handler: 'tutoring', options: [] },
      {
        name: 'sessions',
        handler: 'tutoring-sessions',
        options: [
          { name: 'person', kind: 'suggested' },
          { name: 'state', kind: 'choice', choices: STATES },
          { name: 'day', kind: 'text', most: 100 },
        ],
      },
      {
        name: 'report',
        handler: 'report',
        options: [{ name: 'period', kind: 'choice', choices: ['week', 'month', 'term'] }],
      },
      { name: 'export', handler: 'export-sessions', options: [{ name: 'days', kind: 'text', most: 100 }] },
      { name: 'import', handler: 'import-table', options: [{ name: 'file', kind: 'file' }] },
      { name: 'tutors', handler: 'tutoring-tutors', options: [{ name: 'tutor', kind: 'suggested' }] },
      { name: 'people', handler: 'people', options: [{ name: 'person', kind: 'suggested' }] },
      { name: 'subjects', handler: 'subjects', options: [] },
      {
        name: 'book',
        handler: 'book-for',
        options: [
          { name: 'learner', kind: 'suggested' },
          { name: 'tutor', kind: 'suggested' },
          { name: 'subject', kind: 'suggested' },
          { name: 'when', kind: 'text', most: 100 },
          { name: 'length', kind: 'choice', choices: LENGTHS_MINUTES.map(String) },
          { name: 'note', kind: 'text', most: NOTE_MOST },
        ],
      },
      {
        name: 'audit',
        handler: 'audit',
        options: [
          { name: 'person', kind: 'suggested' },
          { name: 'day', kind: 'text', most: 100 },
        ],
      },
      { name: 'holidays', handler: 'holidays', options: [] },
      {
        name: 'setup',
        handler: 'setup',
        options: [
          { name: 'channel', kind: 'channel' },
          { name: 'language', kind: 'choice', choices: Object.keys(LANGUAGES), called: LANGUAGES },
        ],
      },
      { name: 'credits', handler: 'tutoring-credits', options: [{ name: 'person', kind: 'suggested' }] },
      { name: 'observers', handler: 'tutoring-observers', options: [] },
      { name: 'blocks', handler: 'tutoring-blocks', options: [] },
      {
        name: 'statement',
        handler: 'tutoring-statement',
        options: [
          { name: 'person', kind: 'suggested' },
          { name: 'period', kind: 'text', most: 100 },
        ],
      },
      { name: 'programme', handler: 'programme', options: [{ name: 'name', kind: 'suggested' }] },
      { name: 'help', handler: 'tutoring-help', options: [] },
    ],
  },
  { name: 'help', forAdminsOnly: false, options: [] },
];
