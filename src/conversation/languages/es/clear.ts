import type { Text } from '../../message.ts';
import { say } from '../../say.ts';
import type { clear as English } from '../en/clear.ts';
import { times } from '../times.ts';

export const clear: typeof English = {
  clear: {
    title: 'Despejar un día',
    submit: 'Enséñamelo antes',
    tutor: 'De quién',
    day: 'Qué día',
    until: 'Hasta (si son varios días)',
    untilHint: 'El último día. Déjalo vacío si es un solo día.',
    dayPlaceholder: 'Por ejemplo: mañana, viernes, 24 dic - 2 ene',
    way: 'Qué pasa con las sesiones',
    ways: {
      move: 'Proponer otras horas',
      'hand-over': 'Preguntar a otros tutores',
      cancel: 'Cancelarlas',
    },
    adminMoves: 'Pasarlas a la hora libre más cercana',
    why: '¿Por qué? Lo leerán si se cancela',
    whyHint: 'Hace falta para cancelar.',
    nothing: (days) => say`No hay nada previsto entonces (${days}).`,
    count: (sessions, people, days) =>
      say`${times(sessions, 'sesión', 'sesiones')} con ${times(people, 'persona', 'personas')}: ${days}`,
    will: {
      move: say`Propondría hasta tres de tus horas libres más cercanas para cada una. Mientras no se elija una, la sesión se queda donde está.`,
      'hand-over': say`Preguntaría a los demás tutores de la materia que estén libres. Tú dejas la sesión en el acto; la da quien acepte primero.`,
      cancel: say`Cancelaría lo confirmado y rechazaría lo que solo está pedido. Todos leen tu motivo.`,
    },
    adminMove: say`Pasaría cada una a la hora libre más cercana del tutor. Todos reciben el aviso.`,
    notYet: say`No pasa nada hasta que pulses el botón.`,
    done: {
      move: (count) => say`He propuesto otras horas para ${times(count, 'sesión', 'sesiones')}.`,
      'hand-over': (count) => say`He preguntado a otros tutores por ${times(count, 'sesión', 'sesiones')}.`,
      cancel: (count) => say`${times(count, 'sesión anulada', 'sesiones anuladas')}.`,
    },
    moved: (count) => say`${times(count, 'sesión cambiada', 'sesiones cambiadas')} de hora.`,
    left: (count) => say`No se pudo (${count}):`,
  },

  handOver: {
    sure: (count, what) =>
      say`Preguntaría a ${times(count, 'otro tutor', 'otros tutores')} por ${what}. El tutor deja la sesión en el acto, y la da quien acepte primero.`,
    done: (count) => say`He preguntado a ${times(count, 'otro tutor', 'otros tutores')}. El estudiante lo sabe.`,
    news: (tutor, what) =>
      say`Al final ${tutor} no puede dar ${what}. He preguntado a otros tutores; conservas tu hora y te avisaré.`,
    newsBy: (who: string, tutor: string, what: Text): Text =>
      say`${who} busca a otro tutor en lugar de ${tutor} para ${what}. Conservas tu hora y te aviso.`,
    newsTo: (who: string, tutor: string, what: Text): Text =>
      say`${who} le ha pedido a ${tutor} que dé ${what}. Conservas tu hora y te aviso.`,
    several: (count, subject, first) => say`${times(count, 'sesión', 'sesiones')} de ${subject} (la primera: ${first})`,
    takenOver: {
      given: (who: string, what: Text): Text =>
        say`${who} le ha dado ${what} a otra persona. No tienes que hacer nada.`,
      declined: (who: string, what: Text): Text => say`${who} ha rechazado ${what} por ti. No tienes que hacer nada.`,
      cancelled: (who: string, what: Text): Text =>
        say`${who} ha anulado la solicitud de ${what}. No tienes que hacer nada.`,
    },
  },

  /** An admin says which tutor it is for. */
  handTo: {
    title: '¿Qué tutor?',
    answer: 'Su respuesta',
    ask: 'Se lo pregunto',
    atOnce: (platform: string) => `Sí, ya, en ${platform}`,
    handed: (tutor: string): Text => say`Se lo he pedido a ${tutor}. Todos los implicados leen que fuiste tú.`,
    handedAtOnce: (tutor: string): Text => say`Ahora es de ${tutor}. Todos los implicados leen que fuiste tú.`,
    handedSeveral: (tutor, count) =>
      say`Le he pedido a ${tutor} ${times(count, 'sesión', 'sesiones')}. Todos los implicados leen una vez que fuiste tú.`,
    handedSeveralAtOnce: (tutor, count) =>
      say`${tutor} tiene ahora ${times(count, 'sesión', 'sesiones')}. Todos los implicados leen una vez que fuiste tú.`,
    left: (tutor, count, when) =>
      say`${tutor} no puede en ${count === 1 ? 'una de las fechas, así que esa queda' : `${String(count)} de las fechas, así que esas quedan`} como antes: ${when}.`,
  },
};
