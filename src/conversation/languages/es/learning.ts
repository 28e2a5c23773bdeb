import { say, strong } from '../../say.ts';
import type { learning as English } from '../en/learning.ts';

export const learning: typeof English = {
  learning: {
    title: (other) => say`Objetivos y próximos pasos con ${other}`,
    none: say`Todavía nada. Cualquiera de los dos añade un objetivo o un próximo paso; los dos lo ven.`,
    goals: 'Objetivos',
    steps: 'Próximos pasos',
    kinds: { goal: 'Objetivo', step: 'Próximo paso' },
    kindsOffered: { goal: 'Un objetivo: para qué es todo', step: 'Un próximo paso: qué hacer hasta la próxima vez' },
    line: (kind, who) => say`☐ ${strong(kind)} (${who}):`,
    lineDone: (kind, who) => say`☑ ${strong(kind)} (${who}, hecho):`,
    addTitle: 'Objetivo o paso',
    add: 'Añadir',
    kind: '¿Qué es?',
    text: 'En una frase',
    textHint: 'Sale en la próxima solicitud y al entrar en la sesión, hasta que se marque como hecho.',
    ticked: (what) => say`Hecho: ${what}.`,
    unticked: (what) => say`Pendiente otra vez: ${what}.`,
    remindTitle: (tutor) => say`Lo que querías tener hecho para tus sesiones con ${tutor}`,
    noteTitle: 'Notas',
    noteSubmit: 'Guardar',
    note: '¿Qué quieres conservar?',
    noteHint: 'Lo leen las dos partes de la sesión.',
    noteOf: (who) => `Notas de ${who}`,
    noted: say`Guardado. Está en la tarjeta de la sesión.`,
  },
};
