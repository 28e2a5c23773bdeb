import { z } from 'zod';

/** Something that a handler can read in each of its fields, so that it is refused for who asks and not for what is asked. */
export function someInput(input: z.ZodType): Record<string, string> {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, one]) => [key, valueFor(one)]));
}

function valueFor(schema: z.core.JSONSchema._JSONSchema): string {
  if (typeof schema === 'boolean') return 'x';
  const [first] = schema.anyOf ?? [];
  if (first !== undefined) return valueFor(first);
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum?.[0] !== undefined) return String(schema.enum[0]);
  if (schema.format === 'date') return '2026-12-01';
  if (schema.format === 'date-time') return '2026-12-01T17:00:00Z';
  return schema.type === 'number' || schema.type === 'integer' ? '1' : 'x';
}
