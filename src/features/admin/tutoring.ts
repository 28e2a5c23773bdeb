import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action, Message, Section } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { Refusal } from '../../core/refusal.ts';
import { standing } from '../../core/session/standing.ts';
import { whenField } from '../cards/session-card.ts';
import { statusCard } from '../cards/status-card.ts';
import { UPCOMING } from '../session/sessions.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { learnersNamed, nameOf, type Reader, readerOf, type SessionView, viewsOf } from '../shared/reader.ts';
import { choiceTyped } from '../shared/typed-choice.ts';

/** Sessions on one page. */
const PAGE = 6;

/** What admins look after: the meeting platforms, and everybody's sessions. */
export const tutoring = handler({
  input: z.object({
    what: z.enum(['status', 'sessions']).catch('status'),
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
    const message = what === 'status' ? await status(reader, deps) : await allSessions(reader, page, deps);
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});

async function status(reader: Reader, deps: Deps): Promise<Message> {
  const [reports, troubles] = await Promise.all([deps.meetings.reports(), deps.store.troubles()]);
  const platforms = await Promise.all(
    reports.map(async (report) => ({
      report,
      trouble: troubles.find((one) => one.platform === report.id),
      lastWebhookAt: report.sendsWebhooks ? await deps.store.lastWebhookAt(report.id) : undefined,
    })),
  );
  return {
    ...statusCard(platforms, reader),
    actions: [button(reader.words.buttons.allSessions, { what: 'sessions' })],
  };
}

async function allSessions(reader: Reader, page: number, deps: Deps): Promise<Message> {
  const words = reader.words.tutoring;
  const found = await deps.store.sessions({
    states: UPCOMING,
    order: 'soonest',
    limit: PAGE + 1,
    offset: (page - 1) * PAGE,
  });
  const views = await viewsOf(found.slice(0, PAGE), reader, deps);
  const { buttons } = reader.words;
  const to = (label: string, to: number) => button(label, { what: 'sessions', page: String(to), turn: 'page' });
  const paging = [
    ...(page > 1 ? [to(buttons.back, page - 1)] : []),
    ...(found.length > PAGE ? [to(buttons.more, page + 1)] : []),
    button(buttons.status, { what: 'status' }),
  ];
  return {
    title: say`${words.sessionsTitle}`,
    ...(views.length === 0 ? { text: words.none } : {}),
    sections: [...views.map(sessionLine), { actions: paging }],
  };
}

function sessionLine(view: SessionView): Section {
  const { session, reader } = view;
  const { words } = reader;
  const tutor = session.tutor === undefined ? words.anyTutor : nameOf(view, session.tutor);
  return {
    title: words.tutoring.line(session.subject, learnersNamed(view), tutor),
    text: [...whenField(view).value, ...say` · ${words.sessions.state[standing(session, reader.person.id)]}`],
    actions: [
      {
        kind: 'button',
        label: words.buttons.open,
        style: 'plain',
        target: { handler: 'open', input: { session: session.id } },
      },
    ],
  };
}

function button(label: string, input: Readonly<Record<string, string>>): Action {
  return { kind: 'button', label, style: 'plain', target: { handler: 'tutoring', input } };
}
