import { html } from 'hono/html';
import { meetingPage, type Piece } from '../meeting-page.ts';
import { isZoomError } from './errors.ts';
import type { Rooms } from './rooms.ts';
import { PREFIX } from './settings.ts';
import type { Meeting, State } from './state.ts';
import type { Webhooks } from './webhooks.ts';
import { hashOf, isHostKey } from './wire.ts';

/** The page in place of a meeting: `/j/…` for everybody, `/s/…` for the host. */
export function createPage(state: State, rooms: Rooms, webhooks: Webhooks): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const [kind = '', id = '', deed = ''] = url.pathname.slice(PREFIX.length + 1).split('/');
    if (kind === 'rec') return page('Recording', html`<p>Here the recording would play.</p>`);
    const form = request.method === 'POST' ? await request.formData() : undefined;
    const field = (name: string) => String(form?.get(name) ?? url.searchParams.get(name) ?? '').trim();
    try {
      const meeting = rooms.meeting(id);
      const isHost = kind === 's';
      if (isHost && !isHostKey(meeting, field('zak'), state.stage.now()))
        return page('This link has expired', html``, 403);
      const pass = field('pwd');
      const isLetIn = isHost || !meeting.password || pass === hashOf(meeting) || pass === meeting.password;
      if (!form) return page(meeting.topic, body(meeting, { isHost, isLetIn, zak: field('zak'), pwd: pass }));
      if (!isLetIn) return page('That passcode is wrong', html``, 403);
      act(rooms, id, deed, isHost, field);
      await webhooks.settled();
      const back = new URLSearchParams(isHost ? { zak: field('zak') } : { pwd: pass });
      return new Response(null, { status: 303, headers: { location: `${PREFIX}/${kind}/${id}?${back}` } });
    } catch (error) {
      if (isZoomError(error)) return page('This meeting link is invalid (3,001)', html``, 404);
      return page(error instanceof Error ? error.message : 'That did not work', html``, 409);
    }
  };
}

function act(rooms: Rooms, id: string, deed: string, isHost: boolean, field: (name: string) => string): void {
  if (deed === 'join') rooms.join(id, { name: field('name') || 'Guest', email: field('email') });
  else if (deed === 'leave') rooms.leave(id, field('user'));
  else if (deed === 'start' && isHost) rooms.start(id);
  else if (deed === 'end' && isHost) rooms.end(id);
  else throw new Error('Only the host can do that.');
}

interface View {
  readonly isHost: boolean;
  readonly isLetIn: boolean;
  readonly zak: string;
  readonly pwd: string;
}

function body(meeting: Meeting, { isHost, isLetIn, zak, pwd }: View): Piece {
  const path = `${PREFIX}/${isHost ? 's' : 'j'}/${meeting.id}`;
  const keys = html`<input type="hidden" name="zak" value="${zak}"><input type="hidden" name="pwd" value="${pwd}">`;
  const button = (deed: string, label: string, more: Piece | string = '') =>
    html`<form method="post" action="${path}/${deed}">${keys}${more}<button>${label}</button></form>`;
  const passcode = html`<label>Passcode <input name="pwd" required></label>`;
  const person = html`
    <label>Your name <input name="name" required autocomplete="name"></label>
    <label>E-mail, if you like <input name="email" type="email" autocomplete="email"></label>`;
  return html`
    <p>${meeting.startTime.replace('T', ' ').replace('Z', ' UTC')}, ${meeting.duration} minutes. Meeting ID ${meeting.id}.</p>
    <p role="status">${meeting.startedAt ? 'This meeting is running.' : 'This meeting is not running.'}</p>
    ${isHost ? button('start', meeting.startedAt ? 'Enter as host' : 'Start') : ''}
    ${isHost && meeting.startedAt ? button('end', 'End for all') : ''}
    ${isHost ? '' : button('join', 'Join', html`${isLetIn ? '' : passcode}${person}`)}
    <h2>In this meeting</h2>
    ${meeting.present.length === 0 ? html`<p>Nobody.</p>` : ''}
    <ul>${meeting.present.map(
      ({ userId, name }) =>
        html`<li>${name} ${isLetIn ? button('leave', `Leave as ${name}`, html`<input type="hidden" name="user" value="${userId}">`) : ''}</li>`,
    )}</ul>`;
}

const page = (title: string, content: Piece, status?: number) => meetingPage('Zoom', title, content, status);
