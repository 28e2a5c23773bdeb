import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { moment, say } from '../../conversation/say.ts';
import { inZone } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import type { Actor } from '../../core/people/person.ts';
import { lengthMinutes } from '../../core/session/session.ts';
import { lapsesAt } from '../../core/session/times.ts';
import { timesInWords } from '../cards/session-fields.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Short } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { choicesOf, usualOf } from '../shared/platform-name.ts';
import { otherOf, readerOf, viewOf } from '../shared/reader.ts';
import { isExact, openFirst } from '../shared/times.ts';
import { notATime, unclearWords } from '../shared/unclear.ts';
import { proposeForm } from './propose-form.ts';

/** More readings than these are no help to anybody. */
const MOMENTS_ASKED = 5;

const times = Short.transform((text = '') => text.split(/[\s,]+/).filter((one) => one !== ''));

/** Up to three other times, chosen from open ones or said. One that was worded is read back before anybody is asked. */
export const propose = handler({
  input: z.object({ session: SessionId, times, when: Short, second: Short, third: Short }),
  form: async (by, input, deps: Deps) =>
    proposeForm(by, await mine(by, input['session'] ?? '', deps, 'propose'), input, deps),
  run: async (by, { session: id, times: chosen, ...typed }, deps: Deps): Promise<Reply> => {
    const session = await mine(by, id, deps, 'propose');
    const reader = readerOf(by);
    const zone = reader.zone ?? deps.defaultZone;
    const exact: Date[] = chosen.map((one) => new Date(one));
    const worded: string[] = [];
    for (const one of [typed.when, typed.second, typed.third]) {
      if (one === undefined) continue;
      const read = parseWhen(one, { now: deps.clock(), zone, language: reader.language, isField: true });
      if (read.kind === 'incomplete' || read.kind === 'unknown') throw notATime(read);
      if (read.kind === 'moment' && (isExact(one) || !read.unclear)) exact.push(read.start);
      else worded.push(one);
    }
    const isWorded = [typed.when, typed.second, typed.third].some((one) => one !== undefined && !isExact(one));
    if (!isWorded) return proposed(by, id, exact, deps);
    const [unclear] = worded;
    const { propose: words, buttons } = reader.words;
    if (unclear === undefined) {
      const label = buttons.proposeTime(exact.map((at) => inZone(at, zone, reader.locale)).join(' · '));
      return readBack(words.readBack, [{ label, times: exact }], id);
    }
    // Of several that can mean more than one thing, the first is asked about: the others are said once more.
    const read = parseWhen(unclear, { now: deps.clock(), zone, language: reader.language, isField: true });
    const readings =
      read.kind === 'moment'
        ? [read.start]
        : read.kind === 'ambiguous'
          ? read.candidates
          : read.kind === 'skipped'
            ? read.nearest
            : [];
    const question = readings.length === 1 ? words.readBack : words.which;
    const asked = read.unclear ? say`${unclearWords(read, reader, zone)} ${question}` : question;
    const text = exact.length === 0 ? asked : say`${asked} ${words.with(timesInWords(exact, reader))}`;
    const tutor = await deps.store.tutor(session.tutor ?? by.person.id);
    const moments = await openFirst(readings, tutor ? [tutor] : [], lengthMinutes(session), deps);
    const choices = moments.slice(0, MOMENTS_ASKED).map((at) => ({
      label: buttons.proposeTime(inZone(at, zone, reader.locale)),
      times: [...exact, at],
    }));
    return readBack(text, choices, id);
  },
});

/** The times that were read back, and pressed. */
export const proposeTime = handler({
  formOf: 'propose',
  input: z.object({ session: SessionId, times }),
  run: (by, { session, times: chosen }, deps: Deps) =>
    proposed(
      by,
      session,
      chosen.map((one) => new Date(one)),
      deps,
    ),
});

/** One of the other times, and that is when it is. */
export const takeTime = handler({
  input: z.object({ session: SessionId, at: z.iso.datetime() }),
  run: async (by, { session: id, at }, deps: Deps) => {
    const reader = readerOf(by);
    const before = await mine(by, id, deps, 'take-time');
    const tutor = await deps.store.tutor(before.tutor ?? before.proposal?.by ?? '');
    const { together } = await viewOf(before, reader, deps);
    const platform = usualOf(choicesOf(tutor, reader, deps, together), tutor?.defaultPlatform);
    const session = await deps.sessions.takeTime(by, id, new Date(at), platform);
    return done(reader.words.propose.youTook(moment(session.startsAt, reader.zone)));
  },
});

export const refuseTimes = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps) => {
    const reader = readerOf(by);
    const view = await viewOf(await deps.sessions.refuseTimes(by, id), reader, deps);
    return done(reader.words.propose.youRefused(otherOf(view)));
  },
});

export const withdrawTimes = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps) => {
    await deps.sessions.withdrawTimes(by, id);
    return done(readerOf(by).words.propose.withdrawn);
  },
});

async function proposed(by: Actor, id: string, chosen: readonly Date[], deps: Deps): Promise<Reply> {
  const session = await deps.sessions.propose(by, id, chosen);
  const reader = readerOf(by);
  const until = moment(lapsesAt(session) ?? session.startsAt, reader.zone);
  return done(reader.words.propose.sent(otherOf(await viewOf(session, reader, deps)), until));
}

/** The cards follow by themselves. */
function done(text: ReturnType<typeof say>): Reply {
  return { kind: 'private', message: { text } };
}

function readBack(
  text: ReturnType<typeof say>,
  choices: readonly { readonly label: string; readonly times: readonly Date[] }[],
  session: string,
): Reply {
  return {
    kind: 'private',
    message: {
      text,
      actions: choices.map(({ label, times: chosen }) => ({
        kind: 'button',
        label,
        style: 'primary',
        target: { handler: 'propose-time', input: { session, times: chosen.map((at) => at.toISOString()).join(' ') } },
      })),
    },
  };
}
