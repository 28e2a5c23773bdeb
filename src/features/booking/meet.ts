import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type Reply } from '../../conversation/handler.ts';
import { mayDo } from '../../core/may/tasks.ts';
import type { PlatformChoice } from '../../core/meeting/platforms.ts';
import { togetherIn } from '../../core/meeting/together.ts';
import type { Actor, Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { peopleOptions, personMeant, UNKNOWN } from '../shared/person-meant.ts';
import { choicesOf, fittingFor } from '../shared/platform-name.ts';
import { readerOf } from '../shared/reader.ts';
import { given } from './booking.ts';

/** Starts a session now: for tutors, and for admins with anybody. Without a person named it asks for one. */
export const meet = handler({
  input: z.object({ person: Short, platform: Short }),
  form: async (by, input, deps: Deps) => {
    const tutor = await deps.store.tutor(by.person.id);
    if (!mayMeet(by, tutor)) throw new Refusal('only-tutors', {});
    // Only an answer that was refused comes back to be corrected.
    if ((input['person'] ?? '') !== '' && input['draft'] === undefined) return undefined;
    const words = readerOf(by).words.meet;
    const options = await peopleOptions(by, '', deps);
    const chosen = options.find(({ value }) => value === input['person']);
    const person: FormField = {
      kind: 'search',
      name: 'person',
      label: words.person,
      isOptional: false,
      options,
      ...(input['person'] === undefined ? {} : { value: input['person'] }),
      ...(chosen && { chosen }),
    };
    const choices = choicesOf(tutor, readerOf(by), deps);
    const platform: FormField = {
      kind: 'choice',
      name: 'platform',
      label: words.platform,
      isOptional: false,
      options: choices.map(({ id, name }) => ({ value: id, label: name })),
      value: (platformTyped(input['platform'], choices) ?? usual(tutor, choices)).id,
    };
    return {
      title: words.title,
      submit: words.submit,
      carry: {},
      fields: [person, ...(choices.length > 1 ? [platform] : [])],
    };
  },
  suggest: {
    person: async (by, typed, _input, deps: Deps) =>
      mayMeet(by, await deps.store.tutor(by.person.id)) ? peopleOptions(by, typed, deps) : [],
    platform: async (by, typed, _input, deps: Deps) => {
      const choices = choicesOf(await deps.store.tutor(by.person.id), readerOf(by), deps);
      const matching = choices.filter(({ name }) => spellingKey(name).includes(spellingKey(typed)));
      return matching.map(({ id, name }) => ({ value: id, label: name }));
    },
  },
  read: async (by, { text, mentions }, deps: Deps) => {
    const [mentioned] = mentions;
    if (mentions.length > 0) return given({ person: mentioned ?? UNKNOWN, platform: text });
    // "Lena Vogt zoom": the platform, where there is one, stands at the end.
    const choices = choicesOf(await deps.store.tutor(by.person.id), readerOf(by), deps);
    const platform = choices.find(({ id, name }) => [id, name].some((one) => endsWith(text, one)));
    const said = [platform?.id, platform?.name].find((one) => one !== undefined && endsWith(text, one));
    return given({ person: text.slice(0, text.length - (said?.length ?? 0)).trim(), platform: platform?.id });
  },
  run: async (by, input, deps: Deps): Promise<Reply> => {
    const mine = await deps.store.tutor(by.person.id);
    if (!mayMeet(by, mine)) throw new Refusal('only-tutors', {});
    const me = readerOf(by);
    if (input.person === undefined) throw new Refusal('required', {}, 'person');
    const person = await personMeant(by, input.person, deps);
    const tutor = mine ?? (await deps.store.tutor(person.id));
    const all = choicesOf(tutor, me, deps);
    const contacts = [...(await deps.store.contacts([by.person.id, person.id])).values()];
    const accounts = contacts.map((one) => one.accounts);
    const chats = all.flatMap((one) => one.togetherIn ?? []);
    const choices = fittingFor(
      all,
      chats.filter((chat) => togetherIn(chat, accounts).length > 0),
    );
    const wanted = platformTyped(input.platform, choices);
    const apart = wanted ? undefined : platformTyped(input.platform, all);
    if (apart) throw new Refusal('not-together', { platform: apart.name }, 'platform');
    if (input.platform !== undefined && !wanted) throw new Refusal('unknown-platform', {}, 'platform');
    const { id: platform } = wanted ?? usual(tutor, choices);
    const session = await deps.sessions.meetNow(by, { person: person.id, platform, subject: me.words.meet.subject });
    const text = session ? me.words.meet.started(person.name) : me.words.meet.asked(person.name);
    return { kind: 'private', message: { text } };
  },
});

function mayMeet(by: Actor, tutor: Tutor | undefined): boolean {
  return mayDo(by, 'meet at once', tutor?.person.id);
}

function platformTyped(typed: string | undefined, choices: readonly PlatformChoice[]): PlatformChoice | undefined {
  const key = spellingKey(typed ?? '');
  return choices.find(({ id, name }) => id === key || spellingKey(name) === key);
}

/** Where the tutor likes to meet, as long as that is set up. */
function usual(tutor: Tutor | undefined, choices: readonly PlatformChoice[]): PlatformChoice {
  const choice = choices.find(({ id }) => id === tutor?.defaultPlatform) ?? choices[0];
  if (!choice) throw new Error('no meeting platform is set up');
  return choice;
}

function endsWith(text: string, word: string): boolean {
  return ` ${text}`.toLowerCase().endsWith(` ${word.toLowerCase()}`);
}
