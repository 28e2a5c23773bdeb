import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Text } from '../../conversation/message.ts';
import { inZone } from '../../conversation/when/clock-words.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { type Reader, reader, readerOf } from '../shared/reader.ts';
import { isPlaceKnown, whichZone, zoneField, zoneMeant, zoneOptions } from '../shared/zones.ts';

/** Says where one is. Sessions that are confirmed keep their time. */
export const timezone = handler({
  input: z.object({ zone: Short }),
  form: async (by, input, _deps: Deps, ask) => {
    const typed = input['zone'] ?? '';
    const me = readerOf(by);
    const { words, zone } = me;
    // Who has named a place is not asked for it again, also where commands open their dialog whatever was typed.
    if (typed !== '' && (ask === 'missing' || isPlaceKnown(typed, me))) return undefined;
    const { fields } = words.book;
    return {
      title: words.timezone.title,
      submit: words.settings.submit,
      carry: {},
      fields: [zoneField(fields.zone, fields.zonePlaceholder, input['zone'] ?? zone)],
    };
  },
  suggest: { zone: async (by, typed) => zoneOptions(typed, readerOf(by)) },
  run: async (by, { zone: typed }, deps: Deps): Promise<Reply> => {
    if (typed === undefined) throw new Refusal('required', {}, 'zone');
    const zone = zoneMeant(typed, readerOf(by));
    if (typeof zone === 'string') return { kind: 'private', message: { text: await keepZone(by, zone, deps) } };
    return whichZone(readerOf(by), zone);
  },
});

/** The choice among several places that fit. */
export const chooseZone = handler({
  input: z.object({ choice: z.string() }),
  run: async (by, { choice }, deps: Deps): Promise<Reply> => {
    const zone = zoneMeant(choice, readerOf(by));
    if (typeof zone !== 'string') throw new Refusal('unknown-zone', { typed: choice });
    return { kind: 'replace', message: { text: await keepZone(by, zone, deps) } };
  },
});

async function keepZone(by: Actor, zone: string, deps: Deps): Promise<Text> {
  return savedZone(reader(await deps.settings.change(by, { zone }), by.account.locale, by.isAdmin), deps);
}

/** The zone with the time it is there now, so that a wrong one is noticed. */
export function savedZone(me: Reader, deps: Pick<Deps, 'clock'>): Text {
  const words = me.words.timezone;
  return me.zone === undefined ? words.unknownYet : words.saved(me.zone, inZone(deps.clock(), me.zone, me.locale));
}
