import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action, Message, Section } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { Refusal } from '../../core/refusal.ts';
import { isOpen } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import { opening } from '../cards/actions.ts';
import { IN_A_LIST, ratingFields } from '../cards/history.ts';
import { whenField } from '../cards/session-fields.ts';
import { statusCard } from '../cards/status-card.ts';
import { PAST, UPCOMING } from '../session/session-section.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { learnersNamed, nameOf, type Reader, readerOf, type SessionView, viewsOf } from '../shared/reader.ts';
import { choiceTyped } from '../shared/typed-choice.ts';
import { shown as holidaysShown } from './holidays.ts';
import { lateSoFar, rulesSection } from './rules.ts';

/** Sessions on one page. */
const PAGE = 6;

/** What admins look after: the meeting platforms, and everybody's sessions. */
export const tutoring = handler({
  input: z.object({
    what: z.enum(['status', 'sessions', 'past', 'holidays']).catch('status'),
    page: z.coerce.number().int().min(1).max(1000).catch(1),
    turn: Short,
  }),
  read: async (by, { text }) => ({
    what: choiceTyped(text, readerOf(by).words.commands.tutoring.options['what']) ?? 'status',
  }),
  run: async (by, { what, page, turn }, deps: Deps) => {
    // Discord shows the command to admins alone, but who that is can be changed there.
    if (!by.isAdmin) throw new Refusal('only-admins', {});
    const reader = readerOf(by);
    if (what === 'holidays') return { kind: 'private', message: await holidaysShown(by, deps) };
    const message = what === 'status' ? await status(reader, deps) : await allSessions(reader, what, page, deps);
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});

async function status(reader: Reader, deps: Deps): Promise<Message> {
  const [reports, troubles, rules, late] = await Promise.all([
    deps.meetings.reports(),
    deps.store.troubles(),
    deps.store.rules(reader.person.organization),
    lateSoFar(reader, deps),
  ]);
  const platforms = await Promise.all(
    reports.map(async (report) => ({
      report,
      trouble: troubles.find((one) => one.platform === report.id),
      lastWebhookAt: report.sendsWebhooks ? await deps.store.lastWebhookAt(report.id) : undefined,
    })),
  );
  const card = statusCard(platforms, reader);
  return {
    ...card,
    sections: [...(card.sections ?? []), rulesSection(rules, late, reader)],
    actions: [
      button(reader.words.buttons.checkAgain, { what: 'status', turn: 'again' }),
      button(reader.words.buttons.allSessions, { what: 'sessions' }),
      {
        kind: 'button',
        label: reader.words.buttons.openGroup,
        style: 'plain',
        target: { handler: 'open-group', input: {} },
      },
      button(reader.words.buttons.holidays, { what: 'holidays' }),
    ],
  };
}

async function allSessions(reader: Reader, what: 'sessions' | 'past', page: number, deps: Deps): Promise<Message> {
  const words = reader.words.tutoring;
  const found = await deps.store.sessions({
    states: what === 'past' ? PAST : UPCOMING,
    order: what === 'past' ? 'latest' : 'soonest',
    limit: PAGE + 1,
    offset: (page - 1) * PAGE,
  });
  const views = await viewsOf(found.slice(0, PAGE), reader, deps);
  const { buttons } = reader.words;
  const to = (label: string, to: number) => button(label, { what, page: String(to), turn: 'page' });
  const paging = [
    ...(page > 1 ? [to(buttons.back, page - 1)] : []),
    ...(found.length > PAGE ? [to(buttons.more, page + 1)] : []),
    what === 'past'
      ? button(buttons.upcoming, { what: 'sessions', turn: 'page' })
      : button(buttons.past, { what: 'past', turn: 'page' }),
    button(buttons.status, { what: 'status', turn: 'page' }),
    ...(what === 'past' ? [] : [clearing(buttons.clearTheirDay)]),
  ];
  return {
    title: say`${what === 'past' ? words.pastTitle : words.sessionsTitle}`,
    ...(views.length === 0 ? { text: what === 'past' ? words.nonePast : words.none } : {}),
    sections: [...views.map(sessionLine), { actions: paging }],
  };
}

function sessionLine(view: SessionView): Section {
  const { session, reader } = view;
  const { words } = reader;
  const tutor = session.tutor === undefined ? words.anyTutor : nameOf(view, session.tutor);
  const ratings = isOpen(session) ? [] : ratingFields(view, IN_A_LIST);
  return {
    title: words.tutoring.line(session.subject, learnersNamed(view), tutor),
    ...(ratings.length > 0 ? { fields: ratings } : {}),
    text: [...whenField(view).value, ...say` · ${words.sessions.state[standing(session, reader.person.id)]}`],
    actions: [opening(view)],
  };
}

function clearing(label: string): Action {
  return { kind: 'button', label, style: 'plain', target: { handler: 'clear-day', input: { as: 'admin' } } };
}

function button(label: string, input: Readonly<Record<string, string>>): Action {
  return { kind: 'button', label, style: 'plain', target: { handler: 'tutoring', input } };
}
