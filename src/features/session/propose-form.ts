import type { Form, FormField } from '../../conversation/form.ts';
import type { RawInput } from '../../conversation/handler.ts';
import type { Actor, Tutor } from '../../core/people/person.ts';
import { asker, lengthMinutes, type Session } from '../../core/session/session.ts';
import { few } from '../booking/few-times.ts';
import type { Deps } from '../shared/deps.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { openTimes, timeLabel } from '../shared/times.ts';

/** Open times in the menu: a few of each of so many days. */
const MENU = { days: 8, times: 24, lookedThrough: 240 } as const;

/** The tutor's open times and room for one more; who has said no hours says up to three times. */
export async function proposeForm(by: Actor, session: Session, input: RawInput, deps: Deps): Promise<Form> {
  const reader = readerOf(by);
  const words = reader.words.propose;
  const zone = reader.zone ?? deps.defaultZone;
  const tutor = await deps.store.tutor(session.tutor ?? by.person.id);
  const open = tutor ? await openOptions(tutor, session, reader, zone, deps) : [];
  const when = (name: string, label: string, hint?: string): FormField => ({
    kind: 'when',
    name,
    label,
    zone,
    placeholder: reader.words.book.fields.whenPlaceholder,
    isOptional: open.length > 0 || name !== 'when',
    ...(hint === undefined ? {} : { hint }),
    ...(input[name] === undefined ? {} : { value: input[name] }),
  });
  return {
    title: words.title,
    submit: words.submit,
    carry: { session: session.id },
    fields:
      open.length > 0
        ? [
            {
              kind: 'several',
              name: 'times',
              label: words.open,
              hint: words.openHint,
              isOptional: true,
              options: open,
              ...(input['times'] === undefined ? {} : { value: input['times'] }),
            },
            when('when', words.when),
          ]
        : [when('when', words.when, words.typedHint), when('second', words.second), when('third', words.third)],
  };
}

async function openOptions(tutor: Tutor, session: Session, reader: Reader, zone: string, deps: Deps) {
  const learner = asker(session);
  const query = { tutors: [tutor], lengthMinutes: lengthMinutes(session), most: MENU.lookedThrough };
  const starts = await openTimes({ ...query, ...(learner === undefined ? {} : { learner }) }, deps);
  const isMine = tutor.person.id === reader.person.id;
  return few(starts, zone, MENU.days, MENU.times).map((start) => ({
    value: start.toISOString(),
    label: timeLabel(start, reader, isMine ? [] : [tutor], deps),
  }));
}
