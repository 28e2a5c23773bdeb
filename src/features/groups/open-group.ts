import { z } from 'zod';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import type { Action, Message } from '../../conversation/message.ts';
import { say, strong } from '../../conversation/say.ts';
import { inZone, inZoneShort, lengthWords } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { keepRepeat, parseRepeat } from '../../conversation/when/repeat.ts';
import { DECIDED_HOURS_BEFORE } from '../../core/groups/group.ts';
import { LENGTHS_MINUTES } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { SUGGESTIONS, tutorOptions } from '../shared/people.ts';
import { choicesOf } from '../shared/platform-name.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { isExact } from '../shared/times.ts';
import { notATime, unclearWords } from '../shared/unclear.ts';
import { whichZone, zoneMeant } from '../shared/zones.ts';
import { courseFields, courseOf, repeatMenu } from './course.ts';
import { groupForm } from './group-form.ts';
import { type GroupInput, given, groupInput, hoursBefore, planOf } from './group-input.ts';

const HOUR = 3_600_000;
/** More readings than these are no help to anybody. */
const MOMENTS_ASKED = 5;

/** A session for many, by its tutor or an admin: asked for in a dialog, read back, and opened by one more press. */
export const openGroup = handler({
  input: groupInput,
  form: async (by, input, deps: Deps, ask) => {
    const isComplete = ['subject', 'when', 'places'].every((field) => (input[field] ?? '') !== '');
    return ask === 'missing' && isComplete ? undefined : groupForm(by, input, deps);
  },
  suggest: {
    tutor: async (by, typed, _input, deps) =>
      (await tutorOptions(readerOf(by), deps, typed, undefined))
        .filter((one) => one.value !== 'any')
        .slice(0, SUGGESTIONS),
  },
  run: (by, input, deps: Deps) => readGroupBack(by, input, deps),
});

/** What was chosen on the way: the time that was meant, the place, when it is decided. */
export const changeGroup = handler({
  formOf: 'open-group',
  input: groupInput.extend({
    what: z.enum(['when', 'zone', 'length', 'platform', 'decide', 'repeat']),
    choice: z.string(),
  }),
  run: async (by, { what, choice, ...input }, deps: Deps): Promise<Reply> => {
    const { message } = await readGroupBack(by, { ...input, [what]: choice }, deps);
    return { kind: 'replace', message };
  },
});

/** Opened, as it was read back. */
export const openGroupNow = handler({
  formOf: 'open-group',
  input: groupInput,
  run: async (by, input, deps: Deps): Promise<Reply> => {
    const plan = await planOf(by, input, new Date(input.when ?? ''), deps);
    const reader = readerOf(by);
    const course = courseOf(plan, input.repeat, reader.zone ?? deps.defaultZone, reader, deps);
    if (course) await deps.groups.openCourse(by, course);
    else await deps.groups.open(by, plan);
    await deps.drafts.sent(by, 'open-group');
    const { group, buttons } = readerOf(by).words;
    if (by.channel !== undefined) return { kind: 'replace', message: { text: group.opened } };
    const list: Action = {
      kind: 'button',
      label: buttons.groups,
      style: 'plain',
      target: { handler: 'groups', input: {} },
    };
    return { kind: 'replace', message: { text: group.openedUnseen, actions: [list] } };
  },
});

/** What the words after `/teach group` say: the subject, when, how long. */
export function readGroup(text: string, reader: Reader, deps: Deps): RawInput {
  const zone = reader.zone ?? deps.defaultZone;
  const context = { now: deps.clock(), zone, language: reader.language };
  const repeated = parseRepeat(text, context);
  const repeat = repeated?.lasting && keepRepeat(repeated);
  const when = parseWhen(repeated?.rest ?? text, context);
  if (when.kind === 'unknown') return given({ subject: repeated?.rest ?? text, repeat });
  if (when.kind !== 'moment' || when.unclear) return given({ when: repeated?.rest ?? text, repeat });
  const length = when.lengthMinutes === undefined ? undefined : String(when.lengthMinutes);
  return given({ subject: when.rest, when: when.start.toISOString(), length, repeat });
}

/** "Every Tuesday at 5 pm for ten weeks" is a course. */
function withRepeat(input: GroupInput, reader: Reader, deps: Deps): GroupInput {
  const zone = reader.zone ?? deps.defaultZone;
  const said = parseRepeat(input.when ?? '', { now: deps.clock(), zone, language: reader.language });
  return said?.lasting ? { ...input, when: said.rest, repeat: keepRepeat(said) } : input;
}

/** What would be opened, or the question which time was meant. */
export async function readGroupBack(by: Actor, typed: GroupInput, deps: Deps): Promise<Reply> {
  const reader = readerOf(by);
  const input = withRepeat(typed, reader, deps);
  const meant = input.zone === undefined ? reader.zone : zoneMeant(input.zone, reader);
  if (meant === undefined) throw new Refusal('required', {}, 'zone');
  const keep = (more: Partial<GroupInput> = {}) => {
    const { draft, ...all } = { ...input, ...more };
    return deps.drafts.keep(by, 'open-group', given(all), draft);
  };
  if (typeof meant !== 'string') {
    const target = { handler: 'change-group', input: { draft: await keep({ zone: undefined }), what: 'zone' } };
    return whichZone(reader, meant, reader.words.book.whichZone, target);
  }
  if (reader.zone === undefined) await deps.settings.change(by, { zone: meant });
  const when = input.when ?? '';
  const read = parseWhen(when, { now: deps.clock(), zone: meant, language: reader.language, isField: true });
  if (read.kind === 'incomplete' || read.kind === 'unknown') throw notATime(read);
  const readings = read.kind === 'moment' ? [read.start] : read.kind === 'ambiguous' ? read.candidates : read.nearest;
  const [only, ...others] = readings;
  if (!only || others.length > 0 || (read.unclear && !isExact(when))) {
    const { openGroup: words } = reader.words;
    const text = read.unclear ? say`${unclearWords(read, reader, meant)} ${words.whichTime}` : words.whichTime;
    const draft = await keep();
    const actions = readings.slice(0, MOMENTS_ASKED).map((at) => {
      const chosen = { draft, what: 'when', choice: at.toISOString() };
      return button(inZoneShort(at, meant, reader.locale), 'change-group', chosen, 'primary');
    });
    return { kind: 'private', message: { text, actions } };
  }
  const length = input.length ?? (read.kind === 'moment' ? read.lengthMinutes : undefined)?.toString();
  const draft = await keep({ when: only.toISOString(), length, zone: undefined });
  return { kind: 'private', message: await preview(by, { ...input, length, draft }, only, meant, deps) };
}

/** What would be opened, with what is rarely said otherwise to be chosen. */
async function preview(by: Actor, input: GroupInput, startsAt: Date, zone: string, deps: Deps): Promise<Message> {
  const plan = await planOf(by, input, startsAt, deps);
  const tutor = await deps.groups.check(by, plan);
  const reader = readerOf(by);
  const course = courseOf(plan, input.repeat, zone, reader, deps);
  const dates = course && (await deps.groups.datesOf(by, course));
  const { openGroup: words, fields, buttons } = reader.words;
  const draft = input.draft ?? '';
  const at = (moment: Date) => inZone(moment, zone, reader.locale);
  const menu = (
    what: string,
    label: string,
    options: readonly { value: string; label: string }[],
    selected: string,
  ) => {
    const target = { handler: 'change-group', input: { draft, what } };
    return options.length > 1 ? [{ kind: 'choice', label, target, options, selected } as const] : [];
  };
  const ahead = DECIDED_HOURS_BEFORE.filter((hours) => startsAt.getTime() - hours * HOUR > deps.clock().getTime());
  const chosen = ahead.find((hours) => startsAt.getTime() - hours * HOUR === plan.minimumUntil.getTime());
  const offered = await deps.store.tutor(plan.tutor);
  return {
    title: say`${words.previewTitle}`,
    text: words.preview(plan.subject, tutor.name),
    fields: [
      { name: fields.when, value: say`${strong(at(startsAt))}` },
      { name: fields.length, value: say`${lengthWords(plan.lengthMinutes, reader.locale)}` },
      ...(dates ? courseFields(dates, reader) : []),
      { name: reader.words.group.places, value: words.placesRead(plan.minimum, plan.capacity, at(plan.minimumUntil)) },
      ...(plan.note === '' ? [] : [{ name: fields.note, value: say`${plan.note}` }]),
    ],
    actions: [
      ...menu(
        'length',
        words.length,
        LENGTHS_MINUTES.map((minutes) => ({ value: String(minutes), label: lengthWords(minutes, reader.locale) })),
        String(plan.lengthMinutes),
      ),
      ...menu(
        'decide',
        words.decided,
        ahead.map((hours) => ({ value: String(hours), label: words.decidedBefore(hours) })),
        String(chosen ?? hoursBefore(input)),
      ),
      ...menu(
        'platform',
        words.platform,
        choicesOf(offered, reader, deps, []).map((one) => ({ value: one.id, label: one.name })),
        plan.platform,
      ),
      repeatMenu(draft, input.repeat, startsAt, zone, reader),
      button(buttons.openIt, 'open-group-now', { draft }, 'primary'),
      button(buttons.change, 'open-group', { draft }),
    ],
  };
}

function button(
  label: string,
  handler: string,
  input: Readonly<Record<string, string>>,
  style: 'primary' | 'plain' = 'plain',
): Action {
  return { kind: 'button', label, style, target: { handler, input } };
}
