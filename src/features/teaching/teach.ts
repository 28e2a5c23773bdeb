import { z } from 'zod';
import type { Form, FormField } from '../../conversation/form.ts';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import type { Field, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { BIO_MOST, LENGTHS_MINUTES, SUBJECT_MOST, USUAL_LENGTH_MINUTES } from '../../core/limits.ts';
import type { Actor, Offer, Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import { groupInput } from '../groups/group-input.ts';
import { openOffice, startOffice } from '../groups/office.ts';
import { openGroup, readGroup, readGroupBack } from '../groups/open-group.ts';
import { openPoll, pollInput, readPollBack } from '../groups/poll.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { choicesOf } from '../shared/platform-name.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { choiceTyped } from '../shared/typed-choice.ts';
import { whichZone, zoneField, zoneMeant } from '../shared/zones.ts';
import { hoursIn } from './hours-in.ts';
import { offerOf } from './offer-of.ts';
import { makeStatement, periodInput, statementForm } from './statement.ts';
import { showTemplates } from './templates.ts';
import { tutorSection } from './tutors.ts';

const SUBJECTS_MOST = 10;

const WITHOUT_DIALOG: readonly string[] = ['pause', 'resume', 'templates'];

/** Offers oneself as a tutor, changes the offer, pauses. */
export const teach = handler({
  input: z.object({
    what: z.enum(['change', 'pause', 'resume', 'group', 'office', 'poll', 'templates', 'statement']).catch('change'),
    subjects: Words,
    bio: Words,
    lengths: Words,
    hours: Words,
    zone: Short,
    ...groupInput.omit({ zone: true }).shape,
    ...pollInput.omit({ zone: true }).shape,
    ...periodInput.shape,
  }),
  form: async (by, input, deps: Deps, ask) => {
    // A session for many has a dialog of its own, which is read back before it is opened.
    if (input['what'] === 'group') {
      const form = await openGroup.form?.(by, input, deps, ask);
      return form && { ...form, carry: { ...form.carry, what: 'group' } };
    }
    if (input['what'] === 'office') {
      const form = await openOffice.form?.(by, input, deps, ask);
      return form && { ...form, carry: { ...form.carry, what: 'office' } };
    }
    if (input['what'] === 'poll') {
      const form = await openPoll.form?.(by, input, deps, ask);
      return form && { ...form, carry: { ...form.carry, what: 'poll' } };
    }
    if (input['what'] === 'statement') {
      const form = await statementForm(by, input, deps, ask);
      return form && { ...form, carry: { ...form.carry, what: 'statement' } };
    }
    if (WITHOUT_DIALOG.includes(input['what'] ?? '')) return undefined;
    // A dialog that was sent in comes back only to be shown again with what was filled in.
    return ask === 'missing' && input['subjects'] !== undefined
      ? undefined
      : offerForm(readerOf(by), input, await deps.store.tutor(by.person.id));
  },
  ...(openGroup.suggest && { suggest: openGroup.suggest }),
  read: async (by, { text }, deps: Deps) => {
    const [first = ''] = text.split(/\s/, 1);
    const what = choiceTyped(first, readerOf(by).words.commands.teach.options['what']) ?? 'change';
    if (what !== 'group') return { what };
    return { what, ...readGroup(text.slice(first.length).trim(), readerOf(by), deps) };
  },
  run: async (by, input, deps: Deps): Promise<Reply> => {
    if (input.what === 'group') return readGroupBack(by, input, deps);
    if (input.what === 'office') return startOffice(by, input, deps);
    if (input.what === 'poll') return readPollBack(by, input, deps);
    if (input.what === 'statement') return makeStatement(by, by.person.id, input, deps);
    if (input.what === 'templates') return showTemplates(by, deps);
    if (input.what !== 'change') return pause(by, input.what === 'pause', deps);
    const said = readOffer(readerOf(by), input, await deps.store.tutor(by.person.id));
    const zone = input.zone === undefined ? undefined : zoneMeant(input.zone, readerOf(by));
    await deps.offers.teach(by, said, typeof zone === 'string' ? zone : undefined);
    if (zone !== undefined && typeof zone !== 'string') return whichZone(readerOf(by), zone);
    return showOffer(by, deps);
  },
});

/** The tutor's own choice of where to meet: asked on the card of the offer, where there is something to choose. */
export const teachPlatform = handler({
  input: z.object({ choice: z.string() }),
  run: async (by, { choice }, deps: Deps) => {
    const tutor = await offerOf(by, deps);
    const isOffered = choicesOf(tutor, readerOf(by), deps, [by.account.chat]).some((one) => one.id === choice);
    if (!isOffered) throw new Refusal('unknown-platform', {});
    await deps.offers.change(by, { defaultPlatform: choice });
    const { message } = await showOffer(by, deps);
    return { kind: 'replace', message };
  },
});

/** What learners see now, and what the tutor can do about it. */
export async function showOffer(by: Actor, deps: Deps) {
  const reader = readerOf(by);
  const { words } = reader;
  const tutor = await offerOf(by, deps);
  const { actions: _none, ...section } = await tutorSection(tutor, reader, deps);
  const button = (label: string, what: string) =>
    ({ kind: 'button', label, style: 'plain', target: { handler: 'teach', input: { what } } }) as const;
  const choices = choicesOf(tutor, reader, deps, [by.account.chat]);
  const rooms = {
    kind: 'button',
    label: words.buttons.rooms,
    style: 'plain',
    target: { handler: 'teach-rooms', input: {} },
  } as const;
  const platforms = {
    kind: 'choice',
    label: words.teach.platform,
    target: { handler: 'teach-platform', input: {} },
    options: choices.map((one) => ({ value: one.id, label: one.name })),
    selected: tutor.defaultPlatform ?? choices[0]?.id ?? '',
  } as const;
  const own = [...field(words.fields.ownRoom, tutor.ownRoom), ...field(words.fields.account, tutor.platformAccount)];
  return {
    kind: 'private',
    message: {
      text: savedText(tutor, reader),
      sections: [section, ...(own.length > 0 ? [{ title: words.teach.onlyYou, fields: own }] : [])],
      actions: [
        ...(choices.length > 1 ? [platforms] : []),
        {
          kind: 'button',
          label: words.buttons.availability,
          // Who begins to teach is led on: without hours no time is offered.
          style: tutor.weeklyHours.length === 0 ? 'primary' : 'plain',
          target: { handler: 'availability', input: {} },
        },
        button(words.buttons.changeOffer, 'change'),
        rooms,
        {
          kind: 'button',
          label: words.buttons.openGroup,
          style: 'plain',
          target: { handler: 'open-group', input: {} },
        },
        { kind: 'button', label: words.buttons.templates, style: 'plain', target: { handler: 'templates', input: {} } },
        { kind: 'button', label: words.buttons.statement, style: 'plain', target: { handler: 'statement', input: {} } },
        tutor.isPaused ? button(words.buttons.resume, 'resume') : button(words.buttons.pause, 'pause'),
      ],
    },
  } as const;
}

/** How it stands with what they offer. */
function savedText({ isPaused, weeklyHours, application: { standing, reason = '' } }: Tutor, { words }: Reader): Text {
  if (standing === 'applied') return words.teach.savedApplied;
  if (standing === 'refused') return words.teach.savedRefused(reason);
  if (isPaused) return words.teach.savedPaused;
  return weeklyHours.length === 0 ? words.teach.savedNoHours : words.teach.saved;
}

function field(name: string, value: string | undefined): readonly Field[] {
  return value === undefined ? [] : [{ name, value: say`${value}` }];
}

async function pause(by: Actor, isPaused: boolean, deps: Deps): Promise<Reply> {
  await deps.offers.change(by, { isPaused });
  const { words } = readerOf(by);
  const [label, what] = isPaused ? [words.buttons.resume, 'resume'] : [words.buttons.pause, 'pause'];
  return {
    kind: 'private',
    message: {
      text: isPaused ? words.teach.paused : words.teach.resumed,
      actions: [{ kind: 'button', label, style: 'plain', target: { handler: 'teach', input: { what } } }],
    },
  };
}

function offerForm(reader: Reader, given: RawInput, tutor: Tutor | undefined): Form {
  const words = reader.words.teach;
  const text = (
    name: string,
    label: string,
    most: number,
    isLong: boolean,
    isOptional: boolean,
    placeholder: string,
    now: string,
    hint?: string,
  ): FormField => {
    const value = given[name] ?? now;
    return {
      kind: 'text',
      name,
      label,
      most,
      isLong,
      isOptional,
      placeholder,
      ...(value === '' ? {} : { value }),
      ...(hint === undefined ? {} : { hint }),
    };
  };
  return {
    title: tutor ? words.titleChange : words.title,
    submit: words.submit,
    carry: { what: 'change' },
    fields: [
      text(
        'subjects',
        words.subjects,
        SUBJECTS_MOST * (SUBJECT_MOST + 2),
        false,
        false,
        words.subjectsPlaceholder,
        tutor?.subjects.join(', ') ?? '',
      ),
      text('bio', words.bio, BIO_MOST, true, true, words.bioPlaceholder, tutor?.bio ?? ''),
      zoneField(words.zone, reader.words.book.fields.zonePlaceholder, given['zone'] ?? reader.zone),
    ],
  };
}

/** @throws Refusal at the field that could not be read. */
/** What is taught and when, out of what was filled in. @throws Refusal at the field that is wrong. */
export function readOffer(
  reader: Reader,
  input: { subjects: string; bio: string; lengths: string; hours: string },
  tutor: Tutor | undefined,
): Pick<Offer, 'subjects' | 'bio' | 'lengths' | 'weeklyHours'> {
  const subjects = subjectsIn(input.subjects);
  if (subjects.length === 0 || subjects.length > SUBJECTS_MOST) throw new Refusal('nothing-taught', {}, 'subjects');
  if (subjects.some((name) => name.length > SUBJECT_MOST))
    throw new Refusal('too-long', { most: SUBJECT_MOST }, 'subjects');
  if (input.bio.length > BIO_MOST) throw new Refusal('too-long', { most: BIO_MOST }, 'bio');
  // Hours and lengths are said with `/availability`; what was filled in while they were asked here counts all the same.
  const wanted = input.lengths.split(',').map((text) => Number(text.trim()));
  const lengths = LENGTHS_MINUTES.filter((minutes) => wanted.includes(minutes));
  return {
    subjects,
    bio: input.bio,
    lengths: lengths.length > 0 ? lengths : (tutor?.lengths ?? [USUAL_LENGTH_MINUTES]),
    weeklyHours: input.hours === '' ? (tutor?.weeklyHours ?? []) : hoursIn(input.hours, reader, 'hours'),
  };
}

function subjectsIn(text: string): readonly string[] {
  const names = text.split(/[,;\n]/).map((name) => name.trim().replace(/\s+/g, ' '));
  const given = names.filter((name) => name !== '');
  // The first spelling counts.
  return given.filter((name, index) => given.findIndex((other) => spellingKey(other) === spellingKey(name)) === index);
}
