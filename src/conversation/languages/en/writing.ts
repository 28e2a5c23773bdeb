import type { Writing } from '../language.ts';

/** Americans count to twelve and say the month first. */
const american: Writing = {
  tag: 'en-US',
  hours: 12,
  day: ({ weekday, day, month, year }) => `${weekday}, ${month} ${day}${year ? `, ${year}` : ''}`,
  shortDay: ({ weekday, day, month }) => `${weekday} ${month} ${day}`,
};

const others: Writing = {
  tag: 'en-GB',
  hours: 24,
  day: ({ weekday, day, month, year }) => `${weekday}, ${day} ${month}${year ? ` ${year}` : ''}`,
  shortDay: ({ weekday, day, month }) => `${weekday} ${day} ${month}`,
};

export const writing = (locale: string): Writing => (locale === american.tag ? american : others);
