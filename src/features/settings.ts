import { z } from 'zod';
import { handler, type Reply } from '../conversation/handler.ts';
import type { Text } from '../conversation/message.ts';
import { say } from '../conversation/say.ts';
import { lengthWords } from '../conversation/when/clock-words.ts';
import { LONGEST_OWN_LEAD_MINUTES } from '../core/due.ts';
import { Refusal } from '../core/refusal.ts';
import { spellingKey } from '../core/sessions.ts';
import type { Deps } from './deps.ts';
import { Short, Words } from './inputs.ts';
import { type Reader, reader, readerOf } from './reader.ts';
import { savedZone } from './timezone.ts';
import { saveZone, zoneField, zoneMeant } from './zones.ts';

const LEADS_MOST = 6;

/** One's reminders and time zone. */
export const settings = handler({
  input: z.object({ reminders: Words, zone: Short }),
  form: async (by, input, deps: Deps) => {
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
      ],
    };
  },
  run: async (by, input, deps: Deps): Promise<Reply> => {
    const me = readerOf(by);
    const leads = leadsIn(input.reminders, me);
    const zone = input.zone === undefined ? undefined : zoneMeant(input.zone, me);
    await deps.store.transaction((tx) => tx.changePerson(by.person.id, { reminderLeads: leads }));
    if (zone !== undefined && typeof zone !== 'string') {
      const action = {
        kind: 'choice',
        label: me.words.book.chooseZone,
        target: { handler: 'choose-zone', input: {} },
        options: zone,
      } as const;
      return {
        kind: 'private',
        message: { text: say`${saidOfLeads(leads, me)} ${me.words.timezone.which}`, actions: [action] },
      };
    }
    if (zone !== undefined) await saveZone(by, zone, deps);
    const now = reader({ ...by.person, zone: zone ?? by.person.zone }, by.account.locale, by.isAdmin);
    return {
      kind: 'private',
      message: { text: say`${me.words.settings.saved} ${saidOfLeads(leads, me)} ${savedZone(now, deps)}` },
    };
  },
});

function saidOfLeads(leads: readonly number[], me: Reader): Text {
  const words = me.words.settings;
  if (leads.length === 0) return words.savedNone;
  return words.savedReminders(
    new Intl.ListFormat(me.language).format(leads.map((lead) => lengthWords(lead, me.locale))),
  );
}

/** "24h", "10m": how leads are written. */
function leadText(minutes: number): string {
  if (minutes % (24 * 60) === 0 && minutes > 24 * 60) return `${minutes / (24 * 60)}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

/** Leads in minutes, longest first; none for "none". */
function leadsIn(text: string, me: Reader): readonly number[] {
  if (['none', 'no', '0', '-', spellingKey(me.words.settings.none)].includes(spellingKey(text))) return [];
  const leads = text
    .split(/[,;\s]+(?=\d)|[,;]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map(leadMinutes);
  if (leads.length === 0 || leads.length > LEADS_MOST) throw new Refusal('not-a-lead', { typed: text }, 'reminders');
  return [...new Set(leads)].sort((a, b) => b - a);
}

const UNIT_MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 24 * 60 };

function leadMinutes(piece: string): number {
  const match = /^(\d{1,5})\s*(m|min|minutes?|minutos?|h|hours?|horas?|d|days?|d[ií]as?)$/i.exec(piece);
  const minutes = Number(match?.[1]) * (UNIT_MINUTES[match?.[2]?.charAt(0).toLowerCase() ?? ''] ?? 0);
  if (!(minutes > 0) || minutes > LONGEST_OWN_LEAD_MINUTES)
    throw new Refusal('not-a-lead', { typed: piece }, 'reminders');
  return minutes;
}
