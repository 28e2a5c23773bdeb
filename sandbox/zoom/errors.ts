import type { Json } from './settings.ts';

/** What Zoom answers instead; thrown inside the stand-in, caught where the answer is written. */
export interface ZoomError extends Error {
  readonly status: number;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string>>;
}

/** https://developers.zoom.us/docs/api/errors/ */
export function zoomError(
  status: number,
  code: number,
  message: string,
  more: { errors?: readonly Json[]; headers?: Readonly<Record<string, string>> } = {},
): ZoomError {
  const { errors, headers = {} } = more;
  return Object.assign(new Error(message), { status, body: { code, message, ...(errors && { errors }) }, headers });
}

export function isZoomError(error: unknown): error is ZoomError {
  return error instanceof Error && 'status' in error && 'body' in error;
}

export const noMeeting = (id: string) => zoomError(404, 3001, `Meeting does not exist: ${id}.`);
export const noUser = (id: string) => zoomError(404, 1001, `User does not exist: ${id}.`);
export const badToken = (message = 'Invalid access token.') => zoomError(401, 124, message);
export const missingScope = (scopes: readonly string[]) =>
  zoomError(400, 4711, `Invalid access token, does not contain scopes:[${scopes.join(', ')}].`);
export const badField = (field: string, message = 'Invalid field.') =>
  zoomError(400, 300, 'Validation Failed.', { errors: [{ field, message }] });
