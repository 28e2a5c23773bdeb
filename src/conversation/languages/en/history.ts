import type { Text } from '../../message.ts';
import { say } from '../../say.ts';

/** What is kept of a session, and what happens when two do not agree on it. */
export const history = {
  history: {
    came: 'Who came',
    nobodyCame: say`Nobody pressed “Join”, so I don’t know.`,
    comment: (name: string) => `Comment by ${name}`,
    ratings: 'Ratings',
    adminsOnly: 'for admins only',
    said: (name: string) => `${name} says`,
    claims: {
      'took-place': 'it took place',
      'learner-missing': 'the learner didn’t come',
      'tutor-missing': 'the tutor didn’t come',
    },
  },

  dispute: {
    title: (subject: string, learner: string, tutor: string): Text =>
      say`${learner} and ${tutor} don’t agree on ${subject}`,
    text: say`They say different things about whether it took place. What is true? Until an admin who wasn’t in it says so, the rating doesn’t count.`,
    decided: (state: string): Text => say`It’s decided: ${state}.`,
    silentTitle: (subject: string, learner: string, tutor: string): Text =>
      say`Did ${subject} take place? ${learner} and ${tutor} haven’t said`,
    silentText: say`Nobody has answered in three days, and no platform saw them together. If you know what is true, say so: both read it.`,
    news: (who: string, what: Text): Text => say`${who} decided about ${what}.`,
    done: say`Thank you! Both read it on their cards.`,
    decide: {
      'took-place': 'It took place',
      'learner-missing': 'Learner didn’t come',
      'tutor-missing': 'Tutor didn’t come',
    },
  },
};
