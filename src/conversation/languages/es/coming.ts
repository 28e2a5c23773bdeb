import { say } from '../../say.ts';
import type { coming as English } from '../en/coming.ts';
import { times } from '../times.ts';

export const coming: typeof English = {
  late: {
    said: (minutes) => say`Les he dicho a los demás que llegarás unos ${minutes} minutos tarde.`,
    news: (who, minutes, what) => say`${who} llegará unos ${minutes} minutos tarde: ${what}. Espera, por favor.`,
    field: (who, minutes) => say`${who}, unos ${minutes} minutos`,
  },

  coming: {
    asked: (what) => say`¿Sigues viniendo? ${what}`,
    thanks: (other) => say`¡Gracias! ${other} puede verlo.`,
    cannot: say`¿Qué quieres hacer? Si solo necesitas otra hora, propón una; no se cancela nada hasta que lo digas.`,
    saidYes: (what) => say`Vienes: ${what}`,
    over: (what) => say`Resuelto: ${what}`,
    silent: (who, what) => say`${who} no ha dicho si sigue viniendo: ${what}`,
    comes: (who, what) => say`${who} viene: ${what}`,
    yes: (names) => say`${names}: sí`,
    waiting: (names) => say`${names}: sin respuesta`,
  },

  rules: {
    title: 'Reglas',
    submit: 'Guardar',
    asksComing: 'Preguntar el día antes si vienen',
    asks: { yes: 'Sí', no: 'No' },
    late: 'Horas desde las que cancelar es tarde',
    open: 'Sesiones que puede tener por delante',
    weekly: 'Sesiones por semana y estudiante',
    openHint: 'Las solicitudes también cuentan. Déjalo vacío para no poner límite.',
    weeklyHint: 'De lunes a domingo. Déjalo vacío para no poner límite.',
    ahead: 'Días de antelación con que se reserva',
    aheadHint: 'De 7 a 366. Cada tutor elige lo mismo o menos.',
    aheadNow: (days) => say`Se reserva hasta con ${times(days, 'día', 'días')} de antelación.`,
    saved: say`Guardado. Vale desde ahora; lo que ya está acordado se queda.`,
    head: say`Reglas`,
    asksNow: say`El día antes se pregunta a los estudiantes si siguen viniendo.`,
    asksNotNow: say`El día antes no se pregunta a nadie.`,
    lateNow: (hours) =>
      say`Cancelar con menos de ${times(hours, 'hora', 'horas')} de antelación es tarde, y se cuenta.`,
    lateSoFar: (names) => say`Cancelaron tarde en los últimos 90 días: ${names}.`,
    openNow: (most) => say`Cada estudiante puede tener ${times(most, 'sesión', 'sesiones')} por delante.`,
    weeklyNow: (most) => say`Cada estudiante puede tener ${times(most, 'sesión', 'sesiones')} por semana.`,
  },
};
