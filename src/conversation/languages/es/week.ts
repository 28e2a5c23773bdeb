import type { Words } from '../language.ts';

export const week: Pick<Words, 'week'> = {
  week: {
    title: (days, place) => `Tu semana: ${days} (${place})`,
    session: (subject, other) => `${subject} con ${other}`,
    unanswered: (label) => `${label} (sin respuesta aún)`,
    offered: 'Horas que ofreces',
    kinds: {
      session: 'Sesión',
      request: 'Sin respuesta aún',
      busy: 'Ocupado',
      off: 'Sin tutorías',
    },
    nothing: 'No hay nada en estos siete días',
    before: 'Semana anterior',
    after: 'Semana siguiente',
    thisWeek: 'Desde hoy',
  },
};
