import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { session as English } from '../en/session.ts';

export const session: typeof English = {
  happened: {
    confirmedByYou: say`Has confirmado. El enlace llega en otro mensaje.`,
    confirmedBy: (tutor: string): Text => say`${tutor} ha confirmado. El enlace llega en otro mensaje.`,
    declinedByYou: say`Has rechazado esta solicitud.`,
    declinedBy: (tutor: string): Text => say`${tutor} no puede dar esta sesión.`,
    cancelledByYou: say`Has cancelado esta sesión.`,
    cancelledBy: (who: string): Text => say`${who} ha cancelado esta sesión.`,
    expired: say`Nadie respondió a tiempo, así que esta solicitud ha caducado.`,
    started: say`La sesión está en curso.`,
    ended: say`La sesión ha terminado.`,
    'took-place': say`La sesión tuvo lugar.`,
    'learner-missing': (learner: string): Text => say`${learner} no vino.`,
    'tutor-missing': (tutor: string): Text => say`${tutor} no vino.`,
    disputed: say`No hay acuerdo sobre si la sesión tuvo lugar. Un admin lo revisará.`,
    unknown: say`Nadie dijo cómo fue.`,
  },

  meeting: {
    title: (subject: string, other: string): Text => say`${subject} con ${other}`,
    confirmed: say`La sesión está confirmada. Te la recordaré a tiempo.`,
    preparing: say`La sesión está confirmada. Estoy preparando la sala: el enlace llega enseguida.`,
    later: say`La sesión está confirmada. La plataforma no crea más reuniones hoy: el enlace llegará a tiempo, en un mensaje aparte.`,
    fallback: (wanted: string, used: string): Text => say`${wanted} no estaba disponible, así que usamos ${used}`,
    jitsiTutor: say`En meet.jit.si la primera persona en entrar tiene que iniciar sesión (Google, Facebook o GitHub). Por favor, entra tú un minuto antes.`,
    cancelTitle: 'Cancelar la sesión',
    cancelReason: '¿Por qué? Se lo mostraré a la otra parte.',
    cancelPlaceholder: 'Por ejemplo: no me encuentro bien, lo siento',
  },

  move: {
    title: 'Mover la sesión',
    submit: 'Mover',
    when: 'Nueva hora',
    movedTitle: (subject: string): Text => say`${subject} tiene una hora nueva`,
    moved: say`La sesión es ahora a otra hora. Cancélala si no te va bien.`,
    readBack: say`¿Es esta la nueva hora? No se mueve nada hasta que la pulses.`,
    which: say`¿Cuál de estas es? No se mueve nada hasta que pulses una.`,
    done: say`Todos reciben un mensaje con la nueva hora.`,
  },

  cancelled: {
    title: (who: string): Text => say`${who} ha cancelado tu sesión`,
  },

  reminder: {
    title: (subject: string, at: Span): Text => say`${subject} empieza ${at}`,
    started: (subject: string): Text => say`${subject} ha empezado`,
  },

  nudge: {
    title: (learner: string): Text => say`${learner} sigue esperando tu respuesta`,
  },

  sessions: {
    titleUpcoming: 'Tus próximas sesiones',
    titlePast: 'Tus sesiones pasadas',
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
    waitsForYou: 'esperando tu respuesta',
  },
};
