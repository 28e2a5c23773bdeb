import type { RefusalCode, Refusals } from '../../core/refusal.ts';
import type { Text } from '../message.ts';

/** One sentence for everything that can be refused: what is the matter, and what to do. */
export type RefusalWords = { readonly [Code in RefusalCode]: (data: Refusals[Code], zone: string | undefined) => Text };
