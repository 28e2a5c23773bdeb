import { say, strong } from '../../say.ts';
import type { polls as English } from '../en/polls.ts';

export const polls: typeof English = {
  poll: {
    formTitle: 'Buscar hora juntos',
    times: 'Horas',
    timesHint: 'De dos a diez, una en cada línea.',
    timesPlaceholder: 'el martes a las 17\nel miércoles a las 18:30\n2026-12-04 17:00',
    whom: 'A quién preguntar',
    whomHint: 'Nombres separados por comas. En un canal se pregunta también a todos los que están.',
    everybodyHere: say`todos los de este canal`,
    preview: (subject, length) =>
      say`${strong(subject)}, ${length}. No se pregunta a nadie hasta que pulses “Preguntar”.`,
    asked: say`He preguntado. Lees las respuestas en un mensaje directo, y allí eliges la hora.`,
    askedHere: say`He preguntado, y pregunto también en este canal, donde tengo que estar. Lees las respuestas en un mensaje directo, y allí eliges la hora.`,
    title: (tutor, subject, length) => say`¿Cuándo te viene bien? ${subject} con ${tutor}, ${length}`,
    ask: say`Pulsa todas las horas que te vienen bien. Después el tutor elige una.`,
    askTutor: say`Quien dijo que una hora le viene bien tiene plaza en cuanto la eliges.`,
    fits: (count) => say`le va bien a ${count}`,
    fitsThem: (names) => say`le va bien a ${names}`,
    silent: 'Sin respuesta aún',
    becomes: (at) => say`Ya está decidido: ${at} es la hora de la sesión.`,
    signUp: say`Si aún no tienes plaza, pulsa “Apuntarme”.`,
    over: say`Esta encuesta ha terminado sin que se eligiera una hora.`,
    chosen: (at, count) =>
      say`La sesión es el ${at}, con ${count === 1 ? 'una persona apuntada' : `${String(count)} personas apuntadas`}. Todas reciben el aviso.`,
  },
};
