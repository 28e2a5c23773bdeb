import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHOICE_TEXT, COMMAND_DESCRIPTION, COMMAND_NAME } from '../src/chat/discord/limits.ts';
import type { CommandWords } from '../src/conversation/languages/command-words.ts';
import { en } from '../src/conversation/languages/en/words.ts';
import { es } from '../src/conversation/languages/es/words.ts';
import { languages as table, usual } from '../src/conversation/languages/index.ts';
import type { Words } from '../src/conversation/languages/language.ts';
import { pt } from '../src/conversation/languages/pt/words.ts';
import type { Span, Text } from '../src/conversation/message.ts';
import { plain } from '../src/conversation/say.ts';
import { parseWhen } from '../src/conversation/when/parse.ts';
import { parseWeekly } from '../src/conversation/when/weekly.ts';
import { findZones } from '../src/conversation/when/zones.ts';
import type { RefusalCode, Refusals } from '../src/core/refusal.ts';
import { commands } from '../src/features/shared/commands.ts';

const ENGLISH = new URL('../src/conversation/languages/en/', import.meta.url);

const languages = table.map((language) => [language.id, language.words, language] as const);

/** Data of every refusal: a code without words or without an example here does not compile. */
const REFUSED = {
  'unclear-time': { words: ['after next'] },
  'not-a-time': {},
  past: {},
  'not-a-room': {},
  'too-far': { days: 60 },
  'too-long': { most: 2000 },
  'length-not-offered': { minutes: [30, 45, 60] },
  'unknown-tutor': { typed: 'Teo' },
  'tutor-paused': { tutor: 'Theo' },
  yourself: {},
  'unknown-subject': { typed: 'Elvish', known: ['Algebra', 'Latin'] },
  'unknown-zone': { typed: 'Atlantis' },
  'unknown-platform': {},
  'tutor-busy': { tutor: 'Theo' },
  'you-are-busy': {},
  'you-are-full': { most: 2, per: 'week' },
  'you-are-too-close': { minutes: 30 },
  'asked-already': { tutor: 'Theo', startsAt: new Date('2026-12-01T16:45Z') },
  'person-busy': { name: 'Lena' },
  'time-busy': { name: 'Lena', at: new Date('2026-12-01T16:45Z') },
  'same-time': {},
  'no-other-time': {},
  'group-stays': {},
  'too-many-open': { most: 5 },
  'too-many-weekly': { most: 2 },
  'programme-over': {},
  'too-many-pairs': { most: 200 },
  'observes-self': {},
  'observer-already': { name: 'Theo' },
  'no-credit': { needs: 8, has: 3 },
  'said-already': {},
  'subject-gone': {},
  'subject-taken': { name: 'Latin' },
  silenced: {},
  'still-teaches': { count: 2 },
  'teaches-no-more': {},
  'no-terms': {},
  'request-of-series': {},
  'spoken-of': {},
  'not-a-number': { least: 1, most: 1000 },
  'too-many-times': { most: 3 },
  'times-over': {},
  'not-for-two': { hasTutor: true },
  'unknown-person': { typed: 'Teo' },
  'not-approved': {},
  'cannot-post': { chat: 'slack' },
  'unknown-language': { known: ['English', 'español'] },
  alone: {},
  'nobody-free': { subject: 'Algebra' },
  'times-suggested': {},
  'no-address': {},
  'aim-gone': {},
  'aims-enough': { most: 10 },
  'talk-closed': {},
  'no-messages': {},
  'too-many-files': { most: 3 },
  'file-too-large': { name: 'homework.png', megabytes: 8 },
  'not-a-table': { name: 'people.xlsx' },
  'file-of-no-kind': { name: 'homework.exe' },
  'file-not-there': { name: 'homework.png' },
  'files-gone': {},
  'nobody-to-write-to': {},
  'not-for-admins': {},
  'not-yours': {},
  'only-admins': {},
  'own-dispute': {},
  'only-tutors': {},
  'moved-on': { state: 'cancelled' },
  'passed-over': { isTaken: true },
  changed: {},
  'no-such-session': {},
  'too-early': { opensAt: new Date('2026-12-01T16:45Z') },
  'too-late': {},
  'no-meeting-yet': {},
  'cannot-record': {},
  'tutor-away': { tutor: 'Theo' },
  'tutor-full': { tutor: 'Theo', most: 3, per: 'day' },
  'too-soon': { tutor: 'Theo', minutes: 45 },
  'outside-hours': { tutor: 'Theo' },
  'closed-then': { name: 'Winter break' },
  'rating-closed': {},
  'not-a-rating': {},
  'not-together': { platform: 'Discord' },
  'wrong-code': { left: 4 },
  'not-a-calendar-address': {},
  'too-many-calendars': { most: 5 },
  'no-google-calendar': {},
  'google-calendar-not-granted': {},
  'google-calendar-not-visible': {},
  'google-calendar-unreachable': {},
  'code-over': {},
  'too-many-codes': { within: 'hour' },
  'no-such-code': {},
  'too-many-guesses': { minutes: 10 },
  'linked-already': {},
  'link-elsewhere': {},
  'too-many-complaints': { most: 5 },
  suspended: { until: new Date('2026-12-01T16:45Z') },
  banned: {},
  'may-not-ask': {},
  'not-a-group': { typed: 'learners' },
  'own-complaint': {},
  'complaint-over': {},
  'link-apart': {},
  'link-together': { subject: 'Algebra', at: new Date('2026-12-01T16:45Z') },
  'link-overlap': { subject: 'Algebra', at: new Date('2026-12-01T16:45Z') },
  'not-linked': {},
  'no-mail': {},
  'not-a-lead': { typed: 'soon' },
  'not-a-week': { at: 'sometimes' },
  'too-many-days': { most: 60 },
  'not-a-day': { typed: 'someday' },
  'days-backwards': {},
  'not-a-calendar': {},
  'waiting-enough': { most: 5 },
  'place-gone': {},
  'nobody-there': { subject: 'Algebra' },
  'asked-for-help': {},
  'help-over': {},
  'free-too-long': { hours: 12 },
  'not-hours': { typed: 'later' },
  'not-places': { least: 2, most: 100 },
  'office-closed': {},
  'office-open-already': {},
  'own-office': {},
  'nobody-waits': {},
  'nobody-free-now': {},
  'office-too-long': { hours: 12 },
  'not-as-many-times': { least: 2, most: 10 },
  'poll-over': {},
  'own-poll': {},
  'nobody-asked': {},
  'too-many-templates': { most: 10 },
  'too-many-questions': { most: 5 },
  'template-gone': {},
  'in-already': {},
  'not-in': {},
  'leave-instead': {},
  'no-channel': {},
  'nothing-taught': {},
  'nothing-held': {},
  'period-too-long': { days: 366 },
  'not-an-email': { typed: 'lena at home' },
  'not-an-account': { typed: 'theo' },
  'too-many-requests': { most: 5 },
  'too-quick': { seconds: 20 },
  'too-many-invitations': { most: 3 },
  'invited-already': { name: 'Lena' },
  'invitation-over': {},
  'too-many-with-tutor': { most: 2, tutor: 'Theo' },
  'not-a-tutor': {},
  required: {},
  'not-understood': {},
  'draft-gone': {},
  'not-a-repeat': { typed: 'sometimes' },
  'series-too-long': { most: 52 },
  'series-too-short': { least: 2 },
  'series-taken': { starts: [new Date('2026-12-01T16:45Z')] },
  'series-goes-on': {},
} as const satisfies { [Code in RefusalCode]: Refusals[Code] };

/** The same sentence about other data, where it is another sentence. */
const REFUSED_OTHERWISE: readonly { [Code in RefusalCode]: [Code, Refusals[Code]] }[RefusalCode][] = [
  ['unknown-tutor', { typed: '' }],
  ['tutor-full', { tutor: 'Theo', most: 1, per: 'week' }],
  ['you-are-full', { most: 1, per: 'day' }],
  ['closed-then', { name: undefined }],
  ['cannot-post', { chat: 'discord' }],
  ['not-for-two', { hasTutor: false }],
  ['too-many-open', { most: 1 }],
  ['too-many-weekly', { most: 1 }],
  ['no-credit', { needs: 1, has: 0 }],
  ['no-credit', { needs: 2, has: 1, name: 'Lena' }],
  ['too-many-requests', { most: 1 }],
  ['series-taken', { starts: [new Date('2026-12-01T16:45Z'), new Date('2026-12-08T16:45Z')] }],
  ['too-quick', { seconds: 1 }],
  ['too-many-with-tutor', { most: 1, tutor: 'Theo' }],
  [
    'unknown-tutor',
    {
      typed: 'Jo',
      like: [
        { id: '1', name: 'Jonas' },
        { id: '2', name: 'Joan' },
      ],
    },
  ],
  ['unknown-subject', { typed: 'Elvish', known: ['Algebra'], tutor: 'Theo' }],
  ['unknown-person', { typed: '' }],
  [
    'unknown-person',
    {
      typed: 'Theo',
      like: [
        { id: '1', name: 'Theo Park' },
        { id: '2', name: 'Theo Prieto' },
      ],
    },
  ],
  ['unknown-subject', { typed: 'Elvish', known: [] }],
  ['not-a-lead', { typed: '' }],
  ['not-a-week', { at: '9-5', meant: { from: '9', until: '5', hours24: '9-17', hours12: '9am-5pm' } }],
  ...['requested', 'confirmed', 'declined', 'expired', 'started', 'ended', 'other'].map(
    (state): ['moved-on', Refusals['moved-on']] => ['moved-on', { state }],
  ),
];

type Worder = (...given: readonly unknown[]) => string | Text;
type Leaf = string | Text | Worder;

/** Every word of a language under its path, such as `book.fields.tutor`. */
function leavesOf(tree: object, path = ''): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const [key, value] of Object.entries(tree) as [string, Leaf | object][]) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string' || typeof value === 'function' || isText(value)) leaves.set(here, value as Leaf);
    else for (const [inner, leaf] of leavesOf(value, here)) leaves.set(inner, leaf);
  }
  return leaves;
}

function isText(value: unknown): value is Text {
  return Array.isArray(value) && value.every((one: Partial<Span>) => typeof one.kind === 'string');
}

const showMoment = (at: Date) => at.toISOString();
const told = (words: string | Text) => (typeof words === 'string' ? words : plain(words, showMoment));

/** What is said when `given` is put in; without it, marks that show where it went. */
function said(leaf: Leaf, given?: readonly unknown[]): string {
  if (typeof leaf !== 'function') return told(leaf);
  return told(leaf(...(given ?? Array.from({ length: leaf.length }, (_, index) => mark(index)))));
}

const mark = (index: number) => `<${index}>`;

function refused(words: Words, code: RefusalCode, data: unknown): string {
  const sentence = words.refusals[code] as (data: unknown, zone: string | undefined) => Text;
  return told(sentence(data, 'Europe/Berlin'));
}

function without(words: Words): Omit<Words, 'refusals' | 'commands'> {
  const { refusals: _refusals, commands: _commands, ...rest } = words;
  return rest;
}

/** Everything that a language says, worded: refusals with their examples, the rest with marks. */
function everythingSaid(words: Words): ReadonlyMap<string, string> {
  const examples = [...(Object.entries(REFUSED) as [RefusalCode, unknown][]), ...REFUSED_OTHERWISE];
  return new Map([
    ...[...leavesOf(without(words))].map(([path, leaf]) => [path, said(leaf)] as const),
    ...['dmsClosedHint.slack', 'dmsClosedHint.discord'].map((key) => {
      const leaf = leavesOf(words.chat).get(key) ?? '';
      return [`reception.dmsWereClosed of ${key}`, told(words.reception.dmsWereClosed(said(leaf)))] as const;
    }),
    ['receipt.toAny one', told(words.receipt.toAny(1, { kind: 'plain', text: '<1>' }))],
    ['request.earlier one', told(words.request.earlier(1, { kind: 'plain', text: '<1>' }))],
    ['book.needDay without time', told(words.book.needDay(''))],
    ...examples.map(([code, data], index) => [`refusals.${code} ${index}`, refused(words, code, data)] as const),
  ]);
}

/** What is a name, or nothing but what is put in. */
const SAME_EVERYWHERE = [
  'calendar.feedName',
  'calendar.outlook',
  'fields.tutor',
  'fields.webhooks',
  'asAdmin',
  'book.fields.tutor',
  'book.tutorOption',
  'book.previewZone',
  'whenAndLength',
  'help.line',
  'join.here',
  'series.line',
  'talk.line',
  'learning.line',
  'template.option',
  'tutors.rating',
  'moderation.deadLetterKind',
  'door.title',
];
/** What happens to be the same word in one of them. */
const SAME_IN: Readonly<Record<string, readonly string[]>> = {
  es: ['calendar.google', 'rules.asks.no', 'talk.rule.off'],
  pt: [
    'availability.dayHoursPlaceholder',
    'buttons.status',
    'export.heads.tutor',
    'fields.link',
    'series.counted',
    'teach.roomPlaceholder',
  ],
};

describe('all languages', () => {
  test('say the same things, with the same data', () => {
    const shape = (words: Words) =>
      [...leavesOf(words)].map(([path, leaf]) => {
        const kind = typeof leaf === 'function' ? `function of ${leaf.length}` : typeof leaf;
        return `${path}: ${path.startsWith('refusals.') ? 'refusal' : kind}`;
      });
    for (const [id, words] of languages) expect(shape(words).toSorted(), id).toEqual(shape(en).toSorted());
  });

  test.each(languages)('%s puts in everything that it is given', (_, words) => {
    for (const [path, leaf] of leavesOf(without(words))) {
      if (typeof leaf !== 'function') continue;
      for (let index = 0; index < leaf.length; index++) expect(said(leaf), path).toContain(mark(index));
    }
    for (const [code, data] of Object.entries(REFUSED) as [RefusalCode, Record<string, unknown>][]) {
      for (const one of Object.values(data).flat()) {
        if (
          [
            'moved-on',
            'passed-over',
            'tutor-full',
            'you-are-full',
            'not-for-two',
            'cannot-post',
            'too-many-codes',
          ].includes(code)
        )
          continue;
        expect(refused(words, code, data), code).toContain(one instanceof Date ? showMoment(one) : String(one));
      }
    }
  });

  test.each(languages)('%s says nothing empty, undefined or untidy', (_, words) => {
    for (const [path, text] of everythingSaid(words)) {
      expect(text, path).not.toMatch(/undefined|null|NaN|\[object|^$|^\s|\s$| {2}|\.\.| [.,;?!](?!\.)|'|"/);
    }
  });

  test.each(languages)(
    '%s never ends a sentence with a time: one that ends like “a.m.” would get two full stops',
    (_, words) => {
      for (const [path, leaf] of leavesOf(without(words))) {
        if (typeof leaf !== 'function' || RELATIVE.has(path)) continue;
        const at = { kind: 'moment', at: new Date('2026-12-01T16:45Z'), style: 'full', zone: undefined } as const;
        const times = TIMES.get(path.split('.').at(-1) ?? '') ?? [];
        const given = Array.from({ length: leaf.length }, (_, index) => (times.includes(index) ? at : mark(index)));
        expect(
          plainly(() => leaf(...given)),
          path,
        ).not.toMatch(/a\.m\.\./);
      }
      for (const [code, data] of Object.entries(REFUSED) as [RefusalCode, unknown][])
        expect(
          plainly(() => (words.refusals[code] as Worder)(data, undefined)),
          code,
        ).not.toMatch(/a\.m\.\./);
    },
  );

  test.each(languages.filter(([id]) => id !== usual.id))('nothing stays English in %s', (id, words) => {
    const [english, others] = [everythingSaid(en), everythingSaid(words)];
    const same = [...english].filter(([path, text]) => others.get(path) === text).map(([path]) => path);
    expect(same.toSorted()).toEqual([...SAME_EVERYWHERE, ...(SAME_IN[id] ?? [])].toSorted());
    for (const [path, text] of others) expect(text, path).not.toMatch(/\b(the|you|your|with|and|session|please)\b/i);
  });

  test('Spanish opens what it closes, and addresses one person in a way that is at home everywhere', () => {
    for (const [path, text] of everythingSaid(es)) {
      expect([...text.matchAll(/¿/g)], path).toHaveLength([...text.matchAll(/\?/g)].length);
      expect([...text.matchAll(/¡/g)], path).toHaveLength([...text.matchAll(/!/g)].length);
      expect([...text.matchAll(/“/g)], path).toHaveLength([...text.matchAll(/”/g)].length);
      expect(text, path).not.toMatch(/\b(vosotros|vuestr[oa]s?|os|usted|vos)\b|[áéí]is\b/i);
    }
  });
});

test('Portuguese is that of Brazil: “você”, an “aula”, and none of the words of Portugal', () => {
  for (const [path, text] of everythingSaid(pt)) {
    expect([...text.matchAll(/“/g)], path).toHaveLength([...text.matchAll(/”/g)].length);
    expect(text, path).not.toMatch(
      /(?<!\p{L})(tu|teus?|tuas?|ti|contigo|vós|vosso|ecrã|utilizador|sessão|sessões)(?!\p{L})/iu,
    );
    expect(text, path).not.toMatch(/obrigad[oa]|[¿¡]/i);
  }
});

/** A time as some devices write it. Words that take no times are none of this. */
const plainly = (words: () => string | Text) => {
  const said = words();
  return typeof said === 'string' ? '' : plain(said, () => '10:51 a.m.');
};

/** Which of what they are given are times, by what English says of itself. */
const TIMES: ReadonlyMap<string, readonly number[]> = new Map(
  readdirSync(ENGLISH).flatMap((file) =>
    [...readFileSync(new URL(file, ENGLISH), 'utf8').matchAll(/(\w+): \(([^)]*: Span[^)]*)\)/g)].map(
      ([, name = '', given = '']): [string, number[]] => [
        name,
        given.split(',').flatMap((one, index) => (one.includes(': Span') ? [index] : [])),
      ],
    ),
  ),
);

/** What is said of a distance in time, such as "in 5 minutes". */
const RELATIVE = new Set(['tutoring.failsSince', 'moderation.sinceWhen']);

/** Texts that stand as a title, in a field or in a line of a list. All others are sentences. */
const NO_SENTENCES = new Set([
  'moderation.platformTrouble',
  'moderation.noHostFree',
  'moderation.platformRecovered',
  'recording.title',
  'recording.transcriptTitle',
  'recording.until',
  'recording.askedTitle',
  'reception.dmsWereClosed', // ends with the hint
  'calendar.several', // a part of one
  'help.line', // ends with the description
  'talk.withIt', // ends with names of files
  'whenAndLength',
  'availability.off', // a line of a list
  'availability.extra',
  'holidays.holiday',
  'waitlist.title',
  'talk.listTitle',
  'mail.testTitle',
  'learning.title',
  'learning.remindTitle',
  'now.wanted',
  'holidays.term',
  'book.previewZone',
  'request.title',
  'book.offerTitle',
  'request.titleAny',
  'request.titleGone',
  'request.titleAll',
  'request.oneOfAll',
  'dispute.title',
  'setup.welcomeTitle',
  'digest.title',
  'digest.more',
  'digest.lines.unanswered',
  'digest.lines.series-unanswered',
  'digest.lines.disputed',
  'digest.lines.application',
  'digest.lines.complaint',
  'digest.lines.platform-trouble',
  'application.title',
  'dispute.silentTitle',
  'moderation.lowRating',
  'moderation.lowRatingBack',
  'moderation.noShows',
  'moderation.tutorPaused',
  'teach.pausedTitle',
  'tutors.answers.minutes',
  'tutors.answers.hour',
  'tutors.answers.hours',
  'tutors.answers.day',
  'tutors.answers.days',
  'meeting.title',
  'meeting.fallback', // the card puts the full stop
  'home.requests',
  'home.today',
  'home.next',
  'home.teaching',
  'home.hours',
  'home.admin.title',
  'otherLeft.title',
  'moderation.left',
  'chatTroubles.cutOff',
  'chatTroubles.noChannel',
  'chatTroubles.recovered',
  'tutoring.line',
  'tutoring.fails', // ends with why
  'tutoring.lastFailure', // ends with why
  'tutoring.calls',
  'tutoring.left.second',
  'tutoring.left.minute',
  'tutoring.left.day',
  'tutoring.writesLeft',
  'tutoring.lastWebhook',
  'tutoring.noWebhook',
  'tutoring.attendanceSeen',
  'teach.onlyYou',
  'move.movedBy',
  'reminder.over',
  'ownLink.wasWanted',
  'tutoring.attendanceByClock',
  'recording.title',
  'recording.transcriptTitle',
  'recording.until',
  'reminder.title',
  'reminder.started',
  'join.title',
  'join.here',
  'join.nobody',
  'sessions.line',
  'sessions.page',
  'tutors.titleOf',
  'tutors.nextOpen',
  'tutors.byArrangement',
  'moderation.unanswered',
  'moderation.undelivered',
  'moderation.deadLetter',
  'moderation.deadLetters',
  'moderation.deadLetterKind',
  'meet.invitation',
  'requests.titleOf',
  'propose.field',
  'late.field',
  'clear.count',
  'sessions.with',
  'coming.saidYes',
  'coming.asked', // ends with the session
  'coming.over',
  'coming.silent',
  'coming.comes',
  'coming.yes',
  'coming.waiting',
  'rules.head',
  'observers.wanted',
  'observers.sessionsOf',
  'observers.news.confirmed',
  'observers.news.reopened',
  'observers.news.moved',
  'observers.news.handed-over',
  'observers.news.declined',
  'observers.news.expired',
  'observers.news.cancelled',
  'observers.outcome',
  'observers.andMore',
  'observers.line.asked',
  'observers.line.confirmed',
  'observers.line.active',
  'programmes.pairs',
  'programmes.pair',
  'programmes.met',
  'programmes.meets',
  'programmes.proposed',
  'programmes.quiet',
  'credits.titleOf',
  'credits.package',
  'credits.granted', // a part of a line
  'credits.withdrawn',
  'credits.uses.reserved',
  'credits.uses.taken',
  'credits.uses.kept',
  'credits.uses.returned',
  'credits.holder',
  'credits.withTutor',
  'credits.withLearner',
  'propose.fieldMine',
  'group.title',
  'group.taken',
  'group.waiting',
  'group.atLeast',
  'group.left',
  'group.waitsNoMore',
  'group.notInThat',
  'group.notAnnounced',
  'group.tooFewNews',
  'handOver.several',
  'series.title',
  'series.asks',
  'series.isOut',
  'series.more',
  'series.line',
  'series.what',
  'series.movedFrom',
  'series.unanswered',
  'series.news.moveOver',
  'series.news.moveLapsed',
  'series.news.moveLapsedMine',
  'series.news.confirmed',
  'series.news.declined',
  'series.news.cancelled',
  'series.news.moved',
  'series.news.expired',
  'series.news.waiting',
  'template.forMany',
  'foreign.failing', // ends with why
  'calendar.on',
  'calendar.changed',
  'calendar.off',
  'calendar.outdated',
  'calendar.feed', // ends with its address
  'mail.codeTitle',
  'mail.confirmed',
  'mail.changed',
  'mail.cancelled',
  'series.news.askedToMove',
  'series.news.stays',
  'series.news.place',
  'series.news.tooFew',
  'report.line',
  'report.others',
  'people.counted',
  'subjects.line',
  'subjects.also',
  'bookFor.news',
  'import.others',
  'chronicle.to',
  'reopen.news',
  'office.title',
  'office.waiting',
  'poll.title',
  'poll.fits',
  'poll.fitsThem',
  'poll.everybodyHere',
]);

/** Sentences that are shown as plain text. */
const PLAIN_SENTENCES =
  /^(statement\.noCode|paper\.(how|unsettled|missed)|check\.(.*Text|tooOften)|chat\.(notForThisServer|andMore|fileLost|unknownWord|dmsClosedHint\..*)|platformFailures\..*|chatTroubles\.(slack\..*|discord\..*|unreachable)|door\.(?!title).*|pages\..*Text|mail\.(why|answer|stop(InChat|Text|Unknown)|stoppedText)|calendar\.description|foreign\.why\..*)$/;

test.each(languages)('every sentence of %s ends like one', (_, words) => {
  for (const [path, leaf] of leavesOf(without(words))) {
    const isText = typeof leaf === 'function' ? typeof leaf('1', '2', '3') !== 'string' : typeof leaf !== 'string';
    const isSentence = isText ? !NO_SENTENCES.has(path) && !path.startsWith('news.') : PLAIN_SENTENCES.test(path);
    const isLabel = !isSentence && !isText && !/(Hint|Placeholder|Reason|tutorUnknown)$/.test(path);
    if (isSentence) expect(said(leaf), path).toMatch(/[.?!:]$/);
    if (isLabel) expect(said(leaf, ['a', 'b']), path).not.toMatch(/[.!:]$/);
  }
  for (const [path, text] of everythingSaid(words))
    if (path.startsWith('refusals.')) expect(text, path).toMatch(/[.?!]$/);
});

/** What is shown where there is little room, by the room there is: https://docs.slack.dev/reference/views and Discord's modals. */
const ROOM = [
  { what: 'buttons', most: 30, paths: /^buttons\./ },
  { what: 'buttons around messages', most: 30, paths: /^chat\.(openForm|edit)$/ },
  {
    what: 'titles of dialogs',
    most: 24,
    paths:
      /^(book\.title|request\.declineTitle|meeting\.cancelTitle|feedback\.(formTitle|notHeldTitle)|teach\.(title|roomsTitle)|holidays\.(addTitle|readTitle)|now\.title|availability\.(hoursTitle|dayTitle|rulesForm|limitsForm)|meet\.title|statement\.title|move\.title|reopen\.title|import\.title|care\.titles\..*|people\.title|bookFor\.title|subjects\.formTitle|propose\.title|settings\.title|timezone\.title|moderation\.confirmTitle|address\.codeTitle)$/,
  },
  { what: 'submit labels', most: 24, paths: /\.submit$|^buttons\.(decline|cancelSession)$/ },
  {
    what: 'labels of fields',
    most: 45,
    paths:
      /^(fields\..*|book\.fields\.(tutor|subject|when|length|note|zone)|request\.(platform|declineReason)|meeting\.cancelReason|feedback\.(rating|comment|notes|whoWasMissing)|teach\.(subjects|bio|platform|zone)|holidays\.(kind|name|from|until|text)|availability\.(\w+Label|kind|from|until|dayHours|zone)|settings\.(reminders|zone)|address\.(label|mails|code)|teach\.(room|account)|meet\.(person|platform)|move\.when|propose\.(open|when|second|third)|join\.endReason|care\.(reason|most)|statement\.(tutor|month|period))$/,
  },
  {
    what: 'options',
    most: 45,
    paths: /^(address\.mails(Yes|No)|feedback\.(ratings|missing)\..*|anyTutor|join\.items\..*)$/,
  },
  {
    what: 'the titles of rules and filters',
    most: 24,
    paths:
      /^(observers\.set(Title|Submit)|programmes\.\w+Title|credits\.(grantTitle|grantSubmit|rulesTitle)|rules\.(title|submit)|sessions\.filter(Title|Submit)|clear\.(title|submit))$/,
  },
  {
    what: 'labels of filters and of clearing',
    most: 45,
    paths:
      /^(sessions\.(which|state|person)Label|sessions\.which\..*|clear\.(tutor|day|until|way|why|adminMoves|ways\..*))$/,
  },
  {
    what: 'labels of the rules',
    most: 45,
    paths:
      /^(rules\.(asksComing|late|open|weekly)|(observers|programmes)\.\w+Label|credits\.(person|sessions|note|\w+Label))$/,
  },
  { what: 'hints and placeholders', most: 100, paths: /(?<!dmsClosed)(Hint|Placeholder)$|tutorUnknown$|^book\.choose/ },
] as const;

describe.each(languages)('the words of %s fit', (_, words) => {
  test.each(ROOM)('$what into $most characters', ({ most, paths }) => {
    const found = [...leavesOf(without(words))].filter(([path]) => paths.test(path));
    expect(found.length).toBeGreaterThan(1);
    for (const [path, leaf] of found) expect(said(leaf, ['Theodora N.']).length, path).toBeLessThanOrEqual(most);
  });
});

/** What is counted, as one reads it of more than one. */
const MANY_OF =
  /(?<![\d.,:])1 (sessions|requests|times|people|hours|days|weeks|minutes|tutors|learners|places|others|credits|packages|sesiones|solicitudes|veces|personas|horas|días|semanas|minutos|tutores|plazas|créditos|paquetes)\b/;

/** Of these there are never one: a series has two sessions at least, and what is given in minutes is set by us. */
const NEVER_ONE =
  /^(request\.titleAll|meet\.invitationText|late\.|series\.(title|asks|isOut|news\.waiting|unanswered|times)|tutors\.answers\.hours|teach\.pausedText|template\.forMany|office\.open|link\.code|mail\.codeText|complained\.text|moderation\.(noShows|tutorPausedText))/;

test.each(languages)('of one thing %s speaks as of one', (_, words) => {
  const found = [...leavesOf(without(words))].flatMap(([path, leaf]) => {
    if (typeof leaf !== 'function' || NEVER_ONE.test(path)) return [];
    const text = said(
      leaf,
      Array.from({ length: leaf.length }, () => 1),
    );
    return MANY_OF.test(text) ? [`${path}: ${text}`] : [];
  });
  expect(found).toEqual([]);
});

describe.each(languages)('what %s gives as an example is understood', (_, words, language) => {
  const quoted = (text: string) => [...text.matchAll(/“([^”]+)”/g)].map(([, inner = '']) => inner);
  const afterColon = (text: string) => text.replace(/^.*?: /, '');
  test('as a time', () => {
    const examples = [
      ...words.book.fields.whenPlaceholder.split(' · '),
      ...quoted(refused(words, 'not-a-time', {})),
      ...afterColon(words.commands.book.options['when']?.description ?? '').split(', '),
    ];
    expect(examples).toHaveLength(9);
    for (const example of examples) {
      // On a Tuesday, "Tuesday" is rightly asked about.
      for (const day of [25, 26, 27, 28, 29, 30]) {
        const context = { now: new Date(`2026-11-${day}T09:00Z`), zone: 'Europe/Madrid', language };
        expect(parseWhen(example, context), `${example}, said on the ${day}th`).toMatchObject({
          kind: 'moment',
          rest: '',
        });
      }
    }
  });

  test('as weekly hours', () => {
    const example = words.availability.hoursPlaceholder.replace(/, \p{L}+ 22-1/u, '');
    expect(refused(words, 'not-a-week', { at: '?' })).toContain(` ${example}.`);
    expect(parseWeekly(example, language)).toEqual({
      hours: [
        ...[1, 2, 3, 4, 5].map((day) => ({ day, from: '16:00', to: '19:00' })),
        { day: 6, from: '10:00', to: '12:30' },
      ],
    });
  });

  test('as a place', () => {
    const examples = words.book.fields.zonePlaceholder.replace(' …', '').split(', ');
    expect(examples).toHaveLength(3);
    for (const example of examples) expect(findZones(example, language), example).not.toEqual([]);
  });
});

describe.each(languages)('the commands in %s', (_, words) => {
  const all: readonly CommandWords[] = Object.values(words.commands);
  const names = (named: Iterable<{ readonly name: string }>) => [...named].map(({ name }) => name);

  test('have words for every command, option and choice that there is', () => {
    expect(Object.keys(words.commands).toSorted()).toEqual(names(commands).toSorted());
    for (const { name, options } of commands) {
      const worded = words.commands[name].options;
      expect(Object.keys(worded), name).toEqual(names(options));
      for (const option of options)
        expect(Object.keys(worded[option.name]?.choices ?? {}).toSorted()).toEqual((option.choices ?? []).toSorted());
    }
  });

  test('keep Discord’s rules', () => {
    const options = all.flatMap((command) => Object.values(command.options));
    for (const { name, description } of [...all, ...options]) {
      expect(name).toMatch(COMMAND_NAME);
      expect(name).toBe(name.toLowerCase());
      expect(description.length, name).toBeGreaterThan(0);
      expect(description.length, name).toBeLessThanOrEqual(COMMAND_DESCRIPTION);
    }
    for (const choice of options.flatMap((option) => Object.values(option.choices ?? {})))
      expect(choice.length).toBeLessThanOrEqual(CHOICE_TEXT);
  });

  test('are called differently', () => {
    expect(new Set(names(all)).size).toBe(all.length);
    for (const { name, options } of all) {
      const inside = names(Object.values(options));
      expect(new Set(inside).size, name).toBe(inside.length);
      for (const option of Object.values(options)) {
        const choices = Object.values(option.choices ?? {});
        expect(new Set(choices).size, option.name).toBe(choices.length);
      }
    }
  });
});

test('a command of one language is no other command in another: Slack understands all', () => {
  const named = languages.flatMap(([, { commands }]) => Object.entries(commands));
  for (const [handler, { name }] of named)
    for (const [other, command] of named) if (command.name === name) expect(other, name).toBe(handler);
});
