import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { availability as English } from '../en/availability.ts';
import { times } from '../times.ts';

export const availability: typeof English = {
  availability: {
    title: 'Tu disponibilidad',
    hours: (hours: string, place: string): Text => say`${strong(hours)}\nEn tu reloj (${place}).`,
    byArrangement: say`No has indicado un horario semanal, así que es a convenir: te propondrán una hora.`,
    saved: say`Guardado.`,
    daysTitle: 'Días distintos',
    off: (days: string, hours: string): Text => (hours === '' ? say`${days}: libre` : say`${days}: libre ${hours}`),
    extra: (days: string, hours: string): Text => say`${days}: también ${hours}`,
    rulesTitle: 'Reglas',
    lengths: (lengths: string, every: string): Text => say`Duraciones: ${lengths}, con inicio cada ${every}.`,
    asked: (notice: string, days: number): Text =>
      notice === ''
        ? say`Antelación: hasta ${times(days, 'día', 'días')}, sin mínimo.`
        : say`Antelación: hasta ${times(days, 'día', 'días')}, y al menos ${notice}.`,
    buffers: (before: string, after: string): Text =>
      before === '' && after === ''
        ? say`Pausas: ninguna.`
        : say`Pausas: ${before === '' ? 'ninguna' : before} antes, ${after === '' ? 'ninguna' : after} después.`,
    limits: (aDay: string, aWeek: string): Text =>
      aDay === '' && aWeek === ''
        ? say`Sesiones: todas las que lleguen.`
        : say`Sesiones: como mucho ${[aDay && `${aDay} al día`, aWeek && `${aWeek} por semana`].filter(Boolean).join(', ')}.`,
    takesOutside: say`Otras horas: te las pueden pedir, y verás que quedan fuera de tu horario.`,
    refusesOutside: say`Otras horas: nadie te las puede pedir.`,
    outsideNow: (count: number): Text =>
      count === 1
        ? say`Una sesión queda ahora fuera de tu horario. Sigue en pie; cancélala si no puedes:`
        : say`${String(count)} sesiones quedan ahora fuera de tu horario. Siguen en pie; cancela las que no puedas dar:`,
    hoursTitle: 'Horario semanal',
    submit: 'Guardar',
    hoursLabel: 'Tu semana habitual',
    hoursPlaceholder: 'lun-vie 16-19, sáb 10:00-12:30, vie 22-1',
    hoursHint: 'En tu zona horaria. Déjalo vacío si el horario es a convenir.',
    zone: 'Tu ciudad o zona horaria',
    dayTitle: 'Días distintos',
    kind: '¿Qué cambia?',
    kinds: { off: 'No estoy', extra: 'Doy más clases' },
    from: 'Día, o primer día',
    until: 'Último día',
    dayPlaceholder: '24 dic · el viernes · 2026-12-24',
    untilHint: 'Déjalo vacío si es un solo día.',
    dayHours: 'Horas',
    dayHoursPlaceholder: '16-20',
    dayHoursHint: 'Para días enteros libres, déjalo vacío.',
    rulesForm: 'Lo que ofreces',
    lengthsLabel: 'Duraciones que ofreces',
    everyLabel: 'Se ofrece un inicio cada',
    noticeLabel: 'Antelación mínima',
    aheadLabel: 'Antelación máxima',
    days: (days: number) => times(days, 'día', 'días'),
    outsideLabel: 'Solicitudes fuera de tu horario',
    outside: { yes: 'Te las pueden enviar', no: 'Nadie te las puede enviar' },
    none: 'Ninguna',
    limitsForm: 'Pausas y límites',
    beforeLabel: 'Libre antes de cada sesión',
    afterLabel: 'Libre después de cada sesión',
    bufferHint: 'Entre dos sesiones cuenta la más larga, una vez.',
    aDayLabel: 'Sesiones al día como mucho',
    aWeekLabel: 'Sesiones por semana como mucho',
    noLimit: 'Sin límite',
    remove: 'Quitar días…',
  },
};
