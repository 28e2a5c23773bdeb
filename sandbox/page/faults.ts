import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { PageState } from '../page-server.ts';
import { useDeed } from './parts/deed.ts';
import { Dialog } from './parts/dialog.ts';
import { Icon } from './parts/icon.ts';
import { send } from './sandbox.ts';
import { visitorLocale, visitorWords } from './words/index.ts';

type Platform = keyof PageState['faults'];

const NAMES = {
  zoom: 'Zoom',
  google: 'Google Meet',
  jitsi: 'Jitsi',
  own: visitorWords.faults.ownRooms,
  mail: visitorWords.faults.mail,
} as const satisfies Record<Platform, string>;
/** Those with which a meeting cannot be made while they fail: the others are opened by their links alone. */
const NAME_LIST = new Intl.ListFormat(visitorLocale, { type: 'disjunction' }).format([NAMES.zoom, NAMES.google]);
/** Makes the meeting platforms go wrong, to see what Tutorline does about it. */
export function Faults({ faults }: { faults: PageState['faults'] }) {
  const { faults: words } = visitorWords;
  const [isOpen, setOpen] = useState(false);
  const deed = useDeed();
  const broken = (Object.keys(NAMES) as Platform[]).filter((platform) => faults[platform].now !== null);
  const choose = (platform: Platform, fault: string) =>
    void deed.run(() => send('faults', { [platform]: fault === '' ? null : fault }));
  const label =
    broken.length === 0 ? words.button : `${words.button}: ${broken.map((platform) => NAMES[platform]).join(', ')}`;
  return html`
    <button type="button" class="button quiet" aria-label=${label} title=${words.buttonTitle} onClick=${() => setOpen(true)}>
      <${Icon} name="alert" /><span class="wide-only">${label}</span>${broken.length > 0 && html`<span class="dot" aria-hidden="true"></span>`}
    </button>
    ${
      isOpen &&
      html`<${Dialog} title=${words.title} onClose=${() => setOpen(false)}>
        <div class="dialog-body faults">
          <p>${words.how(NAME_LIST)}</p>
          <p>${words.rooms}</p>
          <p>${words.admins}</p>
          ${(Object.keys(NAMES) as Platform[]).map(
            (platform) => html`
              <label key=${platform}>${NAMES[platform]}
                <select class="input" value=${faults[platform].now ?? ''}
                  onChange=${(event: { currentTarget: HTMLSelectElement }) => choose(platform, event.currentTarget.value)}>
                  <option value="">${words.works}</option>
                  ${faults[platform].possible.map((fault) => html`<option key=${fault} value=${fault}>${words.labels[fault]}</option>`)}
                </select>
              </label>`,
          )}
          ${deed.error && html`<p class="notice" role="alert"><${Icon} name="alert" />${deed.error}</p>`}
        </div>
        <div class="dialog-foot"><button type="button" class="button primary" onClick=${() => setOpen(false)}>${words.done}</button></div>
      <//>`
    }`;
}
