import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { session as English } from '../en/session.ts';
import { times } from '../times.ts';

export const session: typeof English = {
  happened: {
    confirmedByYou: say`Has confirmado.`,
    confirmedBy: (tutor: string): Text => say`${tutor} ha confirmado.`,
    confirmedFor: (who, tutor) => say`${who} ha confirmado por ${tutor}.`,
    confirmedForYou: (who) => say`${who} ha confirmado por ti.`,
    declinedByYou: say`Has rechazado esta solicitud.`,
    declinedBy: (tutor: string): Text => say`${tutor} no puede dar esta sesión.`,
    cancelledByYou: say`Has cancelado esta sesión.`,
    cancelledBy: (who: string): Text => say`${who} ha cancelado esta sesión.`,
    late: say`Fue tarde.`,
    expired: say`Nadie respondió a tiempo, así que esta solicitud ha caducado.`,
    started: say`La sesión está en curso.`,
    ended: say`La sesión ha terminado.`,
    endedByYou: say`Has terminado la sesión.`,
    endedBy: (who) => say`${who} ha terminado la sesión.`,
    'took-place': say`La sesión tuvo lugar.`,
    'learner-missing': (learner: string): Text => say`${learner} no vino.`,
    'tutor-missing': (tutor: string): Text => say`${tutor} no vino.`,
    disputed: say`Cada parte dice algo distinto sobre si la sesión tuvo lugar. He preguntado a los admins: deciden ellos, y lo leerás aquí. Hasta entonces no cuenta ninguna valoración.`,
    unknown: say`Nadie dijo cómo fue.`,
  },

  otherLeft: {
    title: (name) => say`${name} ya no está aquí`,
    text: (subject, at) =>
      say`Se fue o se desactivó su cuenta, así que la sesión (${subject}, ${at}) quizá no se celebre. Cancélala y pide otra a alguien más; los administradores lo saben.`,
  },

  meeting: {
    title: (subject: string, other: string): Text => say`${subject} con ${other}`,
    confirmed: say`Te avisaré antes.`,
    preparing: say`Estoy preparando la sala: el enlace aparece aquí enseguida.`,
    later: say`La plataforma no crea más reuniones hoy: te avisaré a tiempo cuando esté el enlace.`,
    slow: say`Sigo preparando la sala: tarda más de lo normal. No tienes que hacer nada, el enlace aparece aquí.`,
    huddle: (other) =>
      say`¿Mejor por Slack? Abre tu chat con ${other} y pulsa los auriculares: así empieza una junta (huddle). Yo no puedo empezarla por ti.`,
    fallback: (wanted: string, used: string): Text => say`${wanted} no estaba disponible, así que usamos ${used}`,
    jitsiTutor: say`En meet.jit.si la primera persona en entrar tiene que iniciar sesión (Google, Facebook o GitHub). Por favor, entra tú un minuto antes.`,
    cancelTitle: 'Cancelar la sesión',
    cancelReason: '¿Por qué? Se lo mostraré a la otra parte.',
    cancelLateHint: 'Es tarde: aún se puede cancelar, pero se cuenta y los admins lo ven.',
    cancelPlaceholder: 'Por ejemplo: no me encuentro bien, lo siento',
  },

  reopen: {
    title: 'Reabrir la sesión',
    reason: '¿Por qué? Lo leen todos los afectados',
    placeholder: 'Por ejemplo: se canceló por error',
    news: (who: string, what: Text): Text => say`${who} la ha reabierto: ${what}`,
  },

  move: {
    reason: '¿Por qué? Lo leen todos',
    title: 'Cambiar la hora',
    submit: 'Cambiar',
    when: 'Nueva hora',
    movedBy: (was, who) => say`${was} (la cambió ${who})`,
    readBack: say`¿Es esta la nueva hora? No se cambia nada hasta que la pulses.`,
    which: say`¿Cuál de estas es? No se cambia nada hasta que pulses una.`,
    done: (at) => say`Hora nueva: ${at}, y todos reciben el aviso.`,
  },

  reminder: {
    title: (subject, other, at) => say`${subject} con ${other} empieza ${at}`,
    started: (subject, other) => say`${subject} con ${other} ha empezado`,
    over: (what) => say`Recordatorio: ${what}`,
  },

  news: {
    eventDeleted: (what: Text): Text =>
      say`Alguien lo borró en Google Calendar, pero la sesión sigue en pie: ${what}. ¿Se cancela?`,
    eventMoved: (what: Text, to: Span): Text =>
      say`Alguien lo movió en Google Calendar a ${to}, pero la sesión sigue como estaba: ${what}. ¿Se cambia?`,
    eventSettled: (what: Text): Text => say`Alguien lo había cambiado en Google Calendar. Ya está resuelto: ${what}`,
    session: (subject, other, when) => say`${strong(subject)} con ${other}, ${when}`,
    confirmed: (who, what) => say`${who} ha confirmado: ${what}`,
    confirmedFor: (who, tutor, what) => say`${who} ha confirmado por ${tutor}: ${what}`,
    confirmedForYou: (who, what) => say`${who} ha confirmado por ti: ${what}`,
    declined: (who, what) => say`${who} ha rechazado: ${what}`,
    declinedByAll: (what) => say`Ningún tutor pudo aceptarla: ${what}`,
    expired: (what) => say`Nadie respondió a tiempo: ${what}`,
    cancelled: (who, what) => say`${who} ha cancelado: ${what}`,
    moved: (who, what, was) => say`${who} ha cambiado la hora: ${what} (antes: ${was})`,
    timeTaken: (who, what, was) => say`${who} acepta tu hora: ${what} (antes: ${was})`,
    movedBySomebody: (what, was) => say`Hay una hora nueva: ${what} (antes: ${was})`,
    waiting: (learner, subject, when) => say`${learner} sigue esperando tu respuesta: ${strong(subject)}, ${when}`,
    newLink: (who, what) => say`${who} ha creado un enlace nuevo, el de antes ya no sirve: ${what}`,
    newPlace: (who, what, place, before) => say`${who} la ha llevado a ${place} (antes: ${before}): ${what}`,
    linkAfterDeleted: (platform, what) => say`La reunión se borró en ${platform}, así que hay un enlace nuevo: ${what}`,
    linkChanged: (what) => say`Hay un enlace nuevo, el de antes ya no sirve: ${what}`,
    linkIsThere: (what) => say`Ya está el enlace: ${what}`,
    over: (what) => say`${what}: ¿cómo fue?`,
    onceMore: (what) => say`Una última pregunta sobre ${what}: ¿cómo fue?`,
  },

  sessions: {
    titleUpcoming: 'Tus próximas sesiones',
    titlePast: 'Tus sesiones pasadas',
    titleWeek: 'Tus próximos siete días',
    noneSuch: say`No hay ninguna así.`,
    with: (name) => say`con ${name}`,
    today: (count) => say`Hoy ${count === 0 ? 'no das ninguna sesión' : `das ${times(count, 'sesión', 'sesiones')}`}.`,
    waiting: (count) =>
      count === 0
        ? say`Ninguna solicitud espera tu respuesta.`
        : say`${times(count, 'solicitud espera', 'solicitudes esperan')} tu respuesta.`,
    taught: (week, month) => say`Has dado ${week} esta semana y ${month} este mes.`,
    filterTitle: 'Solo algunas sesiones',
    filterSubmit: 'Mostrar',
    whichLabel: 'Cuándo',
    which: { upcoming: 'Todo lo próximo', week: 'Los próximos siete días', past: 'Pasadas' },
    stateLabel: 'Cómo está',
    personLabel: 'Con quién',
    noneUpcoming: say`No hay nada previsto. ¿Lo cambiamos?`,
    nonePast: say`Aquí no hay nada todavía.`,
    line: (subject: string, other: Text): Text => say`${strong(subject)} con ${other}`,
    state: {
      requested: 'esperando respuesta',
      confirmed: 'confirmada',
      declined: 'rechazada',
      expired: 'caducada',
      cancelled: 'cancelada',
      started: 'en curso',
      ended: 'terminada',
      'took-place': 'tuvo lugar',
      'learner-missing': 'no vino el estudiante',
      'tutor-missing': 'no vino el tutor',
      disputed: 'sin acuerdo sobre si tuvo lugar',
      unknown: 'nadie dijo cómo fue',
    },
    whichToCancel: say`¿Cuál quieres cancelar?`,
    waitsForYou: 'esperando tu respuesta',
  },
};
