import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { person as English } from '../en/person.ts';

export const person: typeof English = {
  settings: {
    title: 'Ajustes',
    submit: 'Guardar',
    reminders: 'Recordatorios antes de una sesión',
    remindersHint: 'Por ejemplo: 24h, 1h, 10m. Escribe “ninguno” si no quieres recordatorios.',
    none: 'ninguno',
    zone: 'Tu ciudad o zona horaria',
    saved: say`Guardado.`,
    savedReminders: (leads: string): Text => say`Te avisaré ${strong(leads)} antes de cada sesión.`,
    savedNone: say`No te enviaré recordatorios.`,
  },

  timezone: {
    unknownYet: say`Todavía no conozco tu zona horaria.`,
    saved: (zone: string, now: string): Text =>
      say`Tu zona horaria es ${strong(zone)}. Ahora allí: ${now}. Las sesiones que ya tienes no se mueven.`,
    title: 'Tu zona horaria',
    which: say`Hay varios lugares posibles. ¿Cuál es el tuyo?`,
  },
};
