import { randomBytes } from 'node:crypto';
import type { Language } from '../conversation/languages/language.ts';
import { clean } from '../core/clean.ts';

export interface Page {
  readonly status: number;
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  /** A button that posts to this same address; in a browser it may press itself. */
  readonly goOn?: { readonly label: string; readonly byItself: boolean };
}

const STYLE = `
  :root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center }
  main { max-width: 32rem; padding: 1.5rem }
  h1 { font-size: 1.5rem; margin: 0 0 .5rem }
  button { font: inherit; font-weight: 600; padding: .6rem 1.2rem; border: 0; border-radius: .5rem; cursor: pointer;
    color: #fff; background: #1d4ed8 }
  button:focus-visible { outline: 3px solid currentColor; outline-offset: 3px }
`;

/** Headers of every answer that a person sees: kept by nobody, framed by nobody, telling nobody where it came from. */
const PRIVATE = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
} as const;

/** A small page without anything from elsewhere. */
export function page({ status, language, title, text, goOn }: Page): Response {
  const nonce = randomBytes(16).toString('base64');
  const form = goOn ? `<form method="post"><button autofocus>${escaped(goOn.label)}</button></form>` : '';
  const script = goOn?.byItself ? `<script nonce="${nonce}">document.forms[0].submit()</script>` : '';
  const html = `<!doctype html>
<html lang="${language.id}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escaped(title)} · Tutorline</title>
<style nonce="${nonce}">${STYLE}</style>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
${form}
</main>
${script}
</html>
`;
  // Chrome holds the redirect that answers a form to form-action too, and a session may meet anywhere.
  const formAction = goOn ? "'self' https: http:" : "'none'";
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`;
  return new Response(html, {
    status,
    headers: {
      ...PRIVATE,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Content-Language': language.id,
      Vary: 'Accept-Language, User-Agent',
    },
  });
}

/** Sends the browser on. After a POST the next request is a GET. */
export function goTo(url: string): Response {
  return new Response(null, { status: 303, headers: { ...PRIVATE, Location: URL.parse(url)?.href ?? url } });
}

function escaped(text: string): string {
  return clean(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
