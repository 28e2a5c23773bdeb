import { html } from 'hono/html';
import { meetingPage, type Piece } from '../meeting-page.ts';
import type { RoomChannel } from './state.ts';
import type { Voice } from './voice.ts';
import type { World } from './world.ts';

/** The page in place of Discord's app at `/channels/<server>/<channel>`: whoever may enters the voice channel. */
export function createVoicePage(
  world: World,
  voice: Voice,
  prefix: string,
): (request: Request, path: string) => Promise<Response> {
  const page = (title: string, content: Piece, status?: number) => meetingPage('Discord', title, content, status);
  return async (request, path) => {
    const [, server = '', id = '', deed] = path.split('/').slice(1);
    const channel = world.state.rooms.get(id);
    if (!channel || channel.serverId !== server || channel.type !== 2)
      return page('No text or voice channel', html`<p>It was deleted, or you may not see it.</p>`, 404);
    const here = `${prefix}/channels/${server}/${id}`;
    if (request.method !== 'POST') return page(channel.name, body(channel, voice, here));
    const person = String((await request.formData()).get('person') ?? '');
    try {
      if (deed === 'enter') voice.enters(person, id);
      if (deed === 'leave') voice.leaves(person);
    } catch (error) {
      return page(error instanceof Error ? error.message : 'That did not work', html``, 403);
    }
    return new Response(null, { status: 303, headers: { location: here } });
  };
}

function body(channel: RoomChannel, voice: Voice, here: string): Piece {
  const inside = voice.inside(channel.id);
  const outside = voice.admitted(channel).filter((one) => !inside.includes(one));
  return html`
    <p role="status">${inside.length === 0 ? 'Nobody is in this voice channel.' : `In this voice channel: ${inside.length}`}</p>
    ${
      outside.length > 0
        ? html`<form method="post" action="${here}/enter">
            <label>You are <select name="person">${outside.map(({ id, globalName }) => html`<option value="${id}">${globalName}</option>`)}</select></label>
            <button>Join voice</button>
          </form>`
        : ''
    }
    ${inside.length > 0 ? html`<h2>In this voice channel</h2>` : ''}
    ${
      inside.length > 0
        ? html`<ul>${inside.map(
            ({ id, globalName }) =>
              html`<li>${globalName} <form method="post" action="${here}/leave"><input type="hidden" name="person" value="${id}"><button>Leave as ${globalName}</button></form></li>`,
          )}</ul>`
        : ''
    }`;
}
