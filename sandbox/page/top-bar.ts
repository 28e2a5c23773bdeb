import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { PageMoments, PageState } from '../page-server.ts';
import { inWords, sandboxNow, useTicking } from './clock.ts';
import { Faults } from './faults.ts';
import { useDeed } from './parts/deed.ts';
import { AskDialog } from './parts/dialog.ts';
import { Icon } from './parts/icon.ts';
import { Menu } from './parts/menu.ts';
import { send } from './sandbox.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

interface TopBarProps {
  faults: PageState['faults'];
  moments: PageMoments;
  isGuideOpen: boolean;
  openGuide: () => void;
  onStartedOver: () => void;
}

/** What this is, what time it is here, and the way back to the beginning. */
export function TopBar({ faults, moments, isGuideOpen, openGuide, onStartedOver }: TopBarProps) {
  const [isAsking, setAsking] = useState(false);
  const deed = useDeed();
  const startOver = async () => {
    setAsking(false);
    const isDone = await deed.run(async () => {
      await send('start-over', {});
      return true;
    });
    if (isDone) onStartedOver();
  };
  return html`
    <header class="top-bar">
      <div class="brand">
        <img src="/sandbox/page/mark.svg" alt="" width="32" height="32" />
        <div>
          <h1>Tutorline <span class="pill">Sandbox</span></h1>
          <p>Slack and Discord, played on this machine. Nothing leaves it.</p>
        </div>
      </div>
      <${Clock} moments=${moments} deed=${deed} />
      <div class="top-actions">
        <${Faults} faults=${faults} />
        ${!isGuideOpen && html`<button type="button" class="button quiet" aria-label="Guide" onClick=${openGuide}><${Icon} name="help" /><span class="wide-only">Guide</span></button>`}
        <button type="button" class="button quiet" aria-label="Start over" onClick=${() => setAsking(true)} aria-busy=${deed.isBusy}>
          <${Icon} name="restart" /><span class="wide-only">Start over</span>
        </button>
      </div>
      ${deed.error && html`<p class="notice" role="alert"><${Icon} name="alert" />${deed.error}</p>`}
      ${
        isAsking &&
        html`<${AskDialog} title="Start over?" yes="Start over" no="Keep everything" isDanger
          text="All messages, sessions and settings of this sandbox are deleted, and the clock goes back to the real time."
          onYes=${startOver} onNo=${() => setAsking(false)} />`
      }
    </header>`;
}

const clockTime = (at: Date) => inWords(at, 'en-GB', ownZone, { hour: '2-digit', minute: '2-digit' });

/** `14:20`, with the day when it is another one. */
function briefly(at: Date): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const [then, today] = [at, sandboxNow()].map((date) => inWords(date, 'en-GB', ownZone, day));
  return then === today ? clockTime(at) : `${then}, ${clockTime(at)}`;
}

/** Moves the sandbox's clock; the bot does what was due meanwhile. */
export function moveClock(move: { to: string } | { byMs: number }): Promise<unknown> {
  return send('clock', move);
}

function Clock({ moments, deed }: { moments: PageMoments; deed: ReturnType<typeof useDeed> }) {
  useTicking(1000);
  const now = sandboxNow();
  const move = (how: Parameters<typeof moveClock>[0]) => void deed.run(() => moveClock(how));
  const to = (name: string, moment: string | undefined, missing: string) =>
    moment
      ? { label: `To the ${name}`, detail: briefly(new Date(moment)), choose: () => move({ to: moment }) }
      : { label: `To the ${name}`, detail: missing, isOff: true, choose: () => undefined };
  const { nextReminder, nextStart, nextEnd } = moments;
  const items = [
    to('next reminder', nextReminder, 'none is due'),
    to('start', nextStart, 'nothing is booked'),
    to('end', nextEnd, 'nothing is booked'),
    { label: '10 minutes on', choose: () => move({ byMs: 10 * MINUTE }) },
    { label: '1 hour on', choose: () => move({ byMs: HOUR }) },
    { label: '1 day on', choose: () => move({ byMs: 24 * HOUR }) },
  ];
  return html`
    <div class="clock" role="group" aria-label="The sandbox's clock">
      <${Icon} name="clock" />
      <p class="clock-face"><b>${clockTime(now)}</b>
        <span>${inWords(now, 'en-GB', ownZone, { weekday: 'short', day: 'numeric', month: 'short' })}<span class="wide-only"> ${inWords(now, 'en-GB', ownZone, { year: 'numeric' })}</span></span></p>
      <button type="button" class="button wide-only" disabled=${!nextReminder} aria-busy=${deed.isBusy}
        title=${nextReminder ? `Move the clock to ${briefly(new Date(nextReminder))}` : 'No reminder is due: confirm a session first'}
        onClick=${() => nextReminder && move({ to: nextReminder })}>To the next reminder</button>
      <${Menu} label="Move the clock" items=${items} class="button"><span>Move<span class="wide-only"> the clock</span></span><${Icon} name="down" /><//>
    </div>`;
}
