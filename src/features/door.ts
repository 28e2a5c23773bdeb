import { plain } from '../conversation/say.ts';
import { inZone } from '../conversation/when/clock-words.ts';
import { Refusal } from '../core/refusal.ts';
import type { Deps } from './deps.ts';
import { reader } from './reader.ts';

/** What is behind a `/j/` link: the room, or a sentence on why it is not open. */
export type Door =
  | { readonly kind: 'open'; readonly url: string; readonly language: string }
  | { readonly kind: 'shut'; readonly status: 403 | 404 | 409 | 410; readonly text: string; readonly language: string };

/** Lets the owner of a personal link in: checks the window, records, and leads to the room. */
export function createDoor(deps: Deps): (token: string) => Promise<Door> {
  return async (token) => {
    const found = await deps.store.sessionByJoinToken(token);
    const person = found && (await deps.store.person(found.person));
    if (!found || !person)
      return { kind: 'shut', status: 404, text: reader(NOBODY, 'en').words.door.notYours, language: 'en' };
    const [account] = await deps.store.accounts(person.id);
    const { words, language, locale, zone } = reader(person, account?.locale ?? 'en');
    try {
      const session = await deps.sessions.join(person.id, false, found.session.id);
      return { kind: 'open', url: deps.roomLink(session, person), language };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const at = (moment: Date) => inZone(moment, zone ?? deps.defaultZone, locale);
      switch (error.code) {
        case 'too-early':
          return { kind: 'shut', status: 409, text: words.door.tooEarly(at(error.data.opensAt)), language };
        case 'too-late':
          return { kind: 'shut', status: 410, text: words.door.over, language };
        case 'moved-on':
          return {
            kind: 'shut',
            status: 410,
            text: found.session.endedAt ? words.door.over : words.door.cancelled,
            language,
          };
        case 'no-meeting-yet':
          return { kind: 'shut', status: 409, text: plain(words.refusals['no-meeting-yet']({}, zone), at), language };
        default:
          return { kind: 'shut', status: 403, text: words.door.notYours, language };
      }
    }
  };
}

const NOBODY = { id: '', organization: '', name: '', zone: undefined, reminderLeads: undefined };
