import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { PageState } from '../page-server.ts';
import { useDeed } from './parts/deed.ts';
import { Dialog } from './parts/dialog.ts';
import { Icon } from './parts/icon.ts';
import { send } from './sandbox.ts';

type Platform = keyof PageState['faults'];

const NAMES = { zoom: 'Zoom', google: 'Google Meet' } as const satisfies Record<Platform, string>;
const WORKS = 'Works';
const LABELS: Readonly<Record<PageState['faults'][Platform]['possible'][number], string>> = {
  down: 'Down',
  slow: 'Slow: answers after 20 seconds',
  'expired-credentials': 'Credentials have expired',
  'rate-limited': 'Rate limited',
  'daily-limit': 'Today’s limit is used up',
  'answer-lost': 'Does it, but the answer is lost',
  rubbish: 'Answers rubbish',
  'missing-scope': 'A permission is missing',
  'pending-for-ever': 'The link stays pending',
  'no-meet-licence': 'No licence for Meet',
};

/** Makes the meeting platforms go wrong, to see what Tutorline does about it. */
export function Faults({ faults }: { faults: PageState['faults'] }) {
  const [isOpen, setOpen] = useState(false);
  const deed = useDeed();
  const broken = (Object.keys(NAMES) as Platform[]).filter((platform) => faults[platform].now !== null);
  const choose = (platform: Platform, fault: string) =>
    void deed.run(() => send('faults', { [platform]: fault === '' ? null : fault }));
  const label = broken.length === 0 ? 'Faults' : `Faults: ${broken.map((platform) => NAMES[platform]).join(', ')}`;
  return html`
    <button type="button" class="button quiet" aria-label=${label} title="Let Zoom or Google Meet fail" onClick=${() => setOpen(true)}>
      <${Icon} name="alert" /><span class="wide-only">${label}</span>${broken.length > 0 && html`<span class="dot" aria-hidden="true"></span>`}
    </button>
    ${
      isOpen &&
      html`<${Dialog} title="What goes wrong" onClose=${() => setOpen(false)}>
        <div class="dialog-body faults">
          <p>Let Zoom or Google Meet fail, then confirm a session there as a tutor. Tutorline tries for some seconds and then takes the next platform.</p>
          <p>The admins (Grace in Slack, Priya in Discord) read of it in #tutoring-admins, and again when it works: move the clock ten minutes on.</p>
          ${(Object.keys(NAMES) as Platform[]).map(
            (platform) => html`
              <label key=${platform}>${NAMES[platform]}
                <select class="input" value=${faults[platform].now ?? ''}
                  onChange=${(event: { currentTarget: HTMLSelectElement }) => choose(platform, event.currentTarget.value)}>
                  <option value="">${WORKS}</option>
                  ${faults[platform].possible.map((fault) => html`<option key=${fault} value=${fault}>${LABELS[fault]}</option>`)}
                </select>
              </label>`,
          )}
          ${deed.error && html`<p class="notice" role="alert"><${Icon} name="alert" />${deed.error}</p>`}
        </div>
        <div class="dialog-foot"><button type="button" class="button primary" onClick=${() => setOpen(false)}>Done</button></div>
      <//>`
    }`;
}
