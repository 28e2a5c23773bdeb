import type { Clock } from './clock-at.ts';
import type { Span } from './clocks.ts';
import type { Habits, Part } from './sense.ts';
import type { Doubt } from './when.ts';

/** The times a clock can mean, in minutes from the midnight that its day begins with (1440 and more: the day after). */
export interface Times {
  readonly minutes: readonly number[];
  readonly doubt?: Doubt;
  /** Limits to a start that was not said, in minutes: "until 5", "9-5". */
  readonly within?: { readonly from?: number; readonly to?: number };
}

/** How the person who typed speaks of time. */
type Spoken = Pick<Habits, 'noonIsMorning'> & { readonly hours24?: boolean | undefined };

const HOUR = 60;
const NOON = 12 * HOUR;
const DAY = 24 * HOUR;
const SMALL_HOURS = 5 * HOUR; // still "tonight"

/** From when to when each part of the day may be said of a time, in minutes. */
const PARTS: { readonly [part in Part]: readonly [from: number, until: number] } = {
  dawn: [0, 7 * HOUR],
  morning: [0, 13 * HOUR],
  noon: [11 * HOUR, 16 * HOUR],
  afternoon: [NOON, 21 * HOUR],
  evening: [15 * HOUR, DAY + HOUR],
  night: [17 * HOUR, DAY + SMALL_HOURS],
  am: [0, NOON],
  pm: [NOON, DAY],
};

/** `dayPart`: a part of the day said elsewhere ("tomorrow morning"). No times: the words contradict each other. */
export function readClock(clock: Clock, dayPart: Part | undefined, spoken: Spoken): Times {
  const times = clock.half === 'midnight' ? midnight(dayPart ?? clock.part) : byHalf(clock, dayPart, spoken);
  const inside = times.minutes.map((minute) => (isNight(dayPart) && minute < SMALL_HOURS ? minute + DAY : minute));
  const part = clock.part ?? dayPart;
  const fitting = part ? inside.filter((minute) => fits(minute, part)) : inside;
  const distinct = [...new Set(fitting)];
  return distinct.length > 1 && times.doubt ? { minutes: distinct, doubt: times.doubt } : { minutes: distinct };
}

const isNight = (part: Part | undefined) => part === 'night' || part === 'evening';

const fits = (minute: number, part: Part) => {
  const [from, until] = PARTS[part];
  return (minute >= from && minute < until) || (isNight(part) && minute < SMALL_HOURS);
};

/** The midnight of a day may be the one it begins or the one it ends with. */
const midnight = (part: Part | undefined): Times =>
  isNight(part) ? { minutes: [DAY] } : { minutes: [0, DAY], doubt: 'which-midnight' };

function byHalf(clock: Clock, dayPart: Part | undefined, spoken: Spoken): Times {
  const { hour, minute, half } = clock;
  const written = hour * HOUR + minute;
  if (half === '24h') return { minutes: [written] };
  if (half === 'pm') return { minutes: [hour > 12 ? written : (written % NOON) + NOON] };
  if (half === 'am') return { minutes: hour > 12 ? [] : [written % NOON] };
  const part = clock.part ?? dayPart;
  if (part) return inPart(written % NOON, part, spoken);
  if (clock.full && spoken.hours24) return { minutes: [written] };
  if (written % NOON < HOUR) return { minutes: [NOON + (written % NOON)] }; // people call the other twelve midnight
  return { minutes: [written % NOON, (written % NOON) + NOON], doubt: 'am-or-pm' };
}

/** `early`: the reading before noon, 0 to 719. */
function inPart(early: number, part: Part, { noonIsMorning }: Spoken): Times {
  const isTwelve = early < HOUR;
  switch (part) {
    case 'am':
      return { minutes: [early] };
    case 'pm':
      return { minutes: [early + NOON] };
    case 'dawn':
      return { minutes: [early] };
    case 'morning': // "las doce de la mañana" is noon; "twelve in the morning" could be either
      if (!isTwelve) return { minutes: [early] };
      return noonIsMorning ? { minutes: [early + NOON] } : { minutes: [early, early + NOON], doubt: 'am-or-pm' };
    case 'noon':
      return { minutes: [early > 10 * HOUR ? early : early + NOON] };
    case 'afternoon':
      return { minutes: [early + NOON] };
    case 'evening':
    case 'night':
      if (isTwelve) return { minutes: [early + DAY] };
      if (early < SMALL_HOURS && part === 'night') return { minutes: [early, early + DAY], doubt: 'which-midnight' };
      return { minutes: [early + NOON] };
  }
}

/** How long a span lasts, in minutes; none when it has no end. "11-1pm" is two hours, "4-5pm" one. */
export function spanLength({ clock, end, either }: Span): number | undefined {
  if (!end || either || clock.half === 'midnight') return undefined;
  const isOpen = clock.half === 'open' || end.half === 'open';
  const [from, until] = [clock, end].map(dial);
  if (from === undefined || until === undefined) return undefined;
  const cycle = isOpen ? NOON : DAY;
  return (((until - from) % cycle) + cycle) % cycle || cycle;
}

/** The start of a span takes its half of the day from the end: the later one that is still before it. */
export function startOf({ clock, end, either }: Span): Clock {
  const isShared = clock.half === 'open' && !clock.part && end;
  if (!isShared || end.half === 'midnight') return clock;
  if (end.part) return { ...clock, part: end.part };
  if (end.half === '24h') return either ? clock : { ...clock, half: '24h' }; // "10:15-22:30"
  if (end.half === 'open') return clock;
  const until = dial(end) || DAY;
  const length = (((until - dial(clock)) % NOON) + NOON) % NOON || NOON;
  const from = (until - length + DAY) % DAY;
  return { ...clock, hour: Math.floor(from / HOUR), minute: from % HOUR, half: '24h' };
}

const dial = ({ hour, minute, half }: Clock): number => {
  const written = hour * HOUR + minute;
  if (half === 'pm') return (written % NOON) + NOON;
  if (half === 'am') return written % NOON;
  return half === 'midnight' ? DAY : written;
};
