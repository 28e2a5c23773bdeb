import type { Writing } from '../language.ts';

const everywhere: Writing = {
  tag: 'es',
  hours: 24,
  day: ({ weekday, day, month, year }) => `${weekday} ${day} de ${month}${year ? ` de ${year}` : ''}`,
  shortDay: ({ weekday, day, month }) => `${weekday} ${day} ${month}`,
};

export const writing = (): Writing => everywhere;
