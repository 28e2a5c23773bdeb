import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { booking as English } from '../en/booking.ts';
import { times } from '../times.ts';

export const booking: typeof English = {
  book: {
    title: 'Reservar una sesión',
    submit: 'Enviar',
    fields: {
      tutor: 'Tutor',
      tutorHint: 'Cualquiera: pregunto a quienes enseñan la materia y están libres. Será de quien confirme antes.',
      tutorUnknown: 'Aquí no enseña nadie con ese nombre, o hay varias personas. Elige de la lista.',
      begunHint: 'Relleno con lo que escribiste antes y no has enviado.',
      subject: 'Materia',
      subjectHint: (tutor: string, known: string) => `${tutor} enseña ${known}.`,
      subjectUnknownHint: (typed: string, tutor: string | undefined, known: string) =>
        tutor === undefined
          ? `“${typed}” no se ofrece. Sí se ofrece: ${known}.`
          : `“${typed}” no se ofrece: ${tutor} enseña ${known}.`,
      noSubjectsHint: 'Aquí todavía no enseña nadie.',
      when: 'Cuándo',
      whenHint: 'Déjalo vacío para elegir entre los huecos libres.',
      whenByArrangementHint: 'Horario a convenir: propón un momento.',
      whenPlaceholder: 'mañana a las 17 · el martes a las 16:30 · 2026-12-01 17:00',
      length: 'Duración',
      note: '¿Qué quieres conseguir?',
      notePlaceholder: 'Una duda, un tema, un objetivo: así se puede preparar la sesión',
      repeatHint: 'Un número de veces, o un día: como mucho un año.',
      zone: 'Tu ciudad o zona horaria',
      zonePlaceholder: 'Madrid, Ciudad de México, UTC-5 …',
    },
    tutorOption: (name: string, rating: string) => (rating === '' ? name : `${name} · ${rating}`),
    previewTitle: '¿Es correcto?',
    preview: (subject: string, tutor: Text): Text =>
      say`${subject} con ${tutor}. No se envía nada hasta que pulses “Enviar la solicitud”.`,
    previewZone: (when: string): Text => say`${strong(when)}`,
    bestIs: (tutor: string, why: string): Text =>
      say`De quienes están libres entonces, ${tutor} es la mejor opción (${why}).`,
    bestLanguage: (languages: string) => `los dos usan ${languages}`,
    bestRating: (rating: string) => `valoración ${rating}`,
    bestFew: (count: number) => `${times(count, 'sesión', 'sesiones')} últimamente`,
    outsideHours: (tutor: string, hours: string): Text =>
      say`Queda fuera del horario de ${tutor} (${hours}, en su hora local). Puedes pedirla de todos modos.`,
    whenFor: (tutor: string) => `Para ${tutor}`,
    unclear: (words: string, read: string | undefined): Text =>
      read === undefined
        ? say`No sé qué significa ${words}.`
        : say`He entendido ${strong(read)}, pero no sé qué significa ${words}.`,
    isItThis: say`¿Es esta la hora? Si no, pulsa “Cambiar”.`,
    needPlace: (place: string): Text =>
      say`No sé qué hora es para “${place}”. Pulsa “Cambiar” y escríbela en tu hora, o con una ciudad que yo conozca.`,
    whichTime: say`¿Cuál de estas quieres decir?`,
    needTime: (day: string): Text => say`¿A qué hora el ${day}?`,
    needDay: (time: string): Text => (time === '' ? say`¿Qué día?` : say`¿Qué día, a las ${time}?`),
    skipped: say`Esa noche cambia la hora y ese momento no existe. ¿Es uno de estos?`,
    whichSubject: say`¿Qué quieres trabajar?`,
    chooseSubject: 'Elige la materia',
    zoneFirst: say`¿Dónde estás? Sin eso no sé qué hora quieres decir.`,
    whichZone: say`Hay varios lugares posibles. ¿Cuál es el tuyo?`,
    chooseZone: 'Elige tu lugar',
    sent: say`Tu solicitud está enviada, y te avisaré en todo caso. Los detalles están en un mensaje directo.`,
    noOpenTime: say`No veo huecos libres de este tutor en las próximas semanas. Propón tú un momento.`,
    byArrangement: (tutor: string): Text => say`El horario de ${tutor} es a convenir. Propón un momento.`,
    nobodyOpen: say`No veo huecos libres en las próximas semanas. Propón tú un momento.`,
    offerTitle: (subject: string, tutor: string, length: string): Text => say`${subject} con ${tutor}, ${length}`,
    pressATime: say`Pulsa una hora para pedirla.`,
    zoneNote: (place: string): Text => say`Las horas son las tuyas (${place}).`,
    theirZone: (tutor: string, place: string): Text => say`Al lado está la hora de ${tutor} (${place}).`,
    anyIsFree: say`En cada una hay algún tutor libre; pregunto a todos los que lo estén.`,
    moreDays: 'Más días',
    anotherTime: 'Otra hora',
    nearby: (times: string): Text => say`Huecos cercanos: ${times}.`,
  },

  receipt: {
    title: 'Tu solicitud está enviada',
    files: say`¿Tienes una foto o un PDF de lo que es? Envíamelo aquí.`,
    toOne: (tutor: string, by: Span): Text =>
      say`${tutor} la recibe por mensaje directo (plazo para responder: ${by}). Te aviso con su respuesta, o si no la hay.`,
    toAny: (count: number, by: Span): Text =>
      count === 1
        ? say`Hay un tutor libre a esa hora y ya le he preguntado (plazo para responder: ${by}). Te aviso con su respuesta, o si no la hay.`
        : say`Hay ${count} tutores libres a esa hora y ya les he preguntado (plazo para responder: ${by}). Será de quien confirme primero. Te aviso en todo caso.`,
  },

  request: {
    title: (learner: string): Text => say`${learner} te pide una sesión`,
    titleAny: (learner: string): Text => say`${learner} busca tutor`,
    confirmedAll: (confirmed: number, left: number, other: string): Text =>
      left === 0
        ? say`Has confirmado las ${confirmed}. Los enlaces les llegan a ti y a ${other}.`
        : say`Has confirmado ${confirmed}. Los enlaces les llegan a ti y a ${other}. ${left} ya no se podían confirmar: sus mensajes dicen por qué.`,
    titleAll: (learner: string, count: number): Text => say`${count} solicitudes de ${learner}`,
    oneOfAll: (subject: string, when: Text): Text => say`${strong(subject)}, ${when}`,
    confirmThese: (count: number) => `Sí, confirmar las ${count}`,
    first: say`Sería tu primera sesión con esta persona.`,
    earlier: (count: number, last: Span): Text =>
      count === 1
        ? say`Ya has tenido 1 sesión con esta persona (${last}).`
        : say`Ya has tenido ${count} sesiones con esta persona (la última: ${last}).`,
    outsideHours: say`Está fuera de tu horario semanal.`,
    answerBy: (by: Span): Text => say`Si no respondes a tiempo, la solicitud caduca (plazo: ${by}).`,
    platform: 'Dónde reunirse',
    declineTitle: 'Rechazar la solicitud',
    declineReason: '¿Por qué? Se lo mostraré a quien la pidió.',
    declineReasonPlaceholder: 'Por ejemplo: esa semana no estoy, prueba la siguiente',
    titleGone: (subject: string): Text => say`Una solicitud de ${subject}`,
    youDeclined: say`Has rechazado esta solicitud.`,
    taken: say`La ha aceptado otro tutor. ¡Gracias de todos modos!`,
    gone: say`Ya no está abierta. ¡Gracias de todos modos!`,
  },

  requests: {
    title: 'Tus solicitudes',
    titleOf: (count: number): Text => say`Tienes ${times(count, 'solicitud', 'solicitudes')}`,
    text: (shown: number, count: number): Text =>
      shown === count
        ? say`Llegaron muchas a la vez, así que están todas en esta lista. Abre una para leerla y responder.`
        : say`Llegaron muchas a la vez, así que están en una lista: aquí tienes ${shown} de ${count}, en el orden en que llegaron. Abre una para leerla y responder; cada respuesta deja sitio a la siguiente.`,
    confirmed: (confirmed: number, left: number): Text =>
      left === 0
        ? say`Has confirmado ${confirmed}. Cada persona recibe los enlaces.`
        : say`Has confirmado ${confirmed}. Cada persona recibe los enlaces. ${left} ya no se pudieron confirmar.`,
    none: say`Todas tienen respuesta.`,
  },

  meet: {
    title: 'Reunirse ahora',
    submit: 'Empezar',
    person: '¿Con quién quieres reunirte?',
    platform: 'Dónde reunirse',
    subject: 'Reunión',
    started: (name: string): Text => say`He avisado a ${name}. Cada persona recibe el enlace en un mensaje directo.`,
    asked: (name: string): Text =>
      say`Aún no has tenido ninguna sesión con ${name}, así que primero le he preguntado. En cuanto pulse “Entrar” preparo la sala, y el enlace llega a los dos.`,
    invitation: (name: string): Text => say`${name} quiere reunirse contigo ahora`,
    invitationText: (platform: string, minutes: number): Text =>
      say`En ${platform}. Sería la primera vez, así que nada ocurre si no pulsas “Entrar” en ${minutes} minutos.`,
    joined: (name: string): Text => say`Has dicho que sí. El enlace para reunirte con ${name} llega enseguida.`,
    invitationOver: say`Esto ya pasó: nadie te espera ya.`,
    now: say`Empieza ahora. Pulsa “Entrar”.`,
    preparing: say`Empieza ahora. Estoy preparando la sala: el enlace llega enseguida.`,
  },
};
