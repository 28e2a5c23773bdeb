import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type RawInput, type Typed } from '../../conversation/handler.ts';
import { parseDays } from '../../conversation/when/day-range.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import { PAST, UPCOMING } from '../session/session-section.ts';
import { State } from '../session/sessions.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { From } from '../shared/pages.ts';
import { peopleOptions, personMeant, UNKNOWN } from '../shared/person-meant.ts';
import { readerOf } from '../shared/reader.ts';
import { AHEAD_OR_PAST, allSessions } from './all-sessions.ts';

const DAY_MOST = 100;

const Filter = { which: z.enum(AHEAD_OR_PAST).catch('upcoming'), state: State, person: Short, day: Short };

const suggestPeople = (by: Actor, typed: string, _: RawInput, deps: Deps) => peopleOptions(by, typed, deps);

/** Everybody's sessions, by person, state and day. */
export const tutoringSessions = handler({
  task: 'look after sessions',
  input: z.object({ ...Filter, from: From, turn: Short }),
  suggest: { person: suggestPeople },
  read: async (by, typed, deps: Deps) => readWords(by, typed, deps),
  run: async (by, { from, turn, ...filter }, deps: Deps) => ({
    kind: turn === undefined ? 'private' : 'replace',
    message: await found(by, filter, from, deps),
  }),
});

/** Only some of everybody's sessions. */
export const tutoringFilter = handler({
  task: 'look after sessions',
  input: z.object(Filter),
  suggest: { person: suggestPeople },
  form: async (by, input, deps: Deps) => {
    const { sessions: words, tutoring } = readerOf(by).words;
    const [people, chosen] = await Promise.all([
      peopleOptions(by, '', deps),
      input['person'] === undefined ? undefined : deps.store.person(input['person']),
    ]);
    const given = (name: string) => (input[name] === undefined ? {} : { value: input[name] });
    const person: FormField = {
      kind: 'search',
      name: 'person',
      label: words.personLabel,
      isOptional: true,
      options: people,
      ...given('person'),
      ...(chosen && { chosen: { value: chosen.id, label: chosen.name } }),
    };
    return {
      title: words.filterTitle,
      submit: words.filterSubmit,
      carry: {},
      fields: [
        {
          kind: 'radio',
          name: 'which',
          label: words.whichLabel,
          isOptional: false,
          value: input['which'] ?? 'upcoming',
          options: AHEAD_OR_PAST.map((value) => ({ value, label: words.which[value] })),
        },
        {
          kind: 'choice',
          name: 'state',
          label: words.stateLabel,
          isOptional: true,
          options: [...UPCOMING, ...PAST].map((value) => ({ value, label: words.state[value] })),
          ...given('state'),
        },
        person,
        {
          kind: 'text',
          name: 'day',
          label: tutoring.dayLabel,
          hint: tutoring.dayHint,
          isOptional: true,
          isLong: false,
          most: DAY_MOST,
          ...given('day'),
        },
      ],
    };
  },
  run: async (by, filter, deps: Deps) => ({ kind: 'private', message: await found(by, filter, 0, deps) }),
});

async function found(
  by: Actor,
  { person, day, ...filter }: z.output<z.ZodObject<typeof Filter>>,
  from: number,
  deps: Deps,
) {
  const reader = readerOf(by);
  const days = day === undefined ? undefined : parseDays(day, context(by, deps));
  if (day !== undefined && !days) throw new Refusal('not-a-day', { typed: day }, 'day');
  const one = person === undefined ? undefined : await personMeant(by, person, deps);
  return allSessions(reader, { ...filter, person: one, days }, from, deps);
}

function context(by: Actor, deps: Deps) {
  const { zone, language } = readerOf(by);
  return { now: deps.clock(), zone: zone ?? deps.defaultZone, language };
}

/** "@lena declined 1-15 Dec", in any order but the day last. */
async function readWords(by: Actor, { text, mentions }: Typed, deps: Deps): Promise<RawInput> {
  const { choices = {} } = readerOf(by).words.commands.tutoring.words?.['sessions']?.options['state'] ?? {};
  const key = ` ${spellingKey(text)} `;
  const state = Object.entries(choices).find(([value, label]) =>
    [value, spellingKey(label)].some((one) => key.includes(` ${one} `)),
  );
  const said = state ? without(text, state) : text.split(/\s+/).filter(Boolean);
  const person = mentions.length > 0 ? (mentions[0] ?? UNKNOWN) : undefined;
  const cut = said.findIndex((_, index) => parseDays(said.slice(index).join(' '), context(by, deps)) !== undefined);
  const [names, days] = cut === -1 ? [said, []] : [said.slice(0, cut), said.slice(cut)];
  const named = person ?? names.join(' ');
  return {
    ...(state && { state: state[0] }),
    ...(named !== '' && { person: named }),
    ...(days.length > 0 && { day: days.join(' ') }),
  };
}

/** The words but those that name the state. */
function without(text: string, state: readonly [string, string]): readonly string[] {
  const its = new Set(state.flatMap((one) => spellingKey(one).split(' ')));
  return text.split(/\s+/).filter((word) => word !== '' && !its.has(spellingKey(word)));
}
