import type { Action, Section } from '../../conversation/message.ts';
import { join } from '../../conversation/say.ts';
import type { Deps } from '../shared/deps.ts';
import { platformName } from '../shared/platform-name.ts';
import type { Reader } from '../shared/reader.ts';

/** Requests that are looked through. */
const LOOKED_THROUGH = 100;

/** What waits for the admins of the organization, and where they find everything. */
export async function whatNeedsAdmins(reader: Reader, deps: Deps): Promise<readonly Section[]> {
  const { words } = reader;
  const { admin } = words.home;
  const [requests, troubles] = await Promise.all([
    deps.store.sessions({ states: ['requested'], order: 'soonest', limit: LOOKED_THROUGH }),
    deps.store.troubles(),
  ]);
  const unanswered = requests.filter(({ escalatedAt }) => escalatedAt !== undefined).length;
  const needs = [
    ...(unanswered === 0 ? [] : [admin.unanswered(unanswered)]),
    ...troubles.map(({ platform }) => admin.trouble(platformName(platform, words, deps))),
  ];
  const tutoring = (label: string, handler: string): Action => ({
    kind: 'button',
    label,
    style: 'plain',
    target: { handler, input: {} },
  });
  return [
    {
      title: admin.title,
      text: needs.length === 0 ? admin.nothing : join(needs, '\n'),
      actions: [tutoring(words.buttons.allSessions, 'tutoring-sessions'), tutoring(words.buttons.status, 'tutoring')],
    },
  ];
}
