/** True when somebody, or everybody in a channel, mentions the bot so often that it had better be silent. */
export type MentionLimit = (person: string, channel: string) => boolean;

const MINUTE_MS = 60_000;
const A_PERSON = 4;
const A_CHANNEL = 12;

/** Mentions that were answered in the last minute, in this process. */
export function createMentionLimit(now: () => number): MentionLimit {
  let answered: { readonly at: number; readonly person: string; readonly channel: string }[] = [];
  return (person, channel) => {
    const at = now();
    answered = answered.filter((one) => Math.abs(at - one.at) < MINUTE_MS);
    const ofPerson = answered.filter((one) => one.person === person).length;
    const inChannel = answered.filter((one) => one.channel === channel).length;
    if (ofPerson >= A_PERSON || inChannel >= A_CHANNEL) return true;
    answered.push({ at, person, channel });
    return false;
  };
}
