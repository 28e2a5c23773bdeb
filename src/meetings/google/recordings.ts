import { z } from 'zod';
import type { Recorded } from '../../core/meeting/platforms.ts';
import { PlatformFailed } from '../platform.ts';
import type { GoogleApi } from './api.ts';
import { allPages, conferencesOf } from './conference-records.ts';

const Url = z.url({ protocol: /^https?$/ });
const Ready = z.literal('FILE_GENERATED');

/** https://developers.google.com/workspace/meet/api/reference/rest/v2/conferenceRecords.recordings */
const RecordingPage = z.object({
  recordings: z
    .array(z.object({ state: z.string(), driveDestination: z.object({ file: z.string(), exportUri: Url }).optional() }))
    .default([]),
  nextPageToken: z.string().optional(),
});

/** https://developers.google.com/workspace/meet/api/reference/rest/v2/conferenceRecords.transcripts */
const TranscriptPage = z.object({
  transcripts: z
    .array(
      z.object({ state: z.string(), docsDestination: z.object({ document: z.string(), exportUri: Url }).optional() }),
    )
    .default([]),
  nextPageToken: z.string().optional(),
});

/** https://developers.google.com/workspace/meet/api/reference/rest/v2/spaces */
const Space = z.object({ name: z.string().regex(/^spaces\/[\w-]+$/) });

/** https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions */
const PermissionPage = z.object({
  permissions: z
    .array(
      z.object({
        type: z.enum(['user', 'group', 'domain', 'anyone']),
        emailAddress: z.string().optional(),
        domain: z.string().optional(),
      }),
    )
    .default([]),
});

const AUTOMATIC = ['recordingConfig.autoRecordingGeneration', 'transcriptionConfig.autoTranscriptionGeneration'];

/** Recordings and transcripts, which Meet puts into the Drive of the account. */
export interface GoogleRecordings {
  /** Whether the meeting with this code is recorded by itself, once somebody is there who may. */
  switch(code: string, isOn: boolean): Promise<void>;
  /** Those that are ready. */
  of(code: string): Promise<readonly Recorded[]>;
}

export function createGoogleRecordings(api: GoogleApi): GoogleRecordings {
  /** Who may open a file; Google may not let us see it. */
  const openTo = async (file: string): Promise<NonNullable<Recorded['openTo']>> => {
    try {
      const { permissions } = await api.drive(PermissionPage, `files/${file}/permissions`, {
        fields: 'permissions(type,emailAddress,domain)',
        pageSize: '100',
        supportsAllDrives: 'true',
      });
      if (permissions.some(({ type }) => type === 'anyone')) return 'everybody';
      return permissions.flatMap(({ type, emailAddress, domain }) => {
        const one = type === 'domain' ? domain && `@${domain}` : emailAddress;
        return one ? [one.toLowerCase()] : [];
      });
    } catch (error) {
      if (!(error instanceof PlatformFailed) || error.isTemporary) throw error;
      return 'unknown';
    }
  };

  const ready = async (
    what: Recorded['what'],
    files: readonly { readonly state: string; readonly file: string | undefined; readonly url: string | undefined }[],
  ): Promise<readonly Recorded[]> =>
    Promise.all(
      files.flatMap(({ state, file, url }) =>
        Ready.safeParse(state).success && file !== undefined && url !== undefined
          ? [openTo(file).then((to): Recorded => ({ what, url, openTo: to }))]
          : [],
      ),
    );

  return {
    async switch(code, isOn) {
      // Settings are changed by the space's own name; it is found by the code that people know.
      const { name } = await api.meet(Space, `spaces/${code}`, {});
      const generation = isOn ? 'ON' : 'OFF';
      await api.meetSettings(Space, name, AUTOMATIC.map((one) => `config.artifactConfig.${one}`).join(','), {
        config: {
          artifactConfig: {
            recordingConfig: { autoRecordingGeneration: generation },
            transcriptionConfig: { autoTranscriptionGeneration: generation },
          },
        },
      });
    },
    async of(code) {
      const found: Recorded[] = [];
      for (const name of await conferencesOf(api, code)) {
        const recordings = (await allPages(api, RecordingPage, `${name}/recordings`, {})).flatMap((page) =>
          page.recordings.map(({ state, driveDestination: at }) => ({ state, file: at?.file, url: at?.exportUri })),
        );
        const transcripts = (await allPages(api, TranscriptPage, `${name}/transcripts`, {})).flatMap((page) =>
          page.transcripts.map(({ state, docsDestination: at }) => ({ state, file: at?.document, url: at?.exportUri })),
        );
        found.push(...(await ready('recording', recordings)), ...(await ready('transcript', transcripts)));
      }
      return found;
    },
  };
}
