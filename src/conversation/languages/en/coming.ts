import type { Text } from '../../message.ts';
import { say } from '../../say.ts';
import { times } from '../times.ts';

/** Whether people still come, and how late. */
export const coming = {
  late: {
    said: (minutes: number): Text => say`I’ve told the others that you’ll be about ${minutes} minutes late.`,
    news: (who: string, minutes: number, what: Text): Text =>
      say`${who} is running about ${minutes} minutes late: ${what}. Please wait for them.`,
    field: (who: string, minutes: number): Text => say`${who}, about ${minutes} minutes`,
  },

  coming: {
    asked: (what: Text): Text => say`Are you still coming? ${what}`,
    thanks: (other: string): Text => say`Thank you! ${other} can see it.`,
    cannot: say`What would you like to do? If you only need another time, suggest one; nothing is cancelled until you say so.`,
    saidYes: (what: Text): Text => say`You’re coming: ${what}`,
    over: (what: Text): Text => say`Settled: ${what}`,
    silent: (who: string, what: Text): Text => say`${who} hasn’t said whether they’re still coming: ${what}`,
    comes: (who: string, what: Text): Text => say`${who} is coming: ${what}`,
    yes: (names: string): Text => say`${names}: yes`,
    waiting: (names: string): Text => say`${names}: no answer yet`,
  },

  rules: {
    title: 'Rules',
    submit: 'Save',
    asksComing: 'Ask “Still coming?” the day before',
    asks: { yes: 'Yes', no: 'No' },
    late: 'Cancelling is late from so many hours before',
    open: 'Sessions a learner may have ahead',
    weekly: 'Sessions a learner may have a week',
    openHint: 'Requests count too. Leave it empty for any number.',
    weeklyHint: 'Monday to Sunday. Leave it empty for any number.',
    ahead: 'Days ahead that people may book',
    aheadHint: '7 to 366. Tutors choose as much or less.',
    aheadNow: (days: number): Text => say`People book up to ${times(days, 'day', 'days')} ahead.`,
    saved: say`Saved. It counts from now on; what’s agreed already stays as it is.`,
    head: say`Rules`,
    asksNow: say`Learners are asked the day before whether they’re still coming.`,
    asksNotNow: say`Nobody is asked the day before.`,
    lateNow: (hours: number): Text =>
      say`Cancelling less than ${times(hours, 'hour', 'hours')} before the start is late, and is counted.`,
    lateSoFar: (names: string): Text => say`Cancelled late in the last 90 days: ${names}.`,
    openNow: (most: number): Text => say`A learner may have ${times(most, 'session', 'sessions')} ahead.`,
    weeklyNow: (most: number): Text => say`A learner may have ${times(most, 'session', 'sessions')} a week.`,
  },
};
