/** The organization to which a question is bound; undefined: to none, for the bot's own work. */
export type Scope = string | undefined;

/** The condition on a row that belongs to an organization itself. */
export function inScope(scope: Scope): { organizationId?: string } {
  return scope === undefined ? {} : { organizationId: scope };
}

/** The condition on a row that belongs to a person, by which the organization is known. */
export function ofPersonIn(scope: Scope): { person?: { organizationId: string } } {
  return scope === undefined ? {} : { person: { organizationId: scope } };
}

/** The condition on a row that belongs to a session, by which the organization is known. */
export function ofSessionIn(scope: Scope): { session?: { organizationId: string } } {
  return scope === undefined ? {} : { session: { organizationId: scope } };
}
