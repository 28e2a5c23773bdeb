import { say } from '../../say.ts';
import type { templates as English } from '../en/templates.ts';

export const templates: typeof English = {
  template: {
    listTitle: 'Tus plantillas',
    none: say`Una plantilla es un tipo de sesión con su duración, su plan y sus preguntas. Se elige al reservar contigo.`,
    title: 'Una plantilla',
    submit: 'Guardar',
    name: 'Nombre',
    namePlaceholder: 'Revisión de redacción',
    length: 'Duración',
    agenda: 'Plan',
    questions: 'Preguntas',
    questionsHint: 'Una en cada línea, cinco como máximo. Con un * hay que responderla.',
    questionsPlaceholder: '¿De qué trata? *',
    places: 'Plazas, si es para un grupo',
    placesHint: 'Déjalo vacío si es para una persona. Con 4-8 abres con ella una sesión de grupo.',
    forMany: (length, places) => say`${length} · sesión de grupo, ${places} plazas`,
    option: (name, length) => `${name} · ${length}`,
    asks: (tutor, name) => say`Para “${name}”, ${tutor} quiere saber antes algunas cosas. Todavía no se envía nada.`,
    send: 'Seguir',
  },
};
