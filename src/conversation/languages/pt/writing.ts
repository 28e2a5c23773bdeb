import type { Writing } from '../language.ts';

/** `Intl` shortens days and months with a full stop, which would stand in the middle of a sentence. */
const bare = (short: string) => short.replace('.', '');

const everywhere: Writing = {
  tag: 'pt-BR',
  hours: 24,
  day: ({ weekday, day, month, year }) => `${weekday}, ${day} de ${month}${year ? ` de ${year}` : ''}`,
  shortDay: ({ weekday, day, month }) => `${bare(weekday)} ${day} ${bare(month)}`,
};

export const writing = (): Writing => everywhere;
