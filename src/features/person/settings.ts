import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type Reply } from '../../conversation/handler.ts';
import { languages } from '../../conversation/languages/index.ts';
import { ownName } from '../../conversation/languages/own-name.ts';
import type { Action, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import { unitOf } from '../../conversation/when/lexicon.ts';
import { LONGEST_OWN_LEAD_MINUTES } from '../../core/limits.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { type Reader, reader, readerOf } from '../shared/reader.ts';
import { choiceTyped } from '../shared/typed-choice.ts';
import { whichZone, zoneField, zoneMeant } from '../shared/zones.ts';
import { addressFields, saveAddress } from './address-field.ts';
import { blockedList } from './blocks.ts';
import { askToDelete } from './delete-me.ts';
import { sendData } from './my-data.ts';
import { quietHours, quietInput, saveQuiet } from './quiet-hours.ts';
import { savedZone } from './timezone.ts';

const LEADS_MOST = 6;

const WITHOUT_DIALOG: readonly string[] = ['blocked', 'data', 'delete'];

/** Stands for the language that the chat says. */
const AS_CHAT = 'chat';
const LANGUAGES = languages.map(({ id }) => id);

/** One's reminders, language, time zone, and the address for mail and invitations; quiet hours, one's data, and the way out. */
export const settings = handler({
  input: z.object({
    what: z.enum(['change', 'quiet', 'blocked', 'data', 'delete']).catch('change'),
    language: z
      .enum([AS_CHAT, ...LANGUAGES])
      .optional()
      .catch(undefined),
    ...quietInput.shape,
    reminders: Words,
    zone: Short,
    email: Words,
    mails: z.enum(['yes', 'no']).optional().catch(undefined),
  }),
  form: async (by, input, deps: Deps, ask) => {
    if (WITHOUT_DIALOG.includes(input['what'] ?? '')) return undefined;
    if (input['what'] === 'quiet') {
      const form = await quietHours.form?.(by, input, deps, ask);
      return form && { ...form, carry: { what: 'quiet' } };
    }
    const me = readerOf(by);
    const words = me.words.settings;
    const leads = by.person.reminderLeads ?? deps.reminderLeads;
    return {
      title: words.title,
      submit: words.submit,
      carry: {},
      fields: [
        {
          kind: 'text',
          name: 'reminders',
          label: words.reminders,
          hint: words.remindersHint,
          isLong: false,
          isOptional: false,
          most: 100,
          value: input['reminders'] ?? (leads.length === 0 ? words.none : leads.map(leadText).join(', ')),
        },
        zoneField(words.zone, me.words.book.fields.zonePlaceholder, input['zone'] ?? me.zone),
        languageField(me, input['language'] ?? by.person.language ?? AS_CHAT),
        ...addressFields(me, await deps.store.postbox(by.person.id), input, deps),
      ],
    };
  },
  read: async (by, { text }) => ({
    what: choiceTyped(text, readerOf(by).words.commands.settings.options['what']) ?? 'change',
  }),
  run: async (by, input, deps: Deps): Promise<Reply> => {
    if (input.what === 'quiet') return saveQuiet(by, input, deps);
    if (input.what === 'blocked') return blockedList(by, 1, deps);
    if (input.what === 'data') return sendData(by, deps);
    if (input.what === 'delete') return askToDelete(by, deps);
    const me = readerOf(by);
    const leads = leadsIn(input.reminders, me);
    const zone = input.zone === undefined ? undefined : zoneMeant(input.zone, me);
    const box = await deps.store.postbox(by.person.id);
    // Whoever chooses a language reads the answer in it.
    const chosen = input.language === undefined || input.language === AS_CHAT ? by.account.locale : input.language;
    const then = reader(by.person, chosen, by.isAdmin);
    const { text: aboutAddress, actions } = await saveAddress(by, then, input.email, box, deps);
    const person = await deps.settings.change(by, {
      reminderLeads: leads,
      ...(input.mails !== undefined && { wantsMail: input.mails === 'yes' }),
      ...(typeof zone === 'string' && { zone }),
      ...(input.language !== undefined && { language: input.language === AS_CHAT ? undefined : input.language }),
    });
    const said =
      aboutAddress.length === 0 ? saidOfLeads(leads, then) : say`${saidOfLeads(leads, then)} ${aboutAddress}`;
    if (zone !== undefined && typeof zone !== 'string')
      return whichZone(then, zone, say`${said} ${then.words.timezone.which}`);
    const now: Reader = { ...then, person, zone: person.zone };
    return {
      kind: 'private',
      message: {
        text: say`${now.words.settings.saved} ${said} ${savedZone(now, deps)}`,
        actions: [...actions, ...more(now)],
      },
    };
  },
});

/** What else there is to settle. */
function more({ words: { buttons } }: Reader): readonly Action[] {
  return (['quiet', 'blocked', 'data', 'delete'] as const).map((what) => ({
    kind: 'button',
    label: buttons.settingsOf[what],
    style: 'plain',
    target: { handler: 'settings', input: { what } },
  }));
}

/** Each language by its own name. */
function languageField({ words: { settings: words } }: Reader, value: string): FormField {
  return {
    kind: 'choice',
    name: 'language',
    label: words.language,
    isOptional: false,
    value,
    options: [
      { value: AS_CHAT, label: words.languageAsChat },
      ...LANGUAGES.map((id) => ({ value: id, label: ownName(id) })),
    ],
  };
}

function saidOfLeads(leads: readonly number[], me: Reader): Text {
  const words = me.words.settings;
  if (leads.length === 0) return words.savedNone;
  return words.savedReminders(
    new Intl.ListFormat(me.language.id).format(leads.map((lead) => lengthWords(lead, me.locale))),
  );
}

/** "24h", "10m": how leads are written. */
function leadText(minutes: number): string {
  if (minutes % (24 * 60) === 0 && minutes > 24 * 60) return `${minutes / (24 * 60)}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

const NONE = new Set(['no', '0', '-', ...languages.map(({ words }) => spellingKey(words.settings.none))]);

/** Leads in minutes, longest first; none for "none". */
function leadsIn(text: string, me: Reader): readonly number[] {
  if (NONE.has(spellingKey(text))) return [];
  const leads = text
    .split(/[,;\s]+(?=\d)|[,;]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => leadMinutes(piece, me));
  if (leads.length === 0 || leads.length > LEADS_MOST) throw new Refusal('not-a-lead', { typed: text }, 'reminders');
  return [...new Set(leads)].sort((a, b) => b - a);
}

const MINUTES: Readonly<Record<string, number>> = { minutes: 1, hours: 60, days: 24 * 60 };
const SHORT_UNITS: Readonly<Record<string, string>> = { m: 'minutes', h: 'hours', d: 'days' };

function leadMinutes(piece: string, me: Reader): number {
  const [, count, word = ''] = /^(\d{1,5})\s*(\p{L}+)$/u.exec(piece) ?? [];
  const unit = SHORT_UNITS[word.toLowerCase()] ?? unitOf(spellingKey(word), me.language) ?? '';
  const minutes = Number(count) * (MINUTES[unit] ?? 0);
  if (!(minutes > 0) || minutes > LONGEST_OWN_LEAD_MINUTES)
    throw new Refusal('not-a-lead', { typed: piece }, 'reminders');
  return minutes;
}
