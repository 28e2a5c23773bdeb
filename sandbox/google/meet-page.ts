import type { State } from './state.ts';
import type { Visits } from './visits.ts';

const NAME_LENGTH = 60;

/** The page that a Meet link opens in the sandbox. `path` is below `/meet`, such as `/abc-defg-hij/join`. */
export function createMeetPage(house: {
  readonly state: State;
  readonly visits: Visits;
}): (request: Request, path: string) => Promise<Response> {
  const { state, visits } = house;
  return async (request, path) => {
    const [code = '', act] = path.split('/').slice(1);
    if (!state.codes.has(code)) return page(404, 'Check your meeting code', '<p>There is no such meeting.</p>');
    if (act === undefined && request.method === 'GET') return page(200, titleOf(state, code), room(visits, code));
    if (request.method !== 'POST') return page(404, 'Not found', '');
    const form = await request.formData();
    const text = (name: string) =>
      String(form.get(name) ?? '')
        .trim()
        .slice(0, NAME_LENGTH);
    if (act === 'join' && text('name')) visits.join(code, text('name'), form.has('signed-in'));
    if (act === 'leave') visits.leave(code, text('visitor'));
    return new Response(null, { status: 303, headers: { location: `../${code}` } });
  };
}

function titleOf({ events }: State, code: string): string {
  const event = [...events.values()].find(({ conference }) => conference?.code === code);
  return event?.fields.summary ?? 'Meeting';
}

function room(visits: Visits, code: string): string {
  const inside = visits.inside(code).map(
    ({ id, name }) => `<li><form method="post" action="${code}/leave"><span>${escaped(name)}</span>
<input type="hidden" name="visitor" value="${id}"><button aria-label="Leave as ${escaped(name)}">Leave</button></form></li>`,
  );
  return `<p>Google Meet, played by Tutorline’s sandbox. Code ${code}.</p>
<h2>In the meeting</h2>
${inside.length > 0 ? `<ul>${inside.join('')}</ul>` : '<p>Nobody is here yet.</p>'}
<h2>Join</h2>
<form method="post" action="${code}/join">
<p><label>Your name <input name="name" required maxlength="${NAME_LENGTH}" autocomplete="name"></label></p>
<p><label><input type="checkbox" name="signed-in"> Signed in to Google</label></p>
<p><button class="main">Join</button></p>
</form>`;
}

const STYLE = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
body{max-width:34rem;margin:3rem auto;padding:0 1rem}
ul{padding:0;list-style:none}li form{display:flex;justify-content:space-between;align-items:center;padding:.25rem 0}
input:not([type=checkbox]){display:block;box-sizing:border-box;width:100%;max-width:20rem}
input:not([type=checkbox]),button{font:inherit;padding:.4rem .8rem;border:1px solid;border-radius:.4rem}
.main{background:#0b57d0;color:#fff;border-color:#0b57d0}
:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}`;

function page(status: number, title: string, main: string): Response {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)} – Google Meet (sandbox)</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1>${main}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
      'cache-control': 'no-store',
    },
  });
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
