/** What a person of the sandbox is there for. The stand-ins do not know it: to Slack and Discord they are just people. */
export interface CastMember {
  readonly role: 'learner' | 'tutor' | 'admin';
  /** IANA zone of the person's device. Slack's profile has it too; Discord tells it to nobody. */
  readonly zone: string;
}

/** By the ids that the stand-ins use for their people. */
export const CAST: Readonly<Record<string, CastMember>> = {
  // Slack
  U0LENA0001: { role: 'learner', zone: 'Europe/Berlin' },
  U0MATEO002: { role: 'learner', zone: 'America/Mexico_City' },
  U0THEO0003: { role: 'tutor', zone: 'America/New_York' },
  U0ADA00004: { role: 'tutor', zone: 'Africa/Lagos' },
  U0GRACE005: { role: 'admin', zone: 'Europe/Stockholm' },
  // Discord
  '1100000000000000011': { role: 'learner', zone: 'America/Chicago' },
  '1100000000000000012': { role: 'learner', zone: 'Europe/Madrid' },
  '1100000000000000013': { role: 'tutor', zone: 'Europe/London' },
  '1100000000000000014': { role: 'tutor', zone: 'America/Bogota' },
  '1100000000000000015': { role: 'admin', zone: 'Asia/Kolkata' },
};
