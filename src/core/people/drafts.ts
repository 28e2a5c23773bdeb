import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import type { Actor } from './person.ts';

/** What somebody typed and has not sent yet, or what does not fit into a button. */
export interface Drafts {
  /** @returns the draft's id: `id` itself when it is this person's draft, so that a booking stays one draft. */
  keep(by: Actor, handler: string, input: Readonly<Record<string, string>>, id?: string): Promise<string>;
  /** @throws Refusal `draft-gone` when there is none, or when it is somebody else's. */
  find(by: Actor, id: string): Promise<Readonly<Record<string, string>>>;
  /** What they typed a short while ago and have not sent: whoever begins anew goes on with it. */
  unsent(by: Actor, handler: string): Promise<Readonly<Record<string, string>> | undefined>;
  /** They sent it: nothing is left to go on with. */
  sent(by: Actor, handler: string): Promise<void>;
}

/** Later nobody remembers what they had begun. */
const GOES_ON_FOR_MS = 60 * 60_000;

export function createDrafts(store: Store, clock: Clock): Drafts {
  return {
    keep: async (by, handler, input, id) => {
      const draft = { id: id ?? newId(), person: by.person.id, handler, input };
      await store.saveDraft(draft, clock());
      return draft.id;
    },
    find: async (by, id) => {
      const draft = await store.of(by.person.organization).draft(id);
      if (draft?.person !== by.person.id) throw new Refusal('draft-gone', {});
      return draft.input;
    },
    unsent: async (by, handler) => {
      const since = new Date(clock().getTime() - GOES_ON_FOR_MS);
      return (await store.of(by.person.organization).latestDraft(by.person.id, handler, since))?.input;
    },
    sent: (by, handler) => store.settleDrafts(by.person.id, handler),
  };
}
