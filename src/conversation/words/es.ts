import type { Words } from './en.ts';
import { en } from './en.ts';
import { commands } from './es-commands.ts';

export const es: Words = { ...en, commands };
