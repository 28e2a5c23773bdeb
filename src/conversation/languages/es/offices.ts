import { say } from '../../say.ts';
import type { offices as English } from '../en/offices.ts';

export const offices: typeof English = {
  office: {
    formTitle: 'Abrir tutoría abierta',
    submit: 'Abrir',
    openUntil: '¿Hasta cuándo?',
    minutes: 'Tiempo por persona',
    title: (tutor, subject) => say`Tutoría abierta de ${tutor}: ${subject}`,
    until: 'Abierta hasta',
    queue: 'Cola',
    waiting: (count) => (count === 0 ? say`nadie` : say`${count} en espera`),
    open: (minutes, at) =>
      say`Ponte en la cola y te llamo cuando te toque. Cada persona tiene ${minutes} minutos (tú desde las ${at}, más o menos).`,
    full: say`Ahora ya no se puede entrar en la cola.`,
    yourPlace: (place, at) =>
      say`Eres el número ${place} de la cola y te toca hacia las ${at}: entonces te envío el enlace.`,
    yourTurn: say`Te toca: el enlace está en un mensaje aparte.`,
    free: say`No hay nadie contigo. Llama a quien sigue cuando quieras.`,
    withWhom: (learner, until) =>
      say`${learner} está contigo (hasta las ${until}). Al llamar a quien sigue termina esa sesión.`,
    called: (learner) => say`He llamado a ${learner}. El enlace les llega a todos.`,
    left: say`Ya no estás en la cola.`,
    opened: say`Tu tutoría abierta ha empezado. Se encuentra con “Buscar tutor”; en un canal se lee de ella si la abres allí.`,
    openedHere: say`Tu tutoría abierta ha empezado, y la anuncio en este canal, donde tengo que estar.`,
    announced: say`Lo anuncio en este canal, del que tengo que ser miembro.`,
    over: say`Esta tutoría abierta ha terminado.`,
  },
};
