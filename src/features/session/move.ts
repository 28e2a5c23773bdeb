import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { inZone } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { fullCard } from '../cards/full-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { readerOf, viewOf } from '../shared/reader.ts';
import { isExact } from '../shared/times.ts';

/** More readings than these are no help to anybody. */
const MOMENTS_ASKED = 5;

/** Another time for a session, for admins. A time that was worded is read back, with its zone, before anything moves. */
export const move = handler({
  input: z.object({ session: SessionId, when: Words }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'move');
    const reader = readerOf(by);
    const words = reader.words.move;
    const zone = reader.zone ?? deps.defaultZone;
    const now = session.startsAt.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDateTime();
    return {
      title: words.title,
      submit: words.submit,
      carry: { session: session.id },
      fields: [
        {
          kind: 'when',
          name: 'when',
          label: words.when,
          zone,
          placeholder: reader.words.book.fields.whenPlaceholder,
          isOptional: false,
          value: input['when'] ?? `${now.toString({ smallestUnit: 'minute' })}[${zone}]`,
        },
      ],
    };
  },
  run: async (by, { session: id, when }, deps: Deps): Promise<Reply> => {
    const session = await mine(by, id, deps, 'move');
    const reader = readerOf(by);
    const zone = reader.zone ?? deps.defaultZone;
    const read = parseWhen(when, { now: deps.clock(), zone, language: reader.language });
    if (read.kind === 'moment' && isExact(when)) return moved(by, id, read.start, deps);
    if (read.kind === 'incomplete' || read.kind === 'unknown') throw new Refusal('not-a-time', {}, 'when');
    const moments = read.kind === 'moment' ? [read.start] : read.kind === 'ambiguous' ? read.candidates : read.nearest;
    const { move: words, buttons } = reader.words;
    return {
      kind: 'private',
      message: {
        text: read.kind === 'moment' ? words.readBack : words.which,
        actions: moments.slice(0, MOMENTS_ASKED).map((at) => ({
          kind: 'button',
          label: buttons.moveTo(inZone(at, zone, reader.locale)),
          style: 'primary',
          target: { handler: 'move-to', input: { session: session.id, when: at.toISOString() } },
        })),
      },
    };
  },
});

/** The time that was read back, and pressed. */
export const moveTo = handler({
  input: z.object({ session: SessionId, when: z.iso.datetime() }),
  run: (by, { session, when }, deps: Deps) => moved(by, session, new Date(when), deps),
});

async function moved(by: Actor, id: string, startsAt: Date, deps: Deps): Promise<Reply> {
  const session = await deps.sessions.move(by, id, startsAt);
  const reader = readerOf(by);
  const card = await fullCard(await viewOf(session, reader, deps), deps);
  const sections = [...(card.sections ?? []), { text: reader.words.move.done }];
  return { kind: 'replace', message: { ...card, sections } };
}
