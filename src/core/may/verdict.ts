import type { RefusalCode, Refusals } from '../refusal.ts';
import type { SessionState } from '../session/session.ts';

type Refused = { readonly [Code in RefusalCode]: { readonly code: Code; readonly data: Refusals[Code] } }[RefusalCode];

/** `to`: the state that the session is in then. */
export type Verdict =
  | { readonly isAllowed: true; readonly to: SessionState }
  | ({ readonly isAllowed: false } & Refused);

export type Objection = Verdict & { readonly isAllowed: false };

export function refused<Code extends RefusalCode>(code: Code, data: Refusals[Code]): Objection {
  return { isAllowed: false, code, data } as Objection;
}
