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
import { From, pageOf } from '../shared/pages.ts';
import { readerOf, type SessionView } from '../shared/reader.ts';

/** Group sessions on one page. */
const PAGE = 5;

/** The group sessions that can be joined, with what the reader can do about each. */
export const groups = handler({
  input: z.object({ subject: Short, from: From, turn: Short }),
  run: async (by, { subject, from, turn }, deps: Deps) => {
    const reader = readerOf(by);
    const { group } = reader.words;
    const { sections, hasMore } = await groupSections(by, { subject, most: PAGE, offset: from }, deps);
    const to = (label: string, begin: number): Action => ({
      kind: 'button',
      label,
      style: 'plain',
      target: { handler: 'groups', input: { from: String(begin), turn: 'page', ...(subject && { subject }) } },
    });
    const { shown, turns } = pageOf(sections, reader, { from, size: PAGE, hasMore, turn: to });
    const message = {
      title: say`${group.listTitle}`,
      ...(sections.length === 0 && { text: group.none }),
      sections: shown,
      actions: turns,
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
