import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Action, Section, Text } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import type { ForeignCalendar } from '../../core/calendar/foreign.ts';
import { atGoogle } from '../../core/calendar/free-busy.ts';
import type { Deps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { type Reader, readerOf, type View } from '../shared/reader.ts';

const ADDRESS_MOST = 500;
const TROUBLES = [
  'unreachable',
  'inside',
  'refused',
  'gone',
  'too-large',
  'no-calendar',
  'not-granted',
  'not-visible',
  'not-confirmed',
] as const;

/** Busy times from a calendar elsewhere. */
export const connectCalendar = handler({
  input: z.object({ address: Words }),
  form: async (by, input, _deps: Deps) => {
    const words = readerOf(by).words.foreign;
    return {
      title: words.title,
      submit: words.submit,
      carry: {},
      fields: [
        {
          kind: 'text',
          name: 'address',
          label: words.address,
          hint: words.addressHint,
          placeholder: 'https://…',
          isLong: false,
          isOptional: false,
          most: ADDRESS_MOST,
          ...(input['address'] === undefined ? {} : { value: input['address'] }),
        },
      ],
    };
  },
  run: async (by, { address }, deps: Deps): Promise<Reply> => {
    const { name } = await deps.foreignCalendars.connect(by, address);
    return { kind: 'private', message: { text: readerOf(by).words.foreign.reading(name) } };
  },
});

/** Busy times from Google, of the address that they confirmed. */
export const connectGoogle = handler({
  input: z.object({}),
  run: async (by, _input, deps: Deps): Promise<Reply> => {
    const { name } = await deps.foreignCalendars.connectGoogle(by);
    return { kind: 'private', message: { text: readerOf(by).words.foreign.reading(name) } };
  },
});

/** Its times are free again. */
export const removeCalendar = handler({
  input: z.object({ calendar: z.string() }),
  run: async (by, { calendar }, deps: Deps): Promise<Reply> => {
    await deps.foreignCalendars.remove(by, calendar);
    const text = readerOf(by).words.foreign.removed;
    return { kind: 'replace', message: { text }, line: text };
  },
});

/** What came of reading it: the first time, and when it cannot be read any more. */
export const foreignCalendar = notice({
  kind: 'foreign-calendar',
  data: z.object({ name: z.string(), count: z.number().optional(), why: z.enum(TROUBLES).optional() }),
  render: ({ reader }: View, { data: { name, count = 0, why } }) => {
    const words = reader.words.foreign;
    return { text: why === undefined ? words.read(name, count) : words.failed(name, words.why[why]) };
  },
});

/** Those that somebody has connected, each with the way to remove it. */
export function foreignSections(me: Reader, all: readonly ForeignCalendar[]): readonly Section[] {
  const words = me.words.foreign;
  return all.map(({ id, name, failing, readAt }) => ({
    text: stateOf(name, failing && words.why[failing.why], readAt, me),
    actions: [button(words.remove, 'remove-calendar', { calendar: id })],
  }));
}

/** `google`: an address that was confirmed, where Google can be asked about it. */
export function connecting(
  { words }: Reader,
  mine: readonly ForeignCalendar[],
  google: string | undefined,
): readonly Action[] {
  const any = button(words.foreign.connect, 'connect-calendar', {});
  if (google === undefined || mine.some(({ address }) => address === atGoogle(google))) return [any];
  return [any, button(words.foreign.connectGoogle, 'connect-google', {})];
}

function stateOf(name: string, why: string | undefined, readAt: Date | undefined, { words }: Reader): Text {
  if (why !== undefined) return words.foreign.failing(name, why);
  return readAt ? words.foreign.followed(name) : say`${words.foreign.reading(name)}`;
}

function button(label: string, to: string, input: Readonly<Record<string, string>>): Action {
  return { kind: 'button', label, style: 'plain', target: { handler: to, input } };
}
