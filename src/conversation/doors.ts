import { mayDo, permit } from '../core/may/tasks.ts';
import type { Actor } from '../core/people/person.ts';
import type { Handler } from './handler.ts';

/** The handlers, each for those alone whom it is for: the only way to one of them. */
export interface Doors<Deps> {
  /** Undefined where there is none of that name. @throws Refusal for whoever may not use it */
  enter(by: Actor, name: string): Handler<Deps> | undefined;
  /** The same; undefined for whoever may not use it, too. */
  offered(by: Actor, name: string): Handler<Deps> | undefined;
  hasForm(name: string): boolean;
}

export function createDoors<Deps>(handlers: Readonly<Record<string, Handler<Deps>>>): Doors<Deps> {
  // Names come from buttons that anybody can forge: `constructor` is no handler.
  const all = new Map(Object.entries(handlers));
  return {
    enter: (by, name) => {
      const found = all.get(name);
      if (found?.task) permit(by, found.task);
      return found;
    },
    offered: (by, name) => {
      const found = all.get(name);
      return found?.task && !mayDo(by, found.task) ? undefined : found;
    },
    hasForm: (name) => all.get(name)?.form !== undefined,
  };
}
