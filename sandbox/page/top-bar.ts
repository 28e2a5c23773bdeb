import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { PageMoments, PageState } from '../page-server.ts';
import { inWords, sandboxNow, useTicking } from './clock.ts';
import { Faults } from './faults.ts';
import { Mailbox } from './mailbox.ts';
import { useDeed } from './parts/deed.ts';
import { AskDialog } from './parts/dialog.ts';
import { Icon } from './parts/icon.ts';
import { Menu } from './parts/menu.ts';
import { send } from './sandbox.ts';
import { visitorLocale, visitorWords } from './words/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

interface TopBarProps {
  faults: PageState['faults'];
  mail: PageState['mail'];
  moments: PageMoments;
  isGuideOpen: boolean;
  openGuide: () => void;
  onStartedOver: () => void;
}

/** What this is, what time it is here, and the way back to the beginning. */
export function TopBar({ faults, mail, moments, isGuideOpen, openGuide, onStartedOver }: TopBarProps) {
  const { page: words } = visitorWords;
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
          <h1>Tutorline <span class="pill">${words.sandbox}</span></h1>
          <p>${words.about}</p>
        </div>
      </div>
      <${Clock} moments=${moments} deed=${deed} />
      <div class="top-actions">
        <${Mailbox} mail=${mail} />
        <${Faults} faults=${faults} />
        ${!isGuideOpen && html`<button type="button" class="button quiet" aria-label=${words.guide} onClick=${openGuide}><${Icon} name="help" /><span class="wide-only">${words.guide}</span></button>`}
        <button type="button" class="button quiet" aria-label=${words.startOver.button} onClick=${() => setAsking(true)} aria-busy=${deed.isBusy}>
          <${Icon} name="restart" /><span class="wide-only">${words.startOver.button}</span>
        </button>
      </div>
      ${deed.error && html`<p class="notice" role="alert"><${Icon} name="alert" />${deed.error}</p>`}
      ${
        isAsking &&
        html`<${AskDialog} title=${words.startOver.title} yes=${words.startOver.button} no=${words.startOver.no} isDanger text=${words.startOver.text}
          onYes=${startOver} onNo=${() => setAsking(false)} />`
      }
    </header>`;
}

const clockTime = (at: Date) => inWords(at, visitorLocale, ownZone, { timeStyle: 'short' });

/** `14:20`, with the day when it is another one. */
function briefly(at: Date): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const [then, today] = [at, sandboxNow()].map((date) => inWords(date, visitorLocale, ownZone, day));
  return then === today ? clockTime(at) : `${then}, ${clockTime(at)}`;
}

/** Moves the sandbox's clock; the bot does what was due meanwhile. */
export function moveClock(move: { to: string } | { byMs: number }): Promise<unknown> {
  return send('clock', move);
}

function Clock({ moments, deed }: { moments: PageMoments; deed: ReturnType<typeof useDeed> }) {
  useTicking(1000);
  const { clock: words } = visitorWords;
  const now = sandboxNow();
  const move = (how: Parameters<typeof moveClock>[0]) => void deed.run(() => moveClock(how));
  const to = (label: string, moment: string | undefined, missing: string) =>
    moment
      ? { label, detail: briefly(new Date(moment)), choose: () => move({ to: moment }) }
      : { label, detail: missing, isOff: true, choose: () => undefined };
  const { nextReminder, nextStart, nextEnd } = moments;
  const items = [
    to(words.toNextReminder, nextReminder, words.noneDue),
    to(words.toStart, nextStart, words.nothingBooked),
    to(words.toEnd, nextEnd, words.nothingBooked),
    { label: words.tenMinutes, choose: () => move({ byMs: 10 * MINUTE }) },
    { label: words.hour, choose: () => move({ byMs: HOUR }) },
    { label: words.day, choose: () => move({ byMs: 24 * HOUR }) },
  ];
  return html`
    <div class="clock" role="group" aria-label=${words.name}>
      <${Icon} name="clock" />
      <p class="clock-face"><b>${clockTime(now)}</b>
        <span>${inWords(now, visitorLocale, ownZone, { weekday: 'short', day: 'numeric', month: 'short' })}<span class="wide-only"> ${inWords(now, visitorLocale, ownZone, { year: 'numeric' })}</span></span></p>
      <button type="button" class="button wide-only" disabled=${!nextReminder} aria-busy=${deed.isBusy}
        title=${nextReminder ? words.moveTo(briefly(new Date(nextReminder))) : words.noReminder}
        onClick=${() => nextReminder && move({ to: nextReminder })}>${words.toNextReminder}</button>
      <${Menu} label=${words.move} items=${items} class="button"><span>${words.moveShort}<span class="wide-only">${words.moveRest}</span></span><${Icon} name="down" /><//>
    </div>`;
}
