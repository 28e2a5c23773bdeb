import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { PageState } from '../page-server.ts';
import { inWords } from './clock.ts';
import { ownAddress } from './parts/address.ts';
import { useDeed } from './parts/deed.ts';
import { Dialog } from './parts/dialog.ts';
import { Icon } from './parts/icon.ts';
import { send } from './sandbox.ts';
import { visitorLocale, visitorWords } from './words/index.ts';

type Mail = PageState['mail'];
type Letter = Mail['letters'][number];

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const words = visitorWords.mail;

/** Everybody's mail: what Tutorline has sent to the addresses that people gave, and what Google has sent itself. */
export function Mailbox({ mail }: { mail: Mail }) {
  const [isOpen, setOpen] = useState(false);
  const [seen, setSeen] = useState(0);
  const [chosen, setChosen] = useState<string>();
  const all = mail.letters.length + mail.invitations.length;
  const unread = Math.max(0, all - seen);
  const addresses = [...new Set([...mail.letters, ...mail.invitations].map(({ to }) => to))].toSorted();
  const address =
    chosen !== undefined && addresses.includes(chosen) ? chosen : (mail.letters.at(-1)?.to ?? addresses[0]);
  const label = unread > 0 ? `${words.button}: ${words.fresh(unread)}` : words.button;
  const open = () => {
    setSeen(all);
    setOpen(true);
  };
  const close = () => {
    setSeen(all);
    setOpen(false);
  };
  const letters = mail.letters.filter(({ to }) => to === address).toReversed();
  const invitations = mail.invitations.filter(({ to }) => to === address);
  return html`
    <button type="button" class="button quiet" aria-label=${label} title=${words.buttonTitle} onClick=${open}>
      <${Icon} name="mail" /><span class="wide-only">${words.button}</span>${unread > 0 && html`<span class="badge" aria-hidden="true">${unread}</span>`}
    </button>
    ${
      isOpen &&
      html`<${Dialog} title=${words.title} onClose=${close}>
        <div class="dialog-body mailbox" tabindex="0" role="region" aria-label=${words.title}>
          ${
            addresses.length === 0
              ? html`<p>${words.empty}</p>`
              : html`<label>${words.of}
                  <select class="input" value=${address} onChange=${(event: { currentTarget: HTMLSelectElement }) => setChosen(event.currentTarget.value)}>
                    ${addresses.map((one) => html`<option key=${one} value=${one}>${one}</option>`)}
                  </select>
                </label>`
          }
          ${letters.map((letter, at) => html`<${One} key=${letter.id} letter=${letter} isFirst=${at === 0} />`)}
          ${invitations.length > 0 && html`<h3>${words.google}</h3>`}
          <ul>${invitations.map(({ kind, title }) => html`<li>${words.invitations[kind]} ${title}</li>`)}</ul>
          ${mail.events.length > 0 && html`<h3>${words.calendar}</h3><p>${words.calendarHint}</p>`}
          ${mail.events.map((event) => html`<${InCalendar} key=${event.id} event=${event} />`)}
        </div>
        <div class="dialog-foot"><button type="button" class="button primary" onClick=${close}>${visitorWords.page.close}</button></div>
      <//>`
    }`;
}

function One({ letter, isFirst }: { letter: Letter; isFirst: boolean }) {
  const { subject, from, arrivedAt, text, files, unsubscribe, id } = letter;
  const at = inWords(new Date(arrivedAt), visitorLocale, ownZone, { dateStyle: 'medium', timeStyle: 'short' });
  return html`
    <details class="letter" open=${isFirst}>
      <summary><b>${subject}</b> <span class="detail">${from}, <time datetime=${arrivedAt}>${at}</time></span></summary>
      <p class="letter-text">${withLinks(text)}</p>
      ${files.map(
        (name, index) => html`<p class="file"><a href="/sandbox/mail/${id}/${index}" download=${name}>${name}</a></p>`,
      )}
      ${unsubscribe && html`<${Unsubscribe} url=${unsubscribe} />`}
    </details>`;
}

/** The button that mail programs show beside such mails: https://www.rfc-editor.org/rfc/rfc8058 */
function Unsubscribe({ url }: { url: string }) {
  const [isDone, setDone] = useState(false);
  const deed = useDeed();
  const path = ownAddress(url);
  const press = () =>
    deed.run(async () => {
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
      const answer = await fetch(path ?? '', { method: 'POST', body });
      if (!answer.ok) throw new Error(visitorWords.page.failed);
      setDone(true);
    });
  if (path === undefined) return null;
  return html`
    ${
      isDone
        ? html`<p role="status">${words.unsubscribed}</p>`
        : html`<button type="button" class="button" aria-busy=${deed.isBusy} onClick=${press}>${words.unsubscribe}</button>`
    }
    ${deed.error && html`<p class="notice" role="alert"><${Icon} name="alert" />${deed.error}</p>`}`;
}

/** Somebody changes it in Google Calendar, where Tutorline does not see who. */
function InCalendar({ event: { id, title, startsAt } }: { event: Mail['events'][number] }) {
  const deed = useDeed();
  const at = inWords(new Date(startsAt), visitorLocale, ownZone, { dateStyle: 'medium', timeStyle: 'short' });
  const press = (to: 'later' | 'deleted') => () => deed.run(() => send('calendar', { event: id, to }));
  return html`
    <p>
      ${title}, <time datetime=${startsAt}>${at}</time>
      <button type="button" class="button" aria-busy=${deed.isBusy} aria-label=${`${words.later}: ${title}, ${at}`} onClick=${press('later')}>${words.later}</button>
      <button type="button" class="button" aria-busy=${deed.isBusy} aria-label=${`${words.remove}: ${title}, ${at}`} onClick=${press('deleted')}>${words.remove}</button>
    </p>
    ${deed.error && html`<p class="notice" role="alert"><${Icon} name="alert" />${deed.error}</p>`}`;
}

/** Only what this sandbox itself serves is a link: nothing is opened elsewhere. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((piece) => {
    const path = /^https?:/.test(piece) ? ownAddress(piece) : undefined;
    return path === undefined ? piece : html`<a href=${path} target="_blank" rel="noreferrer">${piece}</a>`;
  });
}
