import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { home as English } from '../en/home.ts';
import { times } from '../times.ts';

export const home: typeof English = {
  help: {
    word: 'ayuda',
    title: 'Lo que puedo hacer',
    intro: say`Reservo sesiones de tutoría. Tú pides una, el tutor la confirma, y el enlace y los recordatorios les llegan a los dos.`,
    line: (command: string, usage: string, description: string): Text =>
      say`${strong(command)}${usage === '' ? '' : ` ${usage}`}: ${description}`,
    typed: (text: string): Text =>
      say`No he podido hacer nada con “${text}”. Escribe, por ejemplo, “álgebra mañana a las 17”, “mis sesiones” o “cancelar”, o pulsa algo de esto:`,
    mentioned: say`Te respondo donde solo lo lees tú.`,
    showAnswer: 'Ver la respuesta',
  },

  home: {
    title: (name: string): Text => say`¡Hola, ${name}!`,
    intro: say`Reserva una sesión, mira lo que tienes previsto u ofrécete para enseñar.`,
    requests: (count: number): Text => say`${times(count, 'solicitud espera', 'solicitudes esperan')} tu respuesta`,
    today: say`Hoy`,
    next: (when: Span): Text => say`Lo próximo: ${when}`,
    teaching: say`Tus clases`,
    hours: (hours: string): Text => say`Tu horario: ${hours}`,
    noHours: say`Horas a convenir. Con un horario semanal, los estudiantes ven cuándo puedes.`,
    applied: say`Antes un admin mira tu oferta: hasta entonces nadie puede reservarte.`,
    paused: say`Estás en pausa: nadie puede pedirte nada hasta que vuelvas a aceptar solicitudes.`,
    admin: {
      title: say`Para la administración`,
      nothing: say`Ahora no hay nada que hacer.`,
      unanswered: (count: number): Text =>
        say`${times(count, 'solicitud lleva', 'solicitudes llevan')} mucho sin respuesta.`,
      trouble: (platform: string): Text => say`${platform} no funciona.`,
    },
  },
};
