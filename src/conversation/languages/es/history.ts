import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';
import type { history as English } from '../en/history.ts';

export const history: typeof English = {
  history: {
    came: 'Quién vino',
    nobodyCame: say`Nadie pulsó “Entrar”, así que no lo sé.`,
    comment: (name: string) => `Comentario de ${name}`,
    ratings: 'Valoraciones',
    adminsOnly: 'solo para los admins',
    said: (name: string) => `${name} dice`,
    claims: {
      'took-place': 'que tuvo lugar',
      'learner-missing': 'que no vino el estudiante',
      'tutor-missing': 'que no vino el tutor',
    },
  },

  /** Lo que le ha pasado a algo, para los admins. */
  chronicle: {
    title: 'Historial',
    none: say`Aún no ha pasado nada.`,
    to: (at: Span): Text => say`, a ${at}`,
    other: 'ha cambiado algo',
    nobody: { clock: 'El reloj', webhook: 'La plataforma' },
    events: {
      request: 'la ha pedido',
      meet: 'la ha empezado en el acto',
      open: 'la ha abierto',
      confirm: 'ha confirmado',
      decline: 'ha rechazado',
      cancel: 'la ha cancelado',
      'call-off': 'la ha cancelado: había muy pocos apuntados',
      expire: 'nadie respondió a tiempo',
      lapse: 'nadie respondió a las otras horas a tiempo',
      start: 'empezó',
      end: 'la ha terminado',
      reopen: 'la ha reabierto',
      join: 'ha venido',
      leave: 'se ha ido',
      enrol: 'se ha apuntado',
      wait: 'se ha puesto en la lista de espera',
      'stop-waiting': 'ha dejado la lista de espera',
      'move-up': 'ha conseguido plaza',
      nudge: 'ha recordado al tutor',
      move: 'la ha movido',
      'hand-over': 'la ha pasado a otro',
      propose: 'ha propuesto otras horas',
      'take-time': 'ha aceptado otra hora',
      'refuse-times': 'no ha aceptado ninguna de las otras horas',
      'withdraw-times': 'ha retirado su propuesta',
      late: 'ha avisado de que llega tarde',
      coming: 'ha dicho que viene',
      'agree-to-recording': 'ha aceptado que se grabe',
      'refuse-recording': 'no ha querido que se grabe',
      'new-link': 'ha pedido un enlace nuevo',
      'make-again': 'ha pedido otra vez la sala',
      meeting: 'ha creado la sala',
      feedback: 'ha dicho cómo fue',
      outcome: 'ha decidido cómo quedó',
    },
  },

  dispute: {
    title: (subject: string, learner: string, tutor: string): Text =>
      say`${learner} y ${tutor} no se ponen de acuerdo sobre ${subject}`,
    text: say`Dicen cosas distintas sobre si tuvo lugar. ¿Qué es lo cierto? Hasta que lo diga un admin que no estuvo en ella, la valoración no cuenta.`,
    decided: (state: string): Text => say`Está decidido: ${state}.`,
    silentTitle: (subject: string, learner: string, tutor: string): Text =>
      say`¿Tuvo lugar ${subject}? ${learner} y ${tutor} no han dicho nada`,
    silentText: say`Nadie ha respondido en tres días y ninguna plataforma los vio juntos. Si sabes qué es lo cierto, dilo: ambos lo leerán.`,
    news: (who: string, what: Text): Text => say`${who} ha decidido sobre ${what}.`,
    done: say`¡Gracias! Lo leerán en sus mensajes.`,
    decide: {
      'took-place': 'Sí tuvo lugar',
      'learner-missing': 'No vino el estudiante',
      'tutor-missing': 'No vino el tutor',
    },
  },
};
