import type { Action } from '../../conversation/message.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Refusal } from '../../core/refusal.ts';
import { readerOf } from '../shared/reader.ts';

/** The button that a refusal tells people to press, which stands nowhere near what they did. */
export function wayOut(by: Actor, { code }: Pick<Refusal, 'code'>): readonly Action[] {
  const { buttons } = readerOf(by).words;
  const button = (label: string, handler: string): readonly Action[] => [
    { kind: 'button', label, style: 'primary', target: { handler, input: {} } },
  ];
  switch (code) {
    case 'not-a-tutor':
    case 'only-tutors':
      return button(buttons.teach, 'teach');
    case 'you-are-full':
    case 'you-are-too-close':
      return button(buttons.breaksAndLimits, 'availability-limits');
    case 'invitation-over':
      return button(buttons.book, 'book');
    default:
      return [];
  }
}
