import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** Sessions that repeat. */
export const series = {
  series: {
    /** On which day it is, and at which time: "every Tuesday at 17:00 (Chicago)". */
    on: {
      week: (weekday: string): string => `every ${weekday}`,
      'two-weeks': (weekday: string): string => `every two weeks on ${weekday}`,
      month: (weekday: string, nth: string): string => `on the ${nth} ${weekday} of each month`,
      'month-end': (weekday: string): string => `on the last ${weekday} of each month`,
    },
    rule: (day: string, time: string, place: string): string => `${day} at ${time} (${place})`,
    nths: ['first', 'second', 'third', 'fourth'],
    field: 'Repeats',
    dates: 'Dates',
    nth: (ordinal: number, of: number): string => `${ordinal} of ${of}`,
    /** Of a group session that repeats. */
    course: (count: number): Text =>
      say`It’s a course of ${count}: whoever signs up has a place in all that are to come.`,
    leftOut: say`What is marked is left out.`,
    once: 'Once',
    title: (subject: string, other: string, count: number): Text => say`${subject} with ${other}, ${count} times`,
    asks: (learner: string, count: number): Text => say`${learner} asks you for ${count} sessions`,
    isOut: (count: number): Text => say`Your request for ${count} sessions is out`,
    clock: say`The hour on that clock stays the same, also when the clocks change.`,
    more: (count: number): Text => say`… and ${count} more`,
    line: (nr: number, when: Span, state: string): Text => say`${nr}. ${when} · ${state}`,
    counted: (count: number, state: string): string => `${count} ${state}`,
    outside: (count: number): Text => say`⚠ Outside your weekly hours: ${count} of them.`,
    linkLater: say`The card with the link comes a week before.`,
    one: say`Answer all with one press, or open the dates and answer each by itself.`,

    confirmedAll: (count: number, other: string): Text =>
      say`You confirmed all ${count}. ${other} hears of it; the card with the link of each comes a week before it.`,
    declinedAll: (count: number): Text => say`You declined all ${count}.`,

    /** Which of them: for a dialog. */
    scope: 'Which of them?',
    this: 'Only this one',
    following: (count: number): string => `This and the following: ${times(count, 'session', 'sessions')}`,
    all: (count: number): string => `All that are to come: ${times(count, 'session', 'sessions')}`,
    cancelled: (count: number): Text =>
      say`${times(count, 'session is', 'sessions are')} cancelled, and the other side hears of it in one message.`,
    moved: (count: number, at: Span): Text =>
      say`${times(count, 'session', 'sessions')} moved (the first to ${at}). Everybody hears of it in one message.`,
    suggest: 'Suggest it',
    moveHint: 'The new time of the first. The others go along.',
    suggested: (count: number, first: Span): Text =>
      say`I’ve asked the other side whether ${times(count, 'session', 'sessions')} can be moved (the first to ${first}). Until they say yes, nothing changes; you’re both kept free then.`,
    stays: say`It stays as it was, and the other side hears of it.`,
    readBack: (others: number): Text =>
      say`Is this the new time of the first? The other ${others} move with it, by as many days and to the same hour. Nothing is moved until you press it.`,

    news: {
      confirmed: (who: string, count: number, what: Text, first: Span): Text =>
        say`${who} confirmed all ${count}: ${what}, from ${first} on`,
      declined: (who: string, count: number, what: Text): Text => say`${who} declined all ${count}: ${what}`,
      cancelled: (who: string, count: number, what: Text, first: Span, last: Span): Text =>
        count === 1
          ? say`${who} cancelled one session: ${what}, ${first}`
          : say`${who} cancelled ${count} sessions: ${what}, ${first} to ${last}`,
      moved: (who: string, count: number, what: Text, first: Span, was: Span): Text =>
        say`${who} moved ${times(count, 'session', 'sessions')}: ${what}, now from ${first} on (was: ${was})`,
      expired: (count: number, what: Text): Text => say`Nobody answered in time, so all ${count} expired: ${what}`,
      waiting: (learner: string, count: number, what: Text): Text =>
        say`${learner} is still waiting for your answer to ${count} sessions: ${what}`,
      askedToMove: (who: string, count: number, what: Text, first: Span, was: Span): Text =>
        say`${who} suggests another time for ${times(count, 'session', 'sessions')}: ${what}, from ${first} on (now: ${was}). All of them move by as many days, to the same hour. Nothing moves before you say yes`,
      stays: (who: string, what: Text): Text => say`${who} said no to the other time, so it stays as it was: ${what}`,
      moveOver: (who: string, what: Text): Text =>
        say`${who} suggested another time for the rest. That’s settled now: ${what}`,
      moveLapsed: (what: Text): Text =>
        say`The other time for the rest wasn’t answered in time, so it stays as it was: ${what}`,
      moveLapsedMine: (what: Text): Text =>
        say`The time that you suggested for the rest wasn’t answered, so it stays as it was: ${what}`,
      handedOver: (who: string, tutor: string, count: number, subject: string, first: Span): Text =>
        say`${who} has asked ${tutor} to teach ${count === 1 ? 'one session' : `${String(count)} sessions`} of ${subject}, from ${first} on. You keep your times and hear from me.`,
      place: (count: number, what: Text): Text =>
        say`A place came free, and it’s yours in all ${count} that are to come. If you can’t come, press “Leave”: ${what}`,
      tooFew: (count: number, what: Text): Text =>
        say`Too few people signed up, so all ${count} are called off: ${what}`,
      goesOn: (who: string, what: Text): Text =>
        say`${who} would go on: ${what}. Press “Go on” and it’s booked, there is no need to wait for an answer.`,
    },
    what: (subject: string, other: string): Text => say`${strong(subject)} with ${other}`,

    unanswered: (tutor: string, learner: string, count: number): Text =>
      say`${tutor} hasn’t answered ${learner}, who asked for ${count} sessions`,

    endingTitle: (subject: string, other: string): Text => say`${subject} with ${other}: go on?`,
    ending: (last: Span): Text => say`The last one is ${last}, and with it this series is over.`,
    endingNext: (count: number, rule: string): Text => say`${count} more, ${rule}?`,
    tutorOffers: (tutor: string): Text => say`${tutor} would go on.`,
    youOffered: (learner: string): Text => say`You said that you would go on. Now it’s ${learner}’s turn.`,
    goesOn: say`It goes on: the next series is booked or asked for.`,

    repeatTitle: 'Repeat it',
    repeatSubmit: 'Show the dates',
    times: (count: number): string => `${count} times`,
    offered: say`Thank you! I’ve told the learner: when they press “Go on”, it’s booked.`,
    booked: say`It’s booked: your tutor had said yes already. The dates are in a direct message.`,
    howOften: 'How often?',
    howLong: 'How many times, or until when?',
    howLongPlaceholder: '10 · until 15 February',
    previewTitle: 'Are these right?',
    preview: (subject: string, tutor: string, count: number): Text =>
      say`${subject} with ${tutor}, ${times(count, 'session', 'sessions')}. Nothing is sent until you press “Send the request”.`,
    choose: (count: number): Text =>
      say`${count === 1 ? 'One of them is' : `${String(count)} of them are`} not possible: skip or move each, and then you can send.`,
    /** In a menu. */
    every: {
      week: 'Every week',
      'two-weeks': 'Every two weeks',
      month: 'Every month',
      'month-end': 'At the end of every month',
    },
    lasts: {
      times: (often: string, count: number): string => `${often}, ${times(count, 'time', 'times')}`,
      weeks: (often: string, count: number): string => `${often}, for ${times(count, 'week', 'weeks')}`,
      months: (often: string, count: number): string => `${often}, for ${times(count, 'month', 'months')}`,
      until: (often: string, day: string): string => `${often}, until ${day}`,
    },
    freeAt: (free: number, of: number): Text =>
      free === of ? say`All ${of} dates are free.` : say`${free} of the ${of} dates are free.`,
    skipOne: 'Skip one, or take one back…',
    skipped: 'skipped',
    movedFrom: (was: Span): Text => say`moved, was ${was}`,
    obstacles: {
      mine: 'you have something else then',
      past: 'that has passed',
      closed: 'a holiday, or outside the terms',
      away: 'the tutor is away',
      busy: 'the tutor has something else then',
      full: 'the tutor has enough sessions then',
      'too-soon': 'too soon for the tutor',
      'too-far': 'further ahead than the tutor plans',
      outside: 'outside the tutor’s hours',
    },
    moveTo: (nr: number): string => `Move number ${nr} to …`,
  },
};
