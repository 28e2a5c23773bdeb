import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';
import type { room as English } from '../en/room.ts';

export const room: typeof English = {
  join: {
    title: (subject: string, other: string): Text => say`${subject} con ${other}`,
    startsIn: (at: Span, until: Span): Text => say`Empieza ${at} (fin: ${until}).`,
    startedAgo: (at: Span, until: Span): Text => say`Empezó ${at} (fin: ${until}).`,
    here: (names: string): Text => say`${names}`,
    nobody: say`Nadie todavía`,
    checklist: 'Antes de empezar',
    items: { sound: 'El sonido funciona', camera: 'La cámara funciona', goals: 'El objetivo está claro' },
    tips: [
      say`En el primer minuto, di qué quieres saber o poder hacer al final.`,
      say`Guarda los últimos cinco minutos para hablar de lo que sigue.`,
    ],
    asAdmin: say`Estás aquí como admin: no registro tu entrada.`,
    endReason: '¿Por qué? Lo leen todos',
    endAsked: (subject: string): Text =>
      say`¿Terminar ${subject} para todos? El enlace deja de funcionar aquí, y pregunto a las dos partes cómo fue.`,
    ended: say`Has terminado la sesión. ¡Gracias! Les llega una pregunta breve a todos.`,
  },

  recording: {
    title: (subject) => say`La grabación de ${subject} está lista`,
    askedTitle: (other, subject) => say`${other} quiere grabar ${subject}`,
    asked: say`Solo se graba si aceptan los dos. Los dos reciben la grabación, y cada uno puede cambiar de opinión hasta el comienzo.`,
    agree: 'Aceptar',
    no: 'Mejor no',
    on: say`Los dos aceptaron: la sesión se grabará.`,
    agreed: {
      'by-hand': say`Todos aceptaron. La grabación la inicia en la sala quien enseña.`,
      'with-host': say`Todos aceptaron. Google Meet graba en cuanto hay en la sala alguien cuya cuenta puede grabar.`,
    },
    transcriptTitle: (subject) => say`La transcripción de ${subject} está lista`,
    gone: say`Ya no hay enlace: alguien que sale ahí ha pedido borrar sus datos.`,
    until: (at) => say`El enlace funciona hasta esta hora, así que guarda lo que quieras conservar: ${at}`,
    access: {
      ask: say`Tu dirección aún no puede abrirlo: sigue el enlace y pulsa “Solicitar acceso”.`,
      unknown: say`Si Google no te deja entrar, pulsa allí “Solicitar acceso”.`,
    },
    asking: (other) => say`He preguntado a ${other}. No se graba nada hasta que acepte.`,
    waiting: (other) => say`${other} quiere grabarla. No se graba nada hasta que aceptes.`,
    off: say`La sesión no se grabará.`,
  },

  newLink: {
    making: say`Estoy creando otra sala. El enlace nuevo les llega a todos.`,
    taken: say`Gracias. El enlace les llega a todos.`,
  },

  ownLink: {
    title: 'Un enlace tuyo',
    submit: 'Enviar a todos',
    url: '¿Dónde será la reunión?',
    wantedTitle: 'Necesito un enlace tuyo',
    wanted: (what) =>
      say`Ahora mismo no funciona ninguna plataforma de reuniones, así que no pude crear la sala (${what}). La sesión sigue en pie. Dame un enlace tuyo y les llega a todos.`,
    wasWanted: (what) => say`Necesitaba un enlace tuyo y ya no hace falta: ${what}`,
    name: 'Enlace propio',
  },
};
