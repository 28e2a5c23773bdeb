import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action, Message } from '../../conversation/message.ts';
import { Refusal } from '../../core/refusal.ts';
import { statusCard } from '../cards/status-card.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { lateSoFar, rulesSection } from './rules.ts';

/** How the meeting platforms are, and what is decided for all; from there to all else that admins look after. */
export const tutoring = handler({
  input: z.object({ turn: Short }),
  read: async () => ({}),
  run: async (by, { turn }, deps: Deps) => {
    // Discord shows the command to admins alone, but who that is can be changed there.
    if (!by.isAdmin) throw new Refusal('only-admins', {});
    return { kind: turn === undefined ? 'private' : 'replace', message: await status(readerOf(by), deps) };
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
  const { buttons } = reader.words;
  return {
    ...card,
    sections: [...(card.sections ?? []), rulesSection(rules, late, reader)],
    actions: [
      button(buttons.checkAgain, 'tutoring', { turn: 'again' }),
      button(buttons.allSessions, 'tutoring-sessions'),
      button(buttons.openGroup, 'open-group'),
      button(buttons.report, 'report'),
      button(buttons.holidays, 'holidays'),
      ...(deps.canMail ? [button(buttons.testMail, 'test-mail')] : []),
      button(buttons.setup, 'setup'),
      button(buttons.allCredits, 'tutoring-credits'),
      button(buttons.allObservers, 'tutoring-observers'),
      button(buttons.statement, 'tutoring-statement'),
      button(buttons.allProgrammes, 'programme'),
    ],
  };
}

function button(label: string, handler: string, input: Readonly<Record<string, string>> = {}): Action {
  return { kind: 'button', label, style: 'plain', target: { handler, input } };
}
