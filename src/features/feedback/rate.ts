import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type Reply } from '../../conversation/handler.ts';
import { COMMENT_MOST, TUTOR_NOTES_MOST } from '../../core/limits.ts';
import type { Opinion } from '../../core/outcome/feedback.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { participant, type Session } from '../../core/session/session.ts';
import { feedbackCard } from '../cards/feedback-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { readerOf, viewOf } from '../shared/reader.ts';

/** It took place, and how it was: 1 to 5 and a comment; for the tutor, notes that both can read. */
export const rate = handler({
  input: z.object({ session: SessionId, rating: Words, comment: Words, notes: Words }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'rate');
    const me = participant(session, by.person.id);
    const isTutor = me?.role === 'tutor';
    const words = readerOf(by).words.feedback;
    const text = (name: string, label: string, most: number, value: string | undefined): FormField => ({
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
          isOptional: isTutor,
          options: (['5', '4', '3', '2', '1'] as const).map((value) => ({ value, label: words.ratings[value] })),
          ...(rating === undefined || rating === '' ? {} : { value: rating }),
        },
        text('comment', words.comment, COMMENT_MOST, input['comment'] ?? me?.comment),
        ...(isTutor ? [text('notes', words.notes, TUTOR_NOTES_MOST, input['notes'] ?? session.tutorNotes)] : []),
      ],
    };
  },
  run: async (by, { session: id, rating, comment, notes }, deps: Deps) => {
    const session = await mine(by, id, deps, 'rate');
    const isTutor = participant(session, by.person.id)?.role === 'tutor';
    if (rating === '' && !isTutor) throw new Refusal('required', {}, 'rating');
    const opinion: Opinion = {
      claim: 'took-place',
      rating: rating === '' ? undefined : Number(rating),
      comment: comment === '' ? undefined : comment,
      notes: notes === '' ? undefined : notes,
    };
    return thanks(by, await deps.feedback.give(by, id, opinion), deps);
  },
});

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
          options: (['tutor', 'learner'] as const).map((value) => ({ value, label: words.missing[value] })),
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
  return { kind: 'replace', message: feedbackCard(await viewOf(session, readerOf(by), deps), deps) };
}
