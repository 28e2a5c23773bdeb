import { languages } from '../../conversation/languages/index.ts';
import { sameSubject, spellingKey } from '../../core/spelling.ts';
import type { Deps } from './deps.ts';

/** What each common subject is called in all languages. */
const NAMES: readonly (readonly string[])[] = Object.values(
  Object.groupBy(
    languages.flatMap(({ subjects }) => Object.entries(subjects)),
    ([subject]) => subject,
  ),
).map((entries = []) => entries.flatMap(([, names]) => names));

/** The subject that was meant, as it is called here: who types "español" looks for what is offered as Spanish. */
export async function subjectMeant(typed: string, deps: Pick<Deps, 'store'>): Promise<string> {
  const names = NAMES.find((one) => sameSubject(one, typed)) ?? [];
  const hasOthers = names.some((name) => spellingKey(name) !== spellingKey(typed));
  if (!hasOthers) return typed;
  const known = await deps.store.subjects();
  const found = [typed, ...names].map((name) => sameSubject(known, name));
  return found.find((name) => name !== undefined) ?? typed;
}

/** What the subjects here are called in other words: "Español" is what is offered as Spanish. */
export function otherNamesOf(known: readonly string[]): readonly { readonly name: string; readonly called: string }[] {
  return known.flatMap((name) => {
    const names = NAMES.find((one) => sameSubject(one, name)) ?? [];
    return names.filter((one) => spellingKey(one) !== spellingKey(name)).map((called) => ({ name, called }));
  });
}

/** The subjects here that begin with what was typed so far, in whatever language. */
export async function subjectsLike(typed: string, deps: Pick<Deps, 'store'>): Promise<readonly string[]> {
  const found = await deps.store.subjects(typed);
  const begun = spellingKey(typed);
  const meant = begun === '' ? [] : NAMES.filter((names) => names.some((one) => spellingKey(one).startsWith(begun)));
  if (meant.length === 0) return found;
  const known = await deps.store.subjects();
  const others = meant.flat().flatMap((name) => sameSubject(known, name) ?? []);
  return [...new Set([...found, ...others])];
}
