import type { Action, Message, Section, Text } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { onDay } from '../../conversation/when/clock-words.ts';
import type { PairSeen, Programme } from '../../core/programmes/programme.ts';
import type { Deps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';

/** Programmes, and pairs, on one page. */
const PAGE = 6;

/** The programmes that run, the latest first. */
export async function programmesCard(reader: Reader, page: number, deps: Pick<Deps, 'store'>): Promise<Message> {
  const { programmes: words, buttons } = reader.words;
  const found = await deps.store.programmes(PAGE + 1, (page - 1) * PAGE);
  return {
    title: say`${words.title}`,
    text: found.length === 0 ? words.none : words.intro,
    sections: found.slice(0, PAGE).map((one) => ({
      title: say`${one.name}`,
      text: say`${whatItIs(one, reader)} · ${words.pairs(one.pairs)}`,
      actions: [button(buttons.open, 'programme', { name: one.id })],
    })),
    actions: [
      button(buttons.openProgramme, 'open-programme', {}, 'primary'),
      ...turning(page, found.length > PAGE, {}, reader),
    ],
  };
}

/** One programme with its pairs: what is proposed first, then who has not met for longest. */
export async function programmeCard(
  programme: Programme,
  page: number,
  reader: Reader,
  deps: Pick<Deps, 'store' | 'clock'>,
  news?: Text,
): Promise<Message> {
  const { programmes: words, buttons } = reader.words;
  const { id } = programme;
  const found = await deps.store.pairs(id, PAGE + 1, (page - 1) * PAGE);
  const shown = found.slice(0, PAGE);
  const people = await deps.store.people(shown.flatMap(({ learner, tutor }) => [learner, tutor]));
  const nameOf = (person: string) => people.get(person)?.name ?? reader.words.formerMember;
  const what = whatItIs(programme, reader);
  if (programme.endedAt) return { title: say`${programme.name}`, text: words.isOver };
  return {
    title: say`${programme.name}`,
    text: news ? say`${news}\n${what}` : what,
    sections: shown.map((pair) => pairSection(pair, nameOf(pair.learner), nameOf(pair.tutor), reader, deps)),
    actions: [
      button(buttons.pairPeople, 'pair-people', { programme: id }, 'primary'),
      ...(shown.some(({ since }) => !since)
        ? [button(buttons.takeProposals, 'take-proposals', { programme: id })]
        : []),
      button(buttons.changeProgramme, 'open-programme', { programme: id }),
      ...turning(page, found.length > PAGE, { name: id }, reader),
      button(buttons.allProgrammes, 'programme', { turn: 'page' }),
      button(buttons.endProgramme, 'end-programme', { programme: id }, 'danger'),
    ],
  };
}

function pairSection(
  { id, since, lastAt }: PairSeen,
  learner: string,
  tutor: string,
  { words, zone }: Reader,
  deps: Pick<Deps, 'clock'>,
): Section {
  const { programmes, buttons } = words;
  const met = () => {
    if (!lastAt) return programmes.notYet;
    const at = moment(lastAt, zone);
    return lastAt > deps.clock() ? programmes.meets(at) : programmes.met(at);
  };
  return {
    title: programmes.pair(learner, tutor),
    text: since ? met() : programmes.proposed,
    actions: [button(since ? buttons.endPair : buttons.dropProposal, 'end-pair', { pair: id })],
  };
}

/** "Algebra · every week · Tuesday 1 September – Friday 18 December". */
export function whatItIs({ subject, everyDays, from, until }: Programme, { words, locale }: Reader): Text {
  const term = `${onDay(from, locale)} – ${onDay(until, locale)}`;
  return join([say`${subject}`, say`${words.programmes.every[everyDays] ?? ''}`, say`${term}`], ' · ');
}

function turning(
  page: number,
  hasMore: boolean,
  kept: Readonly<Record<string, string>>,
  { words: { buttons } }: Reader,
): readonly Action[] {
  const turn = (label: string, to: number) => button(label, 'programme', { ...kept, page: String(to), turn: 'page' });
  return [...(page > 1 ? [turn(buttons.back, page - 1)] : []), ...(hasMore ? [turn(buttons.more, page + 1)] : [])];
}

export function button(
  label: string,
  handler: string,
  input: Readonly<Record<string, string>>,
  style: 'plain' | 'primary' | 'danger' = 'plain',
): Action {
  return { kind: 'button', label, style, target: { handler, input } };
}
