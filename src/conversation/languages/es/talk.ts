import { say, strong } from '../../say.ts';
import type { talk as English } from '../en/talk.ts';

export const talk: typeof English = {
  talk: {
    title: 'Escribir un mensaje',
    submit: 'Enviar',
    to: (other) => `Para ${other}`,
    theAsked: 'los tutores a los que he preguntado',
    textHint: 'Le llega como mensaje directo. Fotos y PDF: envíamelos aquí, en el chat.',
    seenHint: 'Le llega como mensaje directo. La administración de tu organización también puede leerlo.',
    sent: (other) => say`Se lo he pasado a ${other}.`,
    from: (who, what) => say`${strong(who)} te escribe (${what}):`,
    seen: say`La administración de tu organización puede leer lo que se escribe aquí.`,
    listTitle: (what) => say`Mensajes: ${what}`,
    line: (who, at) => say`${strong(who)}, ${at}:`,
    none: say`Nadie ha escrito nada.`,
    which: (names) => say`¿A qué sesión corresponde? Paso ${strong(names)} a las demás personas.`,
    nowhere: (names) =>
      say`Paso archivos a las demás personas de una sesión, desde la solicitud hasta una semana después. Ahora no tienes ninguna, así que no guardo ${strong(names)}.`,
    withIt: (names) => say`Adjunto: ${names}`,
    filesHere: (who, what) => say`Archivos de ${strong(who)} (${what}):`,
    filesGone: (what) => say`Los archivos de ese mensaje ya no se guardan (${what}).`,
    filesCome: say`Te los envío como mensaje directo.`,
    rules: 'Mensajes',
    rulesLabel: 'Mensajes entre la gente de una sesión',
    rule: {
      on: 'Sí, solo para ella',
      seen: 'Sí, y la administración puede leerlos (se avisa)',
      off: 'No',
    },
    ruleNow: {
      on: say`La gente de una sesión se escribe a través de mí y solo ella lo lee.`,
      seen: say`La gente de una sesión se escribe a través de mí; la administración puede leerlo, y todos lo saben.`,
      off: say`La gente de una sesión no puede escribirse a través de mí.`,
    },
  },
};
