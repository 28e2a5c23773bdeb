import { type REST, Routes } from 'discord.js';
import type { Account } from '../../core/people/person.ts';
import { hasCode, NOT_GIVEN } from './errors.ts';

/**
 * Gives somebody a role of their server: https://docs.discord.com/developers/resources/guild#add-guild-member-role. The
 * bot needs *Manage Roles*, and a role of its own above that one. @returns false where it may not
 */
export async function grantRole(rest: REST, { space, userId }: Account, role: string): Promise<boolean> {
  try {
    await rest.put(Routes.guildMemberRole(space, userId, role));
    return true;
  } catch (error) {
    if (hasCode(error, NOT_GIVEN)) return false;
    throw error;
  }
}
