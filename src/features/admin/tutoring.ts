import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action, Deed, Message, Section } from '../../conversation/message.ts';
import type { WaitingCard } from '../../core/community/port.ts';
import { byKind } from '../../core/moderation/digest.ts';
import type { Actor } from '../../core/people/person.ts';
import { statusCard } from '../cards/status-card.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { waitingText } from './digest.ts';
import { lateSoFar, rulesSection } from './rules.ts';

/** How the meeting platforms are, and what is decided for all; from there to all else that admins look after. */
export const tutoring = handler({
  task: 'read what happens',
  input: z.object({ turn: Short }),
  read: async () => ({}),
  run: async (by, { turn }, deps: Deps) => {
    return { kind: turn === undefined ? 'private' : 'replace', message: await status(by, deps) };
  },
});

async function status(by: Actor, deps: Deps): Promise<Message> {
  const reader = readerOf(by);
  const [reports, troubles, rules, late, waiting] = await Promise.all([
    deps.meetings.reports(),
    deps.store.troubles(),
    deps.store.rules(reader.person.organization),
    lateSoFar(reader, deps),
    deps.settingUp.waiting(by),
  ]);
  const platforms = await Promise.all(
    reports.map(async (report) => ({
      report,
      trouble: troubles.find((one) => one.platform === report.id),
      lastWebhookAt: report.sendsWebhooks ? await deps.store.lastWebhookAt(report.id) : undefined,
    })),
  );
  const card = statusCard(platforms, reader);
  const { words } = reader;
  const { buttons } = words;
  return {
    ...card,
    sections: [...waitingSection(waiting, reader), ...(card.sections ?? []), rulesSection(rules, late, reader)],
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
      {
        kind: 'more',
        label: buttons.rarely,
        options: [
          deed(words.people.allTutors, 'tutoring-tutors'),
          deed(words.people.title, 'people'),
          deed(words.subjects.title, 'subjects'),
          deed(words.blocks.title, 'tutoring-blocks'),
          deed(words.audit.title, 'audit'),
          deed(words.import.title, 'import-table'),
        ],
      },
    ],
  };
}

/** What needs somebody, wherever its cards are; how the platforms are is said below. */
function waitingSection(waiting: readonly WaitingCard[], reader: Reader): readonly Section[] {
  const kinds = byKind(waiting).filter(({ kind }) => kind !== 'platform-trouble');
  return kinds.length === 0 ? [] : [{ text: waitingText(kinds, reader) }];
}

function button(label: string, handler: string, input: Readonly<Record<string, string>> = {}): Action {
  return { kind: 'button', label, style: 'plain', target: { handler, input } };
}

function deed(label: string, handler: string): Deed {
  return { label, target: { handler, input: {} } };
}
