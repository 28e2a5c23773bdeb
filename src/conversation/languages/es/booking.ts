import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { booking as English } from '../en/booking.ts';

export const booking: typeof English = {
  book: {
    title: 'Reservar una sesión',
    submit: 'Enviar',
    fields: {
      tutor: 'Tutor',
      tutorHint: 'Cualquier tutor: pregunto a todos los que están libres. Será de quien confirme primero.',
      tutorUnknown: 'Aquí no enseña nadie con ese nombre, o hay varias personas. Elige de la lista.',
      subject: 'Materia',
      subjectHint: (known: string) => `Por ejemplo: ${known}`,
      when: 'Cuándo',
      whenPlaceholder: 'mañana a las 17 · el martes a las 16:30 · 2026-12-01 17:00',
      length: 'Duración',
      note: '¿Qué quieres conseguir?',
      notePlaceholder: 'Una duda, un tema, un objetivo: así se puede preparar la sesión',
      zone: 'Tu ciudad o zona horaria',
      zonePlaceholder: 'Madrid, Ciudad de México, UTC-5 …',
    },
    tutorOption: (name: string, rating: string) => (rating === '' ? name : `${name} · ${rating}`),
    previewTitle: '¿Es correcto?',
    preview: (subject: string, tutor: Text): Text =>
      say`${subject} con ${tutor}. No se envía nada hasta que pulses “Enviar la solicitud”.`,
    previewZone: (when: string): Text => say`${strong(when)}`,
    whichTime: say`¿Cuál de estas quieres decir?`,
    needTime: (day: string): Text => say`¿A qué hora el ${day}? Pulsa “Cambiar” para añadirla.`,
    needDay: (time: string): Text =>
      time === ''
        ? say`¿Qué día? Pulsa “Cambiar” para añadirlo.`
        : say`¿Qué día (hora: ${time})? Pulsa “Cambiar” para añadirlo.`,
    skipped: say`Esa noche cambia la hora y ese momento no existe. ¿Es uno de estos?`,
    whichZone: say`Hay varios lugares posibles. ¿Cuál es el tuyo?`,
    chooseZone: 'Elige tu lugar',
    sent: say`Tu solicitud está enviada. Te he mandado los detalles por mensaje directo.`,
    noOpenTime: say`No veo horarios libres de este tutor en las próximas semanas. Propón tú un momento:`,
  },

  receipt: {
    title: 'Tu solicitud está enviada',
    toOne: (tutor: string, by: Span): Text =>
      say`${tutor} la recibe por mensaje directo. Te aviso con su respuesta, o si no la hay. Plazo para responder: ${by}.`,
    toAny: (count: number, by: Span): Text =>
      count === 1
        ? say`Hay un tutor libre a esa hora y ya le he preguntado. Te aviso con su respuesta, o si no la hay. Plazo para responder: ${by}.`
        : say`Hay ${count} tutores libres a esa hora y ya les he preguntado. Será de quien confirme primero. Te aviso en todo caso. Plazo para responder: ${by}.`,
  },

  request: {
    title: (learner: string): Text => say`${learner} te pide una sesión`,
    titleAny: (learner: string): Text => say`${learner} busca tutor`,
    confirmedAll: (confirmed: number, left: number): Text =>
      left === 0
        ? say`Has confirmado las ${confirmed}. Cada persona recibe el enlace de cada una.`
        : say`Has confirmado ${confirmed}. ${left} ya no se podían confirmar: sus mensajes dicen por qué.`,
    first: say`Sería tu primera sesión con esta persona.`,
    earlier: (count: number, last: Span): Text =>
      count === 1
        ? say`Ya has tenido 1 sesión con esta persona: ${last}.`
        : say`Ya has tenido ${count} sesiones con esta persona. La última: ${last}.`,
    outsideHours: say`Está fuera de tu horario semanal.`,
    answerBy: (by: Span): Text => say`Si no respondes a tiempo, la solicitud caduca. Plazo para responder: ${by}.`,
    platform: 'Dónde reunirse',
    declineTitle: 'Rechazar la solicitud',
    declineReason: '¿Por qué? Se lo mostraré a quien la pidió.',
    declineReasonPlaceholder: 'Por ejemplo: esa semana no estoy, prueba la siguiente',
    youDeclined: say`Has rechazado esta solicitud. Otras personas aún pueden aceptarla.`,
    taken: (tutor: string): Text => say`La ha aceptado ${tutor}. ¡Gracias de todos modos!`,
  },

  declined: {
    title: (tutor: string): Text => say`${tutor} no puede aceptar tu solicitud`,
    titleAny: 'Ningún tutor pudo aceptar tu solicitud',
    next: say`Puedes preguntar a otro tutor o pedir otra hora.`,
  },

  expired: {
    title: 'Tu solicitud ha caducado',
    text: say`Lo siento: nadie respondió a tiempo. Puedes preguntar a otro tutor o pedir otra hora.`,
  },

  meet: {
    title: 'Reunirse ahora',
    submit: 'Empezar',
    person: '¿Con quién quieres reunirte?',
    platform: 'Dónde reunirse',
    subject: 'Reunión',
    started: (name: string): Text =>
      say`${name} recibe el aviso ahora. El enlace llega a los dos en un mensaje directo.`,
    now: say`Empieza ahora. Pulsa “Entrar”.`,
    preparing: say`Empieza ahora. Estoy preparando la sala: el enlace llega enseguida.`,
  },
};
