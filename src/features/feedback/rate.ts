import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type Reply } from '../../conversation/handler.ts';
import { say } from '../../conversation/say.ts';
import { isGroup } from '../../core/groups/group.ts';
import { COMMENT_MOST, TUTOR_NOTES_MOST } from '../../core/limits.ts';
import type { Opinion } from '../../core/outcome/feedback.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { learners, participant, type Session } from '../../core/session/session.ts';
import { whatWasSaid } from '../cards/feedback-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { nameOf, readerOf, type SessionView, viewOf } from '../shared/reader.ts';

/** It took place, and how it was: 1 to 5 and a comment; for the tutor, notes that both can read. */
export const rate = handler({
  input: z.object({
    session: SessionId,
    rating: Words,
    comment: Words,
    notes: Words,
    // Who was not asked has let nobody read it.
    readers: z.enum(['tutor', 'admins']).catch('admins'),
    // Of a group, to its tutor: who did not come.
    missing: Words,
  }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'rate');
    const me = participant(session, by.person.id);
    const isTutor = me?.role === 'tutor';
    const words = readerOf(by).words.feedback;
    const text = (
      name: string,
      label: string,
      most: number,
      value: string | undefined,
      hint: { hint?: string } = {},
    ): FormField => ({
      ...hint,
      kind: 'text',
      name,
      label,
      isLong: true,
      isOptional: true,
      most,
      ...(value === undefined || value === '' ? {} : { value }),
    });
    const rating = input['rating'] ?? (me?.rating === undefined ? undefined : String(me.rating));
    return {
      title: words.formTitle,
      submit: words.submit,
      carry: { session: session.id },
      fields: [
        {
          kind: 'radio',
          name: 'rating',
          label: words.rating,
          hint: isTutor ? words.tutorRatingHint : words.learnerRatingHint,
          isOptional: isTutor,
          options: (['5', '4', '3', '2', '1'] as const).map((value) => ({ value, label: words.ratings[value] })),
          ...(rating === undefined || rating === '' ? {} : { value: rating }),
        },
        text(
          'comment',
          words.comment,
          COMMENT_MOST,
          input['comment'] ?? me?.comment,
          isTutor ? { hint: words.tutorCommentHint } : {},
        ),
        isTutor
          ? text(
              'notes',
              isGroup(session) ? readerOf(by).words.group.notes : words.notes,
              TUTOR_NOTES_MOST,
              input['notes'] ?? session.tutorNotes,
            )
          : readersField(await viewOf(session, readerOf(by), deps), input['readers']),
        ...(isTutor && isGroup(session)
          ? [missingField(await viewOf(session, readerOf(by), deps), input['missing'])]
          : []),
      ],
    };
  },
  run: async (by, { session: id, rating, comment, notes, readers, missing }, deps: Deps) => {
    const session = await mine(by, id, deps, 'rate');
    const isTutor = participant(session, by.person.id)?.role === 'tutor';
    if (rating === '' && !isTutor) throw new Refusal('required', {}, 'rating');
    const opinion: Opinion = {
      claim: 'took-place',
      rating: rating === '' ? undefined : Number(rating),
      comment: comment === '' ? undefined : comment,
      notes: notes === '' ? undefined : notes,
      sharesComment: readers === 'tutor',
      missing: missing.split(','),
    };
    return thanks(by, await deps.feedback.give(by, id, opinion), deps);
  },
});

/** Who reads what a learner writes: the tutor, too, unless the learner says otherwise. */
function readersField(view: SessionView, typed: string | undefined): FormField {
  const words = view.reader.words.feedback;
  const before = participant(view.session, view.reader.person.id)?.sharesComment === false ? 'admins' : 'tutor';
  return {
    kind: 'radio',
    name: 'readers',
    label: words.readers,
    isOptional: false,
    options: [
      { value: 'tutor', label: words.readersTutor(nameOf(view, view.session.tutor)) },
      { value: 'admins', label: words.readersAdmins },
    ],
    value: typed ?? before,
  };
}

/** What one menu of every chat shows. */
const LEARNERS_SHOWN = 25;

/** Whoever did not enter by us stands first. */
function missingField(view: SessionView, typed: string | undefined): FormField {
  const { session, reader } = view;
  const before = learners(session).flatMap((one) => (one.tutorClaim === 'learner-missing' ? [one.person] : []));
  const first = learners(session).toSorted((a, b) => Number(Boolean(a.joinedAt)) - Number(Boolean(b.joinedAt)));
  return {
    kind: 'several',
    name: 'missing',
    label: reader.words.group.missing,
    hint: reader.words.group.missingHint,
    isOptional: true,
    options: first.slice(0, LEARNERS_SHOWN).map(({ person }) => ({ value: person, label: nameOf(view, person) })),
    value: typed ?? before.join(','),
  };
}

/** It did not take place, and who was missing. */
export const notHeld = handler({
  input: z.object({ session: SessionId, missing: z.enum(['tutor', 'learner']) }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'not-held');
    const words = readerOf(by).words.feedback;
    return {
      title: words.notHeldTitle,
      submit: words.submit,
      carry: { session: session.id },
      fields: [
        {
          kind: 'radio',
          name: 'missing',
          label: words.whoWasMissing,
          isOptional: false,
          options: (['tutor', 'learner'] as const).map((value) => ({
            value,
            label: value === 'learner' && isGroup(session) ? readerOf(by).words.group.nobodyCame : words.missing[value],
          })),
        },
      ],
    };
  },
  run: async (by, { session: id, missing }, deps: Deps) => {
    const session = await mine(by, id, deps, 'not-held');
    const opinion: Opinion = {
      claim: missing === 'tutor' ? 'tutor-missing' : 'learner-missing',
      rating: undefined,
      comment: undefined,
      notes: session.tutorNotes,
    };
    return thanks(by, await deps.feedback.give(by, id, opinion), deps);
  },
});

async function thanks(by: Actor, session: Session, deps: Deps): Promise<Reply> {
  const view = await viewOf(session, readerOf(by), deps);
  return { kind: 'private', message: { text: say`${whatWasSaid(view)} ${view.reader.words.feedback.thanks}` } };
}
