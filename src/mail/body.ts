import { clean } from '../core/clean.ts';
import type { Letter, LetterPart } from '../core/mail.ts';

/** The plain half of a mail. */
export function textOf({ parts, foot }: Letter): string {
  return `${parts.map(inText).join('\n\n')}\n\n-- \n${foot.map(inText).join('\n')}\n`;
}

function inText(part: LetterPart): string {
  switch (part.kind) {
    case 'text':
      return clean(part.text);
    case 'field':
      return `${clean(part.name)}: ${clean(part.text)}`;
    case 'link':
      return `${clean(part.label)}: ${part.url}`;
  }
}

const BODY =
  'font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;max-width:36em;margin:1em auto;padding:0 1em';
const BUTTON =
  'display:inline-block;padding:.5em 1em;border-radius:.5em;background:#1d4ed8;color:#ffffff;text-decoration:none';
const SMALL = 'font-size:13px;opacity:.75;border-top:1px solid;margin-top:2em;padding-top:1em';

/** The other half: the same words, nothing from elsewhere, and no picture that tells that it was opened. */
export function htmlOf({ subject, language, parts, foot }: Letter): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="${BODY}">
${parts.map((part) => inHtml(part, BUTTON)).join('\n')}
<div style="${SMALL}">
${foot.map((part) => inHtml(part, '')).join('\n')}
</div>
</body>
</html>
`;
}

function inHtml(part: LetterPart, linkStyle: string): string {
  switch (part.kind) {
    case 'text':
      return `<p>${escaped(part.text).replaceAll('\n', '<br>')}</p>`;
    case 'field':
      return `<p><strong>${escaped(part.name)}:</strong> ${escaped(part.text).replaceAll('\n', '<br>')}</p>`;
    case 'link':
      return `<p><a href="${escaped(part.url)}"${linkStyle && ` style="${linkStyle}"`}>${escaped(part.label)}</a></p>`;
  }
}

function escaped(text: string): string {
  return clean(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
