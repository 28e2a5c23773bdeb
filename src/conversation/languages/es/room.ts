import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';
import type { room as English } from '../en/room.ts';

export const room: typeof English = {
  join: {
    title: (subject: string, other: string): Text => say`${subject} con ${other}`,
    startsIn: (at: Span): Text => say`Empieza ${at}.`,
    startedAgo: (at: Span): Text => say`Empezó ${at}.`,
    endsAt: (at: Span): Text => say`Hora de fin: ${at}.`,
    here: (names: string): Text => say`${names}`,
    nobody: say`Nadie todavía`,
    checklist: 'Antes de empezar',
    items: { sound: 'El sonido funciona', camera: 'La cámara funciona', goals: 'El objetivo está claro' },
    tips: [
      say`En el primer minuto, di qué quieres saber o poder hacer al final.`,
      say`Guarda los últimos cinco minutos para hablar de lo que sigue.`,
    ],
    asAdmin: say`Estás aquí como admin: no registro tu entrada.`,
    ended: say`La sesión ha terminado. ¡Gracias! Ahora envío una pregunta breve a las dos partes.`,
  },

  recording: {
    title: (subject) => say`La grabación de ${subject} está lista`,
    askedTitle: (other, subject) => say`¿Se puede grabar ${subject} con ${other}?`,
    asked: say`La otra parte quiere grabarla. Solo se graba si aceptan las dos partes, las dos reciben la grabación, y cada una puede cambiar de opinión hasta el comienzo.`,
    agree: 'Aceptar',
    no: 'Mejor no',
    on: say`Los dos aceptaron: la sesión se grabará.`,
    waiting: say`Todavía falta que alguien acepte. Hasta entonces no se graba nada.`,
    off: say`La sesión no se grabará.`,
  },

  host: {
    ready: say`Esto abre la sala contigo de anfitrión. Es solo para ti y solo funciona un rato: por favor, no lo compartas.`,
    failed: say`Ahora mismo no pude conseguir el enlace de anfitrión. Inténtalo en un minuto, o entra con “Entrar”.`,
  },

  meetingGone: {
    title: (platform, subject) => say`La reunión de ${subject} se borró en ${platform}`,
    text: say`La sesión sigue en pie. Estoy creando otra sala, y el enlace nuevo les llega a los dos.`,
  },

  ownLink: {
    title: 'Un enlace tuyo',
    submit: 'Enviar a los dos',
    url: '¿Dónde será la reunión?',
    wantedTitle: 'Necesito un enlace tuyo',
    wanted: (subject) =>
      say`Ahora mismo no funciona ninguna plataforma de reuniones, así que no pude crear la sala para ${subject}. La sesión sigue en pie. Dame un enlace tuyo y se lo envío a los dos.`,
    name: 'Enlace propio',
  },
};
