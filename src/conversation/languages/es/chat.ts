import type { Text } from '../../message.ts';
import { say } from '../../say.ts';
import type { chat as English } from '../en/chat.ts';

export const chat: typeof English = {
  chat: {
    notForThisServer:
      'Tutorline no está configurado para este servidor, así que aquí no guardo nada. Pregunta a quienes administran Tutorline.',
    fileUnreadable: (kilobytes: number) =>
      say`No puedo leer este archivo. Admito texto (UTF-8) de hasta ${kilobytes} kB.`,
    openForm: 'Abrir el formulario',
    edit: 'Cambiar',
    yourTime: (zone: string) => `Tu hora: ${zone}`,
    anotherTime: 'Otra hora …',
    openTimesHint: 'Déjalo vacío para elegir entre los huecos.',
    date: 'Fecha',
    time: 'Hora',
    andMore: (count: number) => `… y ${count} más.`,
    fileLost: (name: string) =>
      `No he podido enviarte el archivo ${name}, porque en este espacio no puedo enviar archivos. Un admin puede cambiarlo.`,
    unknownWord: (word: string) => `No conozco “${word}”.`,
    dmsClosedHint: {
      slack:
        'Abre Tutorline en Aplicaciones, elige Mensajes y permite sus mensajes. Mientras tanto lo encuentras todo en Inicio.',
      discord:
        'Abre el menú del servidor, elige Ajustes de privacidad y permite los mensajes directos. Mientras tanto lo encuentras todo con /sesiones.',
    },
  },

  reception: {
    fault: (id: string): Text =>
      say`Algo ha fallado por mi parte. Mira tus sesiones antes de intentarlo otra vez. Si sigue pasando, da este número a un admin: ${id}.`,
    tookTooLong: say`He tardado demasiado. Pulsa el botón y se abre el formulario.`,
    dmsWereClosed: (hint: string): Text =>
      say`Últimamente no he podido enviarte mensajes directos; ahora lo intento otra vez. Si no llega nada: ${hint}`,
    unknownButton: say`Este botón es de una versión anterior y ya no hace nada. Escríbeme un mensaje y te enseño lo que puedes hacer.`,
  },
};
