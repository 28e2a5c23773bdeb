import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import type { Section } from '../../conversation/message.ts';
import { nothing, notice } from '../../conversation/notice.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { OFFICE_MINUTES, type Office, sessionNow, USUAL_OFFICE_MINUTES } from '../../core/groups/office.ts';
import { SUBJECT_MOST } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { learners } from '../../core/session/session.ts';
import { officeCard, officeSection, standing } from '../cards/office-card.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { choicesOf, usualOf } from '../shared/platform-name.ts';
import { readerOf, type View } from '../shared/reader.ts';
import { notATime } from '../shared/unclear.ts';

export const officeInput = z.object({ subject: Short, when: Short, length: Short, platform: Short });

/** A tutor's drop-in window, from now on. */
export const openOffice = handler({
  input: officeInput,
  form: async (by, input, deps: Deps, ask) =>
    ask === 'missing' && (input['when'] ?? '') !== '' ? undefined : officeForm(by, input, deps),
  run: (by, input, deps: Deps) => startOffice(by, input, deps),
});

const Id = z.object({ office: z.string().max(40) });

/** Takes the last place in the queue. */
export const officeQueue = handler({
  input: Id,
  run: async (by, { office: id }, deps: Deps) => told(by, await deps.offices.queue(by, id), deps),
});

export const officeLeave = handler({
  input: Id,
  run: async (by, { office: id }, deps: Deps): Promise<Reply> => {
    await deps.offices.leaveQueue(by, id);
    return { kind: 'private', message: { text: readerOf(by).words.office.left } };
  },
});

/** Announces it in the channel in which this is pressed. */
export const officeAnnounce = handler({
  input: Id,
  run: async (by, { office: id }, deps: Deps): Promise<Reply> => {
    await deps.offices.announce(by, id);
    return { kind: 'private', message: { text: readerOf(by).words.office.announced } };
  },
});

/** The next one is called: the session that is on ends, and one with them begins. */
export const officeNext = handler({
  input: Id,
  run: async (by, { office: id }, deps: Deps): Promise<Reply> => {
    const session = await deps.offices.callNext(by, id);
    const reader = readerOf(by);
    const learner = learners(session)[0]?.person ?? '';
    const name = (await deps.store.person(learner))?.name ?? reader.words.somebody;
    return { kind: 'private', message: { text: reader.words.office.called(name) } };
  },
});

export const officeClose = handler({
  input: Id,
  run: async (by, { office: id }, deps: Deps): Promise<Reply> => {
    await deps.offices.close(by, id);
    return { kind: 'private', message: { text: readerOf(by).words.office.over } };
  },
});

/** To the tutor, to a channel, and to whoever stands in the queue: kept true as it moves on. */
export const officeNotice = notice({
  kind: 'office',
  data: nothing,
  render: async ({ about, reader }: View, _told, deps: RenderDeps) => {
    const office = await deps.store.office(about.id);
    return office && officeCard(office, reader, deps);
  },
});

/** Those that are open, as entries of a list. */
export async function officeSections(by: Actor, deps: Deps): Promise<readonly Section[]> {
  const all = await deps.store.offices();
  return Promise.all(
    all.slice(0, SHOWN).map((office) => officeSection(office, readerOf(by), deps, by.channel !== undefined)),
  );
}

const SHOWN = 2;

export async function startOffice(by: Actor, input: z.output<typeof officeInput>, deps: Deps): Promise<Reply> {
  const reader = readerOf(by);
  const tutor = await deps.store.tutor(by.person.id);
  if (!tutor) throw new Refusal('not-a-tutor', {});
  const zone = reader.zone ?? deps.defaultZone;
  const read = parseWhen(input.when ?? '', { now: deps.clock(), zone, language: reader.language, isField: true });
  const [first] = read.kind === 'moment' ? [read.start] : read.kind === 'ambiguous' ? read.candidates : [];
  if (!first || read.unclear) throw notATime(read);
  await deps.offices.open(by, {
    subject: input.subject ?? '',
    minutes: Number(input.length ?? USUAL_OFFICE_MINUTES),
    platform: usualOf(choicesOf(tutor, reader, deps, []), input.platform ?? tutor.defaultPlatform) ?? '',
    openUntil: first,
  });
  const { office: words } = reader.words;
  return { kind: 'private', message: { text: by.channel === undefined ? words.opened : words.openedHere } };
}

export async function officeForm(by: Actor, input: RawInput, deps: Deps) {
  const reader = readerOf(by);
  const tutor = await deps.store.tutor(by.person.id);
  if (!tutor) throw new Refusal('not-a-tutor', {});
  const { office: words, openGroup: group, book } = reader.words;
  const zone = reader.zone ?? deps.defaultZone;
  const inTwoHours = deps.clock().toTemporalInstant().toZonedDateTimeISO(zone).add({ hours: 2 }).toPlainDateTime();
  const choices = choicesOf(tutor, reader, deps, []);
  const choice = (
    name: string,
    label: string,
    options: { value: string; label: string }[],
    now: string,
  ): FormField => ({
    kind: 'choice',
    name,
    label,
    isOptional: false,
    options,
    value: input[name] ?? now,
  });
  const fields: FormField[] = [
    {
      kind: 'text',
      name: 'subject',
      label: group.subject,
      isLong: false,
      isOptional: false,
      most: SUBJECT_MOST,
      value: input['subject'] ?? tutor.subjects[0] ?? '',
    },
    {
      kind: 'when',
      name: 'when',
      label: words.openUntil,
      zone,
      placeholder: book.fields.whenPlaceholder,
      isOptional: false,
      value: input['when'] ?? `${inTwoHours.toString({ smallestUnit: 'minute' })}[${zone}]`,
    },
    choice(
      'length',
      words.minutes,
      OFFICE_MINUTES.map((one) => ({ value: String(one), label: lengthWords(one, reader.locale) })),
      String(USUAL_OFFICE_MINUTES),
    ),
    ...(choices.length > 1
      ? [
          choice(
            'platform',
            group.platform,
            choices.map(({ id, name }) => ({ value: id, label: name })),
            usualOf(choices, tutor.defaultPlatform) ?? '',
          ),
        ]
      : []),
  ];
  return { title: words.formTitle, submit: words.submit, carry: {}, fields };
}

/** Which place they have, and when they can expect to be called. */
async function told(by: Actor, office: Office, deps: Deps): Promise<Reply> {
  const running = sessionNow(office);
  const session = running === undefined ? undefined : await deps.store.session(running);
  const busyUntil = session && session.endedAt === undefined ? session.endsAt : undefined;
  return { kind: 'private', message: { text: standing(office, readerOf(by), busyUntil, deps.clock()) } };
}
