import { z } from 'zod';
import { invalid, refuse } from './errors.ts';
import { ACCOUNT, SCOPES } from './settings.ts';
import type { ConferenceRecord, State } from './state.ts';
import type { Tokens } from './tokens.ts';

/** Meet writes its files some minutes after the last one has left. */
const READY_AFTER_MS = 5 * 60_000;
const DOMAIN = ACCOUNT.slice(ACCOUNT.indexOf('@'));

/** https://developers.google.com/workspace/meet/api/reference/rest/v2/spaces/patch */
const Generation = z.enum(['ON', 'OFF']);
const Patch = z.strictObject({
  config: z.strictObject({
    artifactConfig: z.strictObject({
      recordingConfig: z.strictObject({ autoRecordingGeneration: Generation }),
      transcriptionConfig: z.strictObject({ autoTranscriptionGeneration: Generation }),
    }),
  }),
});
const MASK = [
  'config.artifactConfig.recordingConfig.autoRecordingGeneration',
  'config.artifactConfig.transcriptionConfig.autoTranscriptionGeneration',
].join(',');

const idOf = (code: string) => code.replaceAll('-', '');

/** What the Meet API knows of spaces. By the code one can read, and by the space's own name alone change. */
export function createSpaces({ state, tokens }: { readonly state: State; readonly tokens: Tokens }) {
  return async (request: Request, alias: string): Promise<Response> => {
    if (request.method === 'GET') {
      tokens.bearer(request, SCOPES.meetReadonly, SCOPES.meetSettings);
      const code = [...state.codes].find((one) => one === alias || idOf(one) === alias);
      if (code === undefined) throw refuse('notFound');
      return Response.json({ name: `spaces/${idOf(code)}`, meetingCode: code });
    }
    if (request.method !== 'PATCH') throw refuse('notFound');
    tokens.bearer(request, SCOPES.meetSettings);
    const code = [...state.codes].find((one) => idOf(one) === alias);
    if (code === undefined) throw refuse('notFound');
    const { data } = Patch.safeParse(await request.json());
    if (!data || new URL(request.url).searchParams.get('updateMask') !== MASK)
      throw invalid('Request contains an invalid argument.');
    const { recordingConfig } = data.config.artifactConfig;
    if (recordingConfig.autoRecordingGeneration === 'ON') state.recorded.add(code);
    else state.recorded.delete(code);
    return Response.json({ name: `spaces/${alias}`, meetingCode: code, ...data });
  };
}

/** The recordings or transcripts of a conference, with how far Meet is with them. */
export function filesOf(record: ConferenceRecord, kind: 'recordings' | 'transcripts', now: Date) {
  if (!record.isRecorded) return [];
  const { id, endTime } = record;
  const isReady = endTime !== undefined && Date.parse(endTime) + READY_AFTER_MS <= now.getTime();
  const state = endTime === undefined ? 'STARTED' : isReady ? 'FILE_GENERATED' : 'ENDED';
  const at =
    kind === 'recordings'
      ? { driveDestination: { file: `video-${id}`, exportUri: `https://drive.google.com/file/d/video-${id}/view` } }
      : {
          docsDestination: { document: `text-${id}`, exportUri: `https://docs.google.com/document/d/text-${id}/view` },
        };
  return [{ name: `conferenceRecords/${id}/${kind}/1`, state, ...(isReady && at) }];
}

/** Who may open such a file: the account, and those of its domain who were invited to the event. */
export function createDrive({ state, tokens }: { readonly state: State; readonly tokens: Tokens }) {
  return (request: Request, path: string): Response => {
    tokens.bearer(request, SCOPES.driveMeet);
    const [, file] = /^\/files\/(?:video|text)-([0-9a-f]+)\/permissions$/.exec(path) ?? [];
    const record = state.records.find(({ id }) => id === file);
    if (request.method !== 'GET' || !record) throw refuse('notFound');
    const event = [...state.events.values()].find(({ conference }) => conference?.code === record.code);
    const guests = event?.fields.attendees ?? [];
    const allowed = [ACCOUNT, ...guests.map(({ email }) => email).filter((email) => email.endsWith(DOMAIN))];
    return Response.json({ permissions: allowed.map((emailAddress) => ({ type: 'user', emailAddress })) });
  };
}
