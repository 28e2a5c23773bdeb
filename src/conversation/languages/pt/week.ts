import type { week as English } from '../en/week.ts';

export const week: typeof English = {
  week: {
    title: (days, place) => `Sua semana: ${days} (${place})`,
    session: (subject, other) => `${subject} com ${other}`,
    unanswered: (label) => `${label} (ainda sem resposta)`,
    offered: 'Horas que você oferece',
    kinds: {
      session: 'Aula',
      request: 'Ainda sem resposta',
      busy: 'Ocupado',
      off: 'Sem aulas',
    },
    nothing: 'Nada nestes sete dias',
    before: 'Semana anterior',
    after: 'Semana seguinte',
    thisWeek: 'A partir de hoje',
  },
};
