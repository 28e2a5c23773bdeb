import type { Text } from '../../message.ts';
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
