import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { moment } from '../../conversation/say.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { FREE_NOW_USUAL_MINUTES } from '../../core/limits.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { notATime } from '../shared/unclear.ts';
import { button } from './booking.ts';

const MINUTE = 60_000;

/** "I'm free now": a tutor is there for whoever needs help, until then; an hour where nothing is said. */
export const free = handler({
  input: z.object({ until: Short, stop: Short }),
  run: async (by, { until: said, stop }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const { words } = reader;
    if (stop !== undefined) {
      await deps.helpNow.beFree(by, undefined);
      return { kind: 'replace', message: { text: words.now.notFree, actions: [again(reader)] } };
    }
    const until = said === undefined ? later(deps, FREE_NOW_USUAL_MINUTES) : untilMeant(said, reader, deps);
    await deps.helpNow.beFree(by, until);
    const text = words.now.free(moment(until, reader.zone, 'time'));
    return {
      kind: 'private',
      message: { text, actions: [button(words.buttons.notFree, 'plain', 'free', { stop: 'yes' })] },
    };
  },
});

function again({ words }: Reader) {
  return button(words.buttons.freeNow, 'plain', 'free', {});
}

/** "18:00", "until 6pm", "for 2 hours". @throws Refusal `not-a-time` */
function untilMeant(said: string, reader: Reader, deps: Deps): Date {
  const now = deps.clock();
  const context = { now, zone: reader.zone ?? deps.defaultZone, language: reader.language };
  const when = parseWhen(said, context);
  if (when.kind === 'moment') return when.start;
  if (when.lengthMinutes !== undefined) return later(deps, when.lengthMinutes);
  // Of "6" today's next one is meant: nobody is free now until yesterday.
  const [next] = when.kind === 'ambiguous' ? when.candidates.filter((one) => one > now) : [];
  if (next) return next;
  const { within } = when.kind === 'incomplete' && when.missing === 'time' ? when : {};
  const today = within?.to === undefined ? undefined : parseWhen(`today ${within.to}`, context);
  if (today?.kind === 'moment') return today.start;
  throw notATime(when);
}

function later(deps: Deps, minutes: number): Date {
  return new Date(deps.clock().getTime() + minutes * MINUTE);
}
