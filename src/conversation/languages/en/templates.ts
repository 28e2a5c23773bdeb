import type { Text } from '../../message.ts';
import { say } from '../../say.ts';

/** Kinds of sessions that a tutor offers. */
export const templates = {
  template: {
    listTitle: 'Your templates',
    none: say`A template is a kind of session with its own length, agenda and questions. Learners choose it when they book you.`,
    title: 'A template',
    submit: 'Save',
    name: 'Name',
    namePlaceholder: 'Essay check',
    length: 'Length',
    agenda: 'Agenda',
    questions: 'Questions',
    questionsHint: 'One on each line, at most five. With a * it has to be answered.',
    questionsPlaceholder: 'What is it about? *',
    places: 'Places, if it’s for a group',
    placesHint: 'Leave it empty for one learner. With 4-8 you open a group session with it.',
    forMany: (length: string, places: string): Text => say`${length} · group session, ${places} places`,
    option: (name: string, length: string) => `${name} · ${length}`,
    asks: (tutor: string, name: string): Text =>
      say`For “${name}” ${tutor} would like to know a few things first. Nothing is sent yet.`,
    send: 'Go on',
  },
};
