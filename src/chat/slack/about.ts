import type { Section, Span, Text } from '../../conversation/message.ts';

/**
 * What each part of a message is about, in a few words, so that somebody who hears its buttons alone can tell them from
 * those of another part: its title, else its text; where that is another's too, its time before it, and else its place.
 */
export function aboutEach(sections: readonly Section[], inPlain: (text: Text) => string): ReadonlyMap<Section, string> {
  const names = sections.map(({ title, text }) => inPlain(title ?? text ?? []));
  const timed = sections.map((section, index) => {
    const name = names[index] ?? '';
    const at = name === '' || isAlone(name, names) ? undefined : momentIn(section);
    return at ? `${inPlain([at])}, ${name}` : name;
  });
  return new Map(
    sections.map((section, index) => {
      const name = timed[index] ?? '';
      return [section, name === '' || isAlone(name, timed) ? name : `${String(index)}, ${name}`];
    }),
  );
}

/** As much of it as is heard behind what the button itself says. */
const HEARD = 40;

function isAlone(name: string, all: readonly string[]): boolean {
  return all.filter((one) => one.slice(0, HEARD) === name.slice(0, HEARD)).length === 1;
}

function momentIn({ text = [], fields = [] }: Section): Span | undefined {
  return [...text, ...fields.flatMap(({ value }) => value)].find(({ kind }) => kind === 'moment');
}
