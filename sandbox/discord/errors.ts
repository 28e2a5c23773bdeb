/** Discord's own error codes, with the HTTP status and the words that come with them: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const refusals = {
  general: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unauthorized: [401, 0, '401: Unauthorized'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownOverwrite: [404, 10009, 'Unknown Overwrite'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  tooManyChannels: [400, 30013, 'Maximum number of server channels reached (500)'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100).'],
  tooManyCommandCreates: [429, 30034, 'Max number of daily application command creates has been reached (200)'],
  dmsTooFast: [403, 40003, 'You are opening direct messages too fast.'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  notYourMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidRecipient: [400, 50033, 'Invalid Recipient(s)'],
  invalidVersion: [400, 50041, 'Invalid API version provided'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  noMutualServer: [403, 50278, 'Cannot send messages to this user'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

/** What Discord answers when it refuses. */
export interface Refusal {
  readonly status: number;
  readonly body: { readonly code: number; readonly message: string; readonly errors?: unknown };
}

const mark = Symbol('refused by Discord');

/** Something to throw: caught by the REST server, which answers with it. */
function thrown(refusal: Refusal): Error {
  return Object.assign(new Error(refusal.body.message), { [mark]: refusal });
}

/** One of Discord's named errors, to be thrown. */
export function refuse(name: keyof typeof refusals): Error {
  const [status, code, message] = refusals[name];
  return thrown({ status, body: { code, message } });
}

/** "Invalid Form Body", with what is wrong where: https://docs.discord.com/developers/reference#error-messages */
export function invalidForm(errors: unknown): Error {
  return thrown({ status: 400, body: { code: 50035, message: 'Invalid Form Body', errors } });
}

/** What Discord answers to a thrown error, when it was one of its own. */
export function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof Error && mark in error ? (error[mark] as Refusal) : undefined;
}
