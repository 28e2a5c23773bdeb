import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { holidays as English } from '../en/holidays.ts';
import { times } from '../times.ts';

export const holidays: typeof English = {
  holidays: {
    title: 'Festivos y trimestres',
    intro: say`En los festivos no se puede reservar con nadie. Si hay trimestres, tampoco fuera de ellos. Los días son los de cada tutor.`,
    none: say`No hay festivos ni trimestres: se puede reservar cualquier día.`,
    saved: say`Guardado.`,
    read: (days: number, leftOut: number): Text =>
      leftOut === 0
        ? say`He guardado ${times(days, 'festivo', 'festivos')}.`
        : say`He guardado ${times(days, 'festivo', 'festivos')}. ${times(leftOut, 'evento tenía', 'eventos tenían')} hora, así que quedan fuera.`,
    holiday: (name: string, days: string): Text => say`${strong(name)} (festivo): ${days}`,
    term: (name: string, days: string): Text => say`${strong(name)} (trimestre): ${days}`,
    insideNow: (count: number): Text =>
      count === 1
        ? say`Una sesión cae ahora en uno de esos días. Sigue en pie; cancélala o muévela si no puede ser:`
        : say`${String(count)} sesiones caen ahora en esos días. Siguen en pie; cancela o mueve las que no puedan ser:`,
    addTitle: 'Festivo o trimestre',
    submit: 'Guardar',
    kind: '¿Qué es?',
    kinds: { holiday: 'Un festivo', term: 'Un trimestre' },
    name: 'Nombre',
    namePlaceholder: 'Vacaciones de invierno',
    from: 'Día, o primer día',
    until: 'Último día',
    dayPlaceholder: '24 dic · 24 dic - 2 ene · 2026-12-24',
    untilHint: 'Déjalo vacío si es un solo día.',
    readTitle: 'Leer un calendario',
    text: 'El texto de un archivo de calendario (ICS)',
    textHint: 'Abre el archivo con un editor de texto y pégalo. Se leen los días enteros; varios pegados se suman.',
    textPlaceholder: 'BEGIN:VCALENDAR y todo lo que sigue',
    unnamed: 'Festivo',
    remove: 'Quitar…',
  },
};
