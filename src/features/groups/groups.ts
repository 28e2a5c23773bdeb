import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action, Section } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import type { Actor } from '../../core/people/person.ts';
import { peopleIn } from '../../core/session/session.ts';
import { offer } from '../cards/actions.ts';
import { groupSection } from '../cards/group-card.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { readerOf, type SessionView } from '../shared/reader.ts';

/** Group sessions on one page: with their buttons they fit into a message of every chat. */
const PAGE = 5;

/** The group sessions that can be joined, with what the reader can do about each. */
export const groups = handler({
  input: z.object({ subject: Short, page: z.coerce.number().int().min(1).max(1000).catch(1), turn: Short }),
  run: async (by, { subject, page, turn }, deps: Deps) => {
    const { words } = readerOf(by);
    const { sections, hasMore } = await groupSections(by, { subject, most: PAGE, offset: (page - 1) * PAGE }, deps);
    const to = (label: string, page: number): Action => ({
      kind: 'button',
      label,
      style: 'plain',
      target: { handler: 'groups', input: { page: String(page), turn: 'page', ...(subject && { subject }) } },
    });
    const pages = [
      ...(page > 1 ? [to(words.buttons.back, page - 1)] : []),
      ...(hasMore ? [to(words.buttons.more, page + 1)] : []),
    ];
    const message = {
      title: say`${words.group.listTitle}`,
      ...(sections.length === 0 && { text: words.group.none }),
      sections: pages.length > 0 ? [...sections, { actions: pages }] : sections,
    };
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});

interface Shown {
  readonly subject?: string | undefined;
  readonly most: number;
  readonly offset?: number;
}

/** Some of them as entries of a list, the soonest first. */
export async function groupSections(
  by: Actor,
  { subject, most, offset = 0 }: Shown,
  deps: Deps,
): Promise<{ readonly sections: readonly Section[]; readonly hasMore: boolean }> {
  const now = deps.clock();
  const found = await deps.store.groups({ startsFrom: now, subject, limit: most + 1, offset });
  const shown = found.slice(0, most);
  const reader = readerOf(by);
  const people = await deps.store.people([...new Set(shown.flatMap(peopleIn))]);
  const sections = shown.map((session) => {
    const view: SessionView = { session, people, together: [], reader, now };
    // Only in a channel others read it.
    const here = by.channel === undefined ? [] : offer(view, 'announce', reader.words.buttons.announceHere);
    return groupSection(view, deps, here);
  });
  return { sections, hasMore: found.length > most };
}
