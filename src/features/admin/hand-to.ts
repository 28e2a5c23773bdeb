import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { join, moment } from '../../conversation/say.ts';
import { meantBy, namesLike } from '../../core/people/names.ts';
import type { Actor, Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { fullCard } from '../cards/full-card.ts';
import { seenIn, Which, whichOf } from '../session/which.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { SUGGESTIONS, tutorOption } from '../shared/people.ts';
import { readerOf, viewOf } from '../shared/reader.ts';

/** What menus of both chats show. */
const OPTIONS_MOST = 25;
/** More names than these are no help to anybody. */
const NAMED_MOST = 5;
/** Times that are named: how many there are is said. */
const TIMES_MOST = 5;
/** The tutor decides. */
const ASK = 'ask';

/** Which tutor it will be, and where they can be, is not known yet. */
function placesFor({ platforms }: Pick<Deps, 'platforms'>) {
  return platforms.filter(({ togetherIn }) => togetherIn === undefined);
}

const named = (tutor: Tutor) => ({ tutor, name: tutor.person.name });

/** Of those who are free, by an id or a name. @throws Refusal `unknown-tutor` where more than one has the name. */
function idMeant(free: readonly Tutor[], typed: string): string {
  if (free.some(({ person }) => person.id === typed)) return typed;
  const found = meantBy(free.map(named), typed).map(({ tutor }) => tutor.person);
  if (found.length > 1) throw new Refusal('unknown-tutor', { typed, like: found.slice(0, NAMED_MOST) }, 'tutor');
  return found[0]?.id ?? typed;
}

/** An admin says which tutor it is for: who was asked before is out of it. At once, if the admin knows that they can. */
export const handTo = handler({
  task: 'look after sessions',
  input: z.object({
    session: SessionId,
    tutor: Words,
    platform: Words,
    on: z.literal('opened').optional().catch(undefined),
    ...Which,
  }),
  suggest: {
    tutor: async (by, typed, input, deps: Deps) => {
      const free = await deps.sessions.whoElse(by, await mine(by, input['session'] ?? '', deps, 'hand-to'));
      const like = typed.trim() === '' ? free : namesLike(free.map(named), typed).map(({ one }) => one.tutor);
      return like.slice(0, SUGGESTIONS).map((tutor) => tutorOption(tutor, readerOf(by)));
    },
  },
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'hand-to');
    const reader = readerOf(by);
    const { handTo: words, buttons } = reader.words;
    const free = await deps.sessions.whoElse(by, session);
    const which = await whichOf(by, 'hand-to', session, input['scope'], deps);
    return {
      title: words.title,
      submit: buttons.handTo,
      carry: { session: session.id, ...which.carry, ...(input['on'] === undefined ? {} : { on: input['on'] }) },
      fields: [
        ...which.fields,
        {
          kind: 'search',
          name: 'tutor',
          label: reader.words.fields.tutor,
          isOptional: false,
          options: free.map((tutor) => tutorOption(tutor, reader)),
          ...(input['tutor'] ? { value: input['tutor'] } : {}),
        },
        {
          kind: 'choice',
          name: 'platform',
          label: words.answer,
          isOptional: false,
          value: input['platform'] || ASK,
          options: [
            { value: ASK, label: words.ask },
            ...placesFor(deps).map(({ id, name }) => ({ value: id, label: words.atOnce(name) })),
          ].slice(0, OPTIONS_MOST),
        },
      ],
    };
  },
  run: async (by, { session: id, tutor: typed, platform, on, scope, ...said }, deps: Deps): Promise<Reply> => {
    const before = await mine(by, id, deps, 'hand-to');
    if (typed === '') throw new Refusal('required', {}, 'tutor');
    const isAtOnce = platform !== '' && platform !== ASK;
    if (isAtOnce && !placesFor(deps).some((one) => one.id === platform))
      throw new Refusal('unknown-platform', {}, 'platform');
    const tutor = idMeant(await deps.sessions.whoElse(by, before), typed);
    if (scope !== 'this') {
      const which = { session: before, scope, seen: seenIn(said)[scope] };
      return handedSeveral(by, which, tutor, isAtOnce ? platform : undefined, deps);
    }
    const handed = await deps.sessions.handTo(by, id, tutor);
    const session = isAtOnce ? await deps.sessions.confirm(by, id, handed.version, platform) : handed;
    const reader = readerOf(by);
    const view = await viewOf(session, reader, deps);
    if (on) return { kind: 'replace', message: await fullCard(view, deps) };
    const { handed: asked, handedAtOnce } = reader.words.handTo;
    const name = view.people.get(tutor)?.name ?? reader.words.somebody;
    return { kind: 'private', message: { text: isAtOnce ? handedAtOnce(name) : asked(name) } };
  },
});

/** Several of a series in one go; those at which the new tutor cannot are named, and stay. */
async function handedSeveral(
  by: Actor,
  which: Parameters<Deps['series']['handTo']>[1],
  id: string,
  platform: string | undefined,
  deps: Deps,
): Promise<Reply> {
  const { handed, left } = await deps.series.handTo(by, which, id, platform);
  const { words, zone } = readerOf(by);
  const { handTo } = words;
  const name = (await deps.store.person(id))?.name ?? words.somebody;
  const done = (platform === undefined ? handTo.handedSeveral : handTo.handedSeveralAtOnce)(name, handed.length);
  if (left.length === 0) return { kind: 'private', message: { text: done } };
  const times = left.slice(0, TIMES_MOST).map(({ startsAt }) => moment(startsAt, zone));
  const named = join(
    times.map((at) => [at]),
    ', ',
  );
  return { kind: 'private', message: { text: join([done, handTo.left(name, left.length, named)], ' ') } };
}
