import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import { moment } from '../../conversation/say.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { SUGGESTIONS, subjectOptions } from '../shared/people.ts';
import { choicesOf } from '../shared/platform-name.ts';
import { readerOf, type View } from '../shared/reader.ts';
import { subjectMeant } from '../shared/subjects.ts';
import { button } from './booking.ts';

const HelpId = z.object({ help: z.string().min(1).max(40) });

/** "Help me now": those who are there are asked, and the first to accept begins the session. */
export const now = handler({
  input: z.object({ subject: Short }),
  form: async (by, input, deps: Deps) => {
    // Only an answer that was refused comes back to be corrected.
    if ((input['subject'] ?? '') !== '' && input['draft'] === undefined) return undefined;
    const { words } = readerOf(by);
    const options = (await subjectOptions(deps, undefined)).slice(0, SUGGESTIONS);
    if (options.length === 0) throw new Refusal('unknown-subject', { typed: '', known: [] });
    const subject = {
      kind: 'choice',
      name: 'subject',
      label: words.book.fields.subject,
      isOptional: false,
      options,
    } as const;
    const value = options.find((one) => one.value === input['subject'])?.value;
    const field = value === undefined ? subject : { ...subject, value };
    return { title: words.now.title, submit: words.now.submit, carry: {}, fields: [field] };
  },
  suggest: {
    subject: async (_by, typed, _input, deps: Deps) =>
      (await subjectOptions(deps, undefined, typed)).slice(0, SUGGESTIONS),
  },
  run: async (by, { subject: typed }, deps: Deps): Promise<Reply> => {
    if (typed === undefined) throw new Refusal('required', {}, 'subject');
    const { words } = readerOf(by);
    const { subject } = await deps.sessions.whom(by, { tutor: undefined, subject: await subjectMeant(typed, deps) });
    const { help, asked } = await deps.helpNow.askForHelp(by, subject);
    const stop = button(words.buttons.stopAsking, 'plain', 'now-stop', { help: help.id });
    return { kind: 'private', message: { text: words.now.asked(asked, subject), actions: [stop] } };
  },
  instead: async (by, input, refusal, sentence) => {
    if (refusal.code !== 'nobody-there') return undefined;
    const { words } = readerOf(by);
    const book = button(words.buttons.book, 'primary', 'book', { subject: input['subject'] ?? '' });
    return { reply: { kind: 'private', message: { text: sentence, actions: [book] } }, short: sentence };
  },
});

export const nowStop = handler({
  input: HelpId,
  run: async (by, { help }, deps: Deps): Promise<Reply> => {
    await deps.helpNow.stopAsking(by, help);
    return { kind: 'replace', message: { text: readerOf(by).words.now.stopped } };
  },
});

/** A tutor comes: the first who says so. */
export const nowHelp = handler({
  input: HelpId,
  run: async (by, { help }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const tutor = await deps.store.tutor(by.person.id);
    const choices = choicesOf(tutor, reader, deps);
    const platform = choices.find(({ id }) => id === tutor?.defaultPlatform) ?? choices[0];
    if (!platform) throw new Refusal('unknown-platform', {});
    const wanted = await deps.store.helpWanted(help);
    await deps.helpNow.giveHelp(by, help, platform.id);
    const learner = wanted && (await deps.store.person(wanted.person));
    const text = reader.words.now.youHelp(learner?.name ?? reader.words.somebody);
    return { kind: 'replace', message: { text } };
  },
});

/** To tutors who are there: somebody needs help now. */
export const helpWanted = notice({
  kind: 'help-wanted',
  data: z.object({ help: z.string(), name: z.string(), subject: z.string(), until: z.number() }),
  render: async ({ reader, now: at }: View, { data, isShown }, deps: RenderDeps) => {
    const words = reader.words.now;
    const title = words.wanted(data.name, data.subject);
    const help = await deps.store.helpWanted(data.help);
    const isOpen = help?.session === undefined && at < (help?.lapsesAt ?? new Date(data.until));
    if (!isOpen) return isShown ? { title, text: words.over } : undefined;
    return {
      title,
      text: words.wantedText(moment(new Date(data.until), reader.zone, 'time')),
      actions: [button(reader.words.buttons.helpNow, 'primary', 'now-help', { help: data.help })],
    };
  },
});
