import { z } from 'zod';
import type { GoogleApi } from './api.ts';

/** https://developers.google.com/workspace/meet/api/reference/rest/v2/conferenceRecords/list */
export const RecordPage = z.object({
  conferenceRecords: z.array(z.object({ name: z.string().regex(/^conferenceRecords\/[\w-]+$/) })).default([]),
  nextPageToken: z.string().optional(),
});

/** All pages of a list of the Meet API. */
export async function allPages<P extends { nextPageToken?: string | undefined }>(
  api: Pick<GoogleApi, 'meet'>,
  schema: z.ZodType<P>,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<readonly P[]> {
  const pages: P[] = [];
  let pageToken: string | undefined;
  do {
    const page = await api.meet(schema, path, { ...query, ...(pageToken !== undefined && { pageToken }) });
    pages.push(page);
    pageToken = page.nextPageToken || undefined;
  } while (pageToken !== undefined);
  return pages;
}

/** The names of the conferences that were held in the meeting with this code. */
export async function conferencesOf(api: Pick<GoogleApi, 'meet'>, code: string): Promise<readonly string[]> {
  const pages = await allPages(api, RecordPage, 'conferenceRecords', { filter: `space.meeting_code = "${code}"` });
  return pages.flatMap(({ conferenceRecords }) => conferenceRecords.map(({ name }) => name));
}
