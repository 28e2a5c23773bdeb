import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action, Deed, Message, Section } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
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
  const { buttons } = reader.words;
  const ruled = rulesSection(rules, late, reader);
  const more = menuOf(reader);
  const once = [
    deed(buttons.holidays, 'holidays'),
    deed(buttons.setup, 'setup'),
    ...(deps.canMail ? [deed(buttons.testMail, 'test-mail')] : []),
  ];
  return {
    ...card,
    sections: [
      ...waitingSection(waiting, reader),
      ...(card.sections ?? []),
      { ...ruled, actions: [...(ruled.actions ?? []), more(...once)] },
      ...desks(reader),
    ],
    actions: [button(buttons.checkAgain, 'tutoring', { turn: 'again' })],
  };
}

/** All else that admins look after, by what it is about; what is rarely done waits in a menu. */
function desks(reader: Reader): readonly Section[] {
  const { words } = reader;
  const { buttons, tutoring: said } = words;
  const more = menuOf(reader);
  return [
    {
      title: say`${said.desks.sessions}`,
      actions: [
        button(buttons.allSessions, 'tutoring-sessions'),
        button(buttons.openGroup, 'open-group'),
        button(buttons.report, 'report'),
        more(
          deed(buttons.statement, 'tutoring-statement'),
          deed(words.import.title, 'import-table'),
          deed(words.audit.title, 'audit'),
        ),
      ],
    },
    {
      title: say`${said.desks.people}`,
      actions: [
        button(words.people.allTutors, 'tutoring-tutors'),
        button(words.people.title, 'people'),
        more(
          deed(buttons.allProgrammes, 'programme'),
          deed(buttons.allCredits, 'tutoring-credits'),
          deed(buttons.allObservers, 'tutoring-observers'),
          deed(words.blocks.title, 'tutoring-blocks'),
          deed(words.subjects.title, 'subjects'),
        ),
      ],
    },
  ];
}

/** What needs somebody, wherever its cards are; how the platforms are is said below. */
function waitingSection(waiting: readonly WaitingCard[], reader: Reader): readonly Section[] {
  const kinds = byKind(waiting).filter(({ kind }) => kind !== 'platform-trouble');
  return kinds.length === 0 ? [] : [{ text: waitingText(kinds, reader) }];
}

function button(label: string, handler: string, input: Readonly<Record<string, string>> = {}): Action {
  return { kind: 'button', label, style: 'plain', target: { handler, input } };
}

function menuOf({ words }: Reader) {
  return (...options: readonly Deed[]): Action => ({ kind: 'more', label: words.buttons.rarely, options });
}

function deed(label: string, handler: string): Deed {
  return { label, target: { handler, input: {} } };
}
