import { parseWhen } from '../../conversation/when/parse.ts';
import { mayDo } from '../../core/may/tasks.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import type { Deps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';

/** The times of a poll, one on each line, soonest first. @throws Refusal which names the line that is not clear */
export function timesIn(typed: string, zone: string, reader: Reader, deps: Deps): readonly Date[] {
  const lines = typed.split(/[\n;]/).map((line) => line.trim());
  const times = lines
    .filter((line) => line !== '')
    .map((line) => {
      const when = parseWhen(line, { now: deps.clock(), zone, language: reader.language, isField: true });
      if (when.kind !== 'moment' || when.unclear) throw new Refusal('unclear-time', { words: [line] }, 'times');
      return when.start.getTime();
    });
  return [...new Set(times)].sort((a, b) => a - b).map((time) => new Date(time));
}

/** Those who are named, with commas between. Tutors know those by name who have asked them, admins everybody. */
export async function peopleMeant(by: Actor, typed: string, deps: Deps): Promise<readonly string[]> {
  const names = typed.split(/[,;\n]/).map((name) => name.trim().replace(/^@/, ''));
  const knownTo = mayDo(by, 'find people by any name') ? undefined : by.person.id;
  return Promise.all(
    names
      .filter((name) => name !== '')
      .map(async (name) => {
        const found = await deps.store.peopleNamed(name, MANY, knownTo);
        const exact = found.filter((one) => spellingKey(one.name) === spellingKey(name));
        const [only, ...others] = exact.length > 0 ? exact : found;
        if (!only || others.length > 0) throw new Refusal('unknown-person', { typed: name }, 'whom');
        return only.id;
      }),
  );
}

/** Of so many one may be called just like that. */
const MANY = 20;
