import { z } from 'zod';

/** Shapes of what comes in, shared by the handlers. */

export const SessionId = z.string().min(1).max(40);
export const Version = z.coerce.number().int().positive();

/** A text that people may leave empty. */
export const Words = z.string().trim().default('');

/** A short text from an option or a field, absent when it is empty. */
export const Short = z
  .string()
  .trim()
  .max(4000)
  .transform((text) => (text === '' ? undefined : text))
  .optional();
