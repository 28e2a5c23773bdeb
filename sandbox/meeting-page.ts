import { html } from 'hono/html';

export type Piece = ReturnType<typeof html>;

/** A page in place of a meeting: what a vendor would show whoever follows a link. */
export async function meetingPage(vendor: string, title: string, content: Piece, status = 200): Promise<Response> {
  const text = await html`<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>${title} · ${vendor} in the sandbox</title>
  <style>
    :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
    body { max-width: 34rem; margin: 3rem auto; padding: 0 1rem; overflow-wrap: anywhere }
    ul { padding: 0; list-style: none } li { display: flex; justify-content: space-between; align-items: center; padding: .25rem 0 }
    label { display: block; margin: .75rem 0 } input, select { display: block; box-sizing: border-box; width: 100%; max-width: 20rem }
    input, select, button { font: inherit; padding: .4rem .8rem; border: 1px solid; border-radius: .4rem }
    button { cursor: pointer } main > form > button { background: #0b57d0; color: #fff; border-color: #0b57d0 }
    :focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px }
  </style>
  <main>
    <h1>${title}</h1>
    ${content}
    <p><small>This page stands in for ${vendor} on this machine. Nothing leaves it.</small></p>
  </main>
</html>`;
  return new Response(String(text), { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
