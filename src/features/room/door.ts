import type { Language } from '../../conversation/languages/language.ts';
import { inZone } from '../../conversation/when/clock-words.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session/session.ts';
import { doorOpensAt } from '../../core/session/times.ts';
import type { SystemDeps } from '../shared/deps.ts';
import { type Reader, reader } from '../shared/reader.ts';
import { wayIn } from '../shared/way-in.ts';

/** What is behind a `/j/` link: the room, or a sentence on why it is not open. */
export type Door =
  | { readonly kind: 'redirect'; readonly url: string }
  | {
      readonly kind: 'sentence';
      readonly status: 403 | 404 | 409 | 410;
      readonly title: string;
      readonly text: string;
      readonly language: Language;
    };

/** Lets the owner of a personal link in: checks the window, records, and leads to the room. */
export function createDoor(
  deps: SystemDeps,
): (token: string, request: { readonly language: Language }) => Promise<Door> {
  return async (token, request) => {
    const found = await deps.store.sessionByJoinToken(token);
    const person = found && (await deps.store.person(found.person));
    if (!found || !person) return shut(request.language, 404, 'notYours');
    const [account] = await deps.store.accounts(person.id);
    const me = reader(person, account?.locale ?? request.language.id);
    try {
      const session = await deps.sessions.join({ person, isAdmin: false }, found.session.id);
      return { kind: 'redirect', url: await wayIn({ person, isAdmin: false }, session, deps) };
    } catch (error) {
      if (error instanceof Refusal) return refused(error, found.session, me, deps);
      throw error;
    }
  };
}

function refused(refusal: Refusal, session: Session, me: Reader, deps: SystemDeps): Door {
  const { language } = me;
  switch (refusal.code) {
    case 'too-early': {
      const opensAt = doorOpensAt(session);
      const text = language.words.door.tooEarly(inZone(opensAt, me.zone ?? deps.defaultZone, me.locale));
      return { ...shut(language, 409, 'notYet'), text };
    }
    case 'no-meeting-yet':
      return shut(language, 409, 'notYet');
    case 'too-late':
      return shut(language, 410, 'over');
    case 'moved-on':
      return shut(language, 410, session.endedAt ? 'over' : 'cancelled');
    default:
      return shut(language, 403, 'notYours');
  }
}

function shut(language: Language, status: 403 | 404 | 409 | 410, why: 'notYours' | 'notYet' | 'over' | 'cancelled') {
  const { words } = language;
  return { kind: 'sentence', status, title: words.door.title, text: words.door[why], language } as const;
}
