import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { home as English } from '../en/home.ts';

export const home: typeof English = {
  help: {
    word: 'ayuda',
    title: 'Lo que puedo hacer',
    intro: say`Reservo sesiones de tutoría. Tú la pides, el tutor la confirma y el enlace y los recordatorios llegan a las dos partes.`,
    line: (command: string, usage: string, description: string): Text =>
      say`${strong(command)}${usage === '' ? '' : ` ${usage}`}: ${description}`,
    typed: (text: string): Text =>
      say`Solo entiendo comandos y botones, así que no he podido hacer nada con “${text}”. Quizá necesitas algo de esto:`,
  },

  home: {
    title: (name: string): Text => say`¡Hola, ${name}!`,
    intro: say`Reserva una sesión, mira lo que tienes previsto u ofrécete para enseñar.`,
  },
};
