import { z } from 'zod';
import type { Form } from '../../conversation/form.ts';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import type { Action, Field, Message } from '../../conversation/message.ts';
import { nothing, notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import { formatWeekly } from '../../conversation/when/weekly.ts';
import { APPLICATION_TEXT_MOST } from '../../core/limits.ts';
import type { Actor, Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { type Reader, readerOf, type View } from '../shared/reader.ts';

const Applicant = z.string().min(1).max(40);

/** To the admins: somebody would like to teach. */
export const application = notice({
  kind: 'application',
  data: nothing,
  render: async ({ about, reader }: View, { isShown }, deps: RenderDeps) => {
    const tutor = await deps.store.tutor(about.id);
    if (!tutor || (!isShown && tutor.application.standing !== 'applied')) return undefined;
    const { by } = tutor.application;
    const admin = by === undefined ? undefined : ((await deps.store.person(by))?.name ?? reader.words.formerMember);
    return applicationCard(tutor, admin, reader);
  },
});

function applicationCard(
  { person, subjects, bio, weeklyHours, application: is }: Tutor,
  admin = '',
  reader: Reader,
): Message {
  const { application: words, fields, buttons } = reader.words;
  const hours = formatWeekly(weeklyHours, reader.language);
  const field = (name: string, value: string | undefined): readonly Field[] =>
    value === undefined || value === '' ? [] : [{ name, value: say`${value}` }];
  const button = (label: string, handler: string, style: 'primary' | 'plain' | 'danger'): Action => ({
    kind: 'button',
    label,
    style,
    target: { handler, input: { applicant: person.id } },
  });
  const isOpen = is.standing === 'applied';
  const who = reader.words.asAdmin(admin);
  return {
    title: words.title(person.name),
    text: isOpen ? words.text : is.standing === 'approved' ? words.approvedBy(who) : words.refusedBy(who),
    fields: [
      ...field(fields.subject, subjects.join(', ')),
      ...field(words.bio, bio),
      ...field(words.hours, hours),
      ...field(words.asked(admin), is.asked),
      ...field(words.answered(person.name), is.answered),
      ...field(fields.reason, is.reason),
    ],
    actions: isOpen
      ? [
          button(buttons.approve, 'application-approve', 'primary'),
          button(buttons.askThem, 'application-ask', 'plain'),
          button(buttons.refuse, 'application-refuse', 'danger'),
        ]
      : [],
  };
}

export const applicationApprove = handler({
  task: 'look after people',
  input: z.object({ applicant: Applicant }),
  run: async (by, { applicant }, deps: Deps) => told(by, await deps.applications.approve(by, applicant), 'approved'),
});

export const applicationAsk = handler({
  task: 'look after people',
  input: z.object({ applicant: Applicant, text: Words }),
  form: (by, input, deps: Deps) => adminForm(by, input, readerOf(by).words.application.ask, deps),
  run: async (by, { applicant, text }, deps: Deps) =>
    told(by, await deps.applications.ask(by, applicant, text), 'asked'),
});

export const applicationRefuse = handler({
  task: 'look after people',
  input: z.object({ applicant: Applicant, text: Words }),
  form: (by, input, deps: Deps) => adminForm(by, input, readerOf(by).words.application.refuse, deps),
  run: async (by, { applicant, text }, deps: Deps) =>
    told(by, await deps.applications.refuse(by, applicant, text), 'refused'),
});

/** The applicant's answer: it comes to the card of the admins. */
export const applicationAnswer = handler({
  input: z.object({ text: Words }),
  form: async (by, input) => textForm(readerOf(by), readerOf(by).words.application.answer, {}, input['text']),
  run: async (by, { text }, deps: Deps): Promise<Reply> => {
    await deps.applications.answer(by, text);
    return { kind: 'private', message: { text: readerOf(by).words.application.sent } };
  },
});

interface Asked {
  readonly title: string;
  readonly label: string;
}

async function adminForm(by: Actor, input: RawInput, asked: Asked, deps: Deps): Promise<Form> {
  const applicant = input['applicant'] ?? '';
  const tutor = await deps.store.tutor(applicant);
  if (tutor?.application.standing !== 'applied') throw new Refusal('changed', {});
  return textForm(readerOf(by), asked, { applicant }, input['text']);
}

function textForm(
  { words }: Reader,
  asked: Asked,
  carry: Readonly<Record<string, string>>,
  value: string | undefined,
): Form {
  return {
    title: asked.title,
    submit: words.feedback.submit,
    carry,
    fields: [
      {
        kind: 'text',
        name: 'text',
        label: asked.label,
        isLong: true,
        isOptional: false,
        most: APPLICATION_TEXT_MOST,
        ...(value === undefined || value === '' ? {} : { value }),
      },
    ],
  };
}

/** The card in the channel follows by itself. */
function told(by: Actor, { person }: Tutor, what: 'approved' | 'asked' | 'refused'): Reply {
  return { kind: 'private', message: { text: readerOf(by).words.application.done[what](person.name) } };
}

/** To the applicant: what an admin says. */
export const applicationNews = notice({
  kind: 'application-news',
  data: z.object({
    what: z.enum(['approved', 'asked', 'refused']),
    by: z.string(),
    admin: z.string(),
    reason: z.string().optional(),
  }),
  render: ({ reader: { words } }: View, { data: { what, admin, reason = '' } }) => {
    const { application: said, buttons } = words;
    const button = (label: string, handler: string, input: Readonly<Record<string, string>>): Action => ({
      kind: 'button',
      label,
      style: 'primary',
      target: { handler, input },
    });
    const next = {
      approved: button(buttons.availability, 'availability', {}),
      asked: button(buttons.answer, 'application-answer', {}),
      refused: button(buttons.changeOffer, 'teach', { what: 'change' }),
    };
    const line = said.news[what](words.asAdmin(admin || words.formerMember));
    return { text: reason === '' ? line : say`${line}\n${reason}`, actions: [next[what]] };
  },
});
