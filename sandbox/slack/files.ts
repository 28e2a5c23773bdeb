import { z } from 'zod';
import { APP } from './defaults.ts';
import type { State } from './state.ts';
import type { SharedFile } from './types.ts';

/** Files are kept as long as the last ones only. */
const FILES_KEPT = 100;
/** An address to upload to is good for a while, and once. */
const UPLOAD_MINUTES = 60;

/** A file of the workspace: first promised, then there, then shown to somebody. */
export interface SlackFile {
  readonly id: string;
  readonly name: string;
  title: string;
  /** As the app said it before it came. */
  readonly size: number;
  readonly mimetype: string;
  readonly promisedAt: number;
  /** Undefined until it was uploaded; base64. */
  content?: string;
  isComplete: boolean;
  /** Somebody sent it in a conversation: an app gets it with its token and the scope `files:read`, others a page to log in. */
  readonly isSent?: boolean;
}

/** A file that somebody sends. */
export interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was uploaded: https://docs.slack.dev/messaging/working-with-files#uploading_files */
export interface Files {
  /** @returns where it is to be sent */
  promise(name: string, size: number): { readonly id: string; readonly uploadUrl: string };
  /** Takes what somebody sends. @returns it as messages show it */
  send(sent: Sent): SharedFile;
  find(id: string): SlackFile | undefined;
  urlOf(file: SlackFile): string;
  /** Takes an upload, or gives a file to whoever has its address. */
  fetch(request: Request): Promise<Response>;
  dump(): unknown;
  clear(): void;
}

const Saved = z.array(z.custom<SlackFile>());
/** What blocks can show: https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object */
export const isPicture = ({ mimetype }: SlackFile): boolean => mimetype.startsWith('image/');

const TYPES: Readonly<Record<string, string>> = {
  ics: 'text/calendar',
  png: 'image/png',
  txt: 'text/plain',
  pdf: 'application/pdf',
};

export function createFiles(state: State, path: string, saved: unknown): Files {
  const files = new Map<string, SlackFile>((Saved.safeParse(saved).data ?? []).map((file) => [file.id, file]));
  for (const file of files.values()) if (file.isComplete && isPicture(file)) state.pictures.add(file.id);
  const urlOf = ({ id, name }: SlackFile) => `${state.stage.origin()}${path}${id}/${encodeURIComponent(name)}`;

  async function upload(file: SlackFile, request: Request): Promise<Response> {
    const isOver = state.stage.now().getTime() - file.promisedAt > UPLOAD_MINUTES * 60_000;
    if (isOver || file.content !== undefined) return new Response('expired', { status: 404 });
    const bytes = await bytesOf(request);
    if (bytes.length !== file.size) return new Response('length does not match', { status: 400 });
    file.content = Buffer.from(bytes).toString('base64');
    return new Response(`OK - ${bytes.length}`);
  }

  const add = (name: string, size: number, more: Partial<SlackFile> = {}): SlackFile => {
    const mimetype = TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
    const promisedAt = state.stage.now().getTime();
    const file = { id: state.newId('F'), name, title: name, size, mimetype, promisedAt, isComplete: false, ...more };
    files.set(file.id, file);
    for (const oldest of files.keys()) if (files.size > FILES_KEPT) files.delete(oldest);
    return file;
  };

  return {
    promise(name, size) {
      const { id } = add(name, size);
      return { id, uploadUrl: `${state.stage.origin()}${path}${id}` };
    },
    send({ name, bytes }) {
      const content = Buffer.from(bytes).toString('base64');
      const file = add(name, bytes.length, { content, isComplete: true, isSent: true });
      const { id, title, mimetype, size } = file;
      return { id, name, title, mimetype, size, url_private_download: urlOf(file) };
    },
    find: (id) => files.get(id),
    urlOf,
    async fetch(request) {
      const [id = ''] = new URL(request.url).pathname.slice(path.length).split('/');
      const file = files.get(id);
      if (!file) return new Response('Not found', { status: 404 });
      if (request.method === 'POST') return upload(file, request);
      const isTheApp = request.headers.get('authorization') === `Bearer ${APP.botToken}`;
      // People are signed in where they read.
      const isOnPage = request.headers.get('sec-fetch-site') === 'same-origin';
      if (file.isSent && !isOnPage && !(isTheApp && state.manifest.scopes.has('files:read')))
        return new Response('<!DOCTYPE html>Sign in', { headers: { 'Content-Type': 'text/html' } });
      if (!file.isComplete || file.content === undefined) return new Response('Not found', { status: 404 });
      return new Response(Buffer.from(file.content, 'base64'), {
        headers: {
          'Content-Type': file.mimetype,
          'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    },
    dump: () => [...files.values()],
    clear: () => files.clear(),
  };
}

/** The bytes themselves, or a form with the file in it: Slack takes both. */
async function bytesOf(request: Request): Promise<Uint8Array> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data'))
    return new Uint8Array(await request.arrayBuffer());
  const form = await request.formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  return file ? file.bytes() : new Uint8Array();
}
