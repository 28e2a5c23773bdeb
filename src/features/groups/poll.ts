import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import { POLL_TIMES } from '../../core/groups/poll.ts';
import type { PollPlan } from '../../core/groups/polls.ts';
import { LENGTHS_MINUTES, SUBJECT_MOST, USUAL_LENGTH_MINUTES } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { learners } from '../../core/session/session.ts';
import { pollCard } from '../cards/poll-card.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { choicesOf, usualOf } from '../shared/platform-name.ts';
import { readerOf, type View } from '../shared/reader.ts';
import { zoneField, zoneMeant } from '../shared/zones.ts';
import { given, placesIn } from './group-input.ts';
import { peopleMeant, timesIn } from './poll-input.ts';

const TYPED_MOST = 1000;
const USUAL_PLACES = '10';

export const pollInput = z.object({
  subject: Short,
  times: Short,
  length: Short,
  places: Short,
  whom: Short,
  zone: Short,
  /** A group session whose people are asked. */
  session: Short,
  draft: Short,
});
type PollInput = z.output<typeof pollInput>;

/** Times among which people choose: asked for in a dialog, read back, and sent by one more press. */
export const openPoll = handler({
  input: pollInput,
  form: async (by, input, deps: Deps, ask) => {
    const isComplete = ['subject', 'times'].every((field) => (input[field] ?? '') !== '');
    return ask === 'missing' && isComplete ? undefined : pollForm(by, input, deps);
  },
  run: (by, input, deps: Deps) => readPollBack(by, input, deps),
});

export const askPoll = handler({
  formOf: 'open-poll',
  input: pollInput,
  run: async (by, input, deps: Deps) => {
    const poll = await deps.polls.open(by, await planOf(by, input, deps));
    await deps.drafts.sent(by, 'open-poll');
    const { poll: words } = readerOf(by).words;
    return { kind: 'replace', message: { text: poll.isPublic ? words.askedHere : words.asked } };
  },
});

const Chosen = z.object({ poll: z.string().max(40), time: z.coerce.number().int().min(0).max(POLL_TIMES.most) });

/** That a time fits, or does not any more. In a channel the answer is for whoever pressed alone. */
export const pollAnswer = handler({
  input: Chosen,
  run: async (by, { poll: id, time }, deps: Deps): Promise<Reply> => {
    const poll = await deps.polls.answer(by, id, time);
    const message = await pollCard(poll, readerOf(by), deps);
    return { kind: by.channel === undefined ? 'replace' : 'private', message };
  },
});

/** The tutor takes one: it becomes the session. */
export const pollChoose = handler({
  input: Chosen,
  run: async (by, { poll: id, time }, deps: Deps): Promise<Reply> => {
    const session = await deps.polls.choose(by, id, time);
    const reader = readerOf(by);
    const at = moment(session.startsAt, reader.zone);
    return { kind: 'private', message: { text: reader.words.poll.chosen(at, learners(session).length) } };
  },
});

export const pollClose = handler({
  input: Chosen.pick({ poll: true }),
  run: async (by, { poll: id }, deps: Deps): Promise<Reply> => {
    const poll = await deps.polls.close(by, id);
    return {
      kind: by.channel === undefined ? 'replace' : 'private',
      message: await pollCard(poll, readerOf(by), deps),
    };
  },
});

/** To those who are asked, to its tutor, and to a channel. */
export const pollNotice = notice({
  kind: 'poll',
  data: z.object({}),
  render: async ({ about, reader }: View, _told, deps: RenderDeps) => {
    const poll = await deps.store.poll(about.id);
    return poll && pollCard(poll, reader, deps);
  },
});

/** What would be asked, of whom. */
export async function readPollBack(by: Actor, input: PollInput, deps: Deps): Promise<Reply> {
  const reader = readerOf(by);
  const plan = await planOf(by, input, deps);
  const { poll: words, fields, buttons } = reader.words;
  const people = await deps.store.people(plan.asked);
  const names = plan.asked.map((person) => people.get(person)?.name ?? reader.words.formerMember);
  const times = plan.times.map((time) => time.toISOString()).join('\n');
  const { draft: before, zone: _, ...rest } = input;
  const draft = await deps.drafts.keep(by, 'open-poll', given({ ...rest, times }), before);
  const button = (label: string, handler: string, style: 'primary' | 'plain') =>
    ({ kind: 'button', label, style, target: { handler, input: { draft } } }) as const;
  return {
    kind: 'private',
    message: {
      title: say`${reader.words.openGroup.previewTitle}`,
      text: words.preview(plan.subject, lengthWords(plan.lengthMinutes, reader.locale)),
      fields: [
        {
          name: fields.when,
          value: join(
            plan.times.map((time) => say`${moment(time, reader.zone)}`),
            '\n',
          ),
        },
        { name: words.whom, value: names.length > 0 ? say`${names.join(', ')}` : words.everybodyHere },
      ],
      actions: [button(buttons.askThem, 'ask-poll', 'primary'), button(buttons.change, 'open-poll', 'plain')],
    },
  };
}

async function planOf(by: Actor, input: PollInput, deps: Deps): Promise<PollPlan> {
  const zone = input.zone === undefined ? by.person.zone : zoneMeant(input.zone, readerOf(by));
  if (typeof zone !== 'string') throw new Refusal('unknown-zone', { typed: input.zone ?? '' }, 'zone');
  const reader = readerOf(by);
  if (by.person.zone === undefined) await deps.settings.change(by, { zone });
  if (input.subject === undefined) throw new Refusal('required', {}, 'subject');
  const tutor = await deps.store.tutor(by.person.id);
  if (!tutor) throw new Refusal('not-a-tutor', {});
  const group = input.session === undefined ? undefined : await deps.store.session(input.session);
  const ofGroup = group?.tutor === by.person.id ? learners(group).map((one) => one.person) : [];
  return {
    subject: input.subject,
    lengthMinutes: Number(input.length ?? USUAL_LENGTH_MINUTES),
    capacity: placesIn(input.places ?? USUAL_PLACES).capacity,
    platform: usualOf(choicesOf(tutor, reader, deps, []), tutor.defaultPlatform) ?? '',
    times: timesIn(input.times ?? '', zone, reader, deps),
    asked: [...ofGroup, ...(await peopleMeant(by, input.whom ?? '', deps))],
  };
}

async function pollForm(by: Actor, input: RawInput, deps: Deps) {
  const reader = readerOf(by);
  const tutor = await deps.store.tutor(by.person.id);
  if (!tutor) throw new Refusal('not-a-tutor', {});
  const { poll: words, openGroup: group, book } = reader.words;
  const text = (name: string, label: string, most: number, more: object, now = ''): FormField => {
    const value = input[name] ?? now;
    const field = { kind: 'text', name, label, most, isLong: false, isOptional: false, ...more } as FormField;
    return value === '' ? field : { ...field, value };
  };
  const length: FormField = {
    kind: 'choice',
    name: 'length',
    label: group.length,
    isOptional: false,
    options: LENGTHS_MINUTES.map((one) => ({ value: String(one), label: lengthWords(one, reader.locale) })),
    value: input['length'] ?? String(USUAL_LENGTH_MINUTES),
  };
  const ofGroup = input['session'] === undefined ? {} : { session: input['session'] };
  return {
    title: words.formTitle,
    submit: group.submit,
    carry: ofGroup,
    fields: [
      text('subject', group.subject, SUBJECT_MOST, {}, tutor.subjects[0]),
      text('times', words.times, TYPED_MOST, {
        isLong: true,
        hint: words.timesHint,
        placeholder: words.timesPlaceholder,
      }),
      reader.zone === undefined ? zoneField(book.fields.zone, book.fields.zonePlaceholder, input['zone']) : length,
      text('places', group.places, 20, { isOptional: true, placeholder: USUAL_PLACES }),
      text('whom', words.whom, TYPED_MOST, { isLong: true, isOptional: true, hint: words.whomHint }),
    ],
  };
}
