/** What was typed, for LIKE: Prisma leaves its wildcards as they are. */
export function literally(typed: string): string {
  return typed.replace(/[\\%_]/g, '\\$&');
}
