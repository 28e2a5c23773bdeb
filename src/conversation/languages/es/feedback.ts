import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { feedback as English } from '../en/feedback.ts';

export const feedback: typeof English = {
  feedback: {
    titleLearner: (tutor: string): Text => say`¿Cómo fue tu sesión con ${tutor}?`,
    titleTutor: (learner: string): Text => say`¿Cómo fue tu sesión con ${learner}?`,
    ask: say`Son diez segundos y ayuda a otras personas a elegir.`,
    askTutor: say`Tu valoración solo la ven los admins. Tus notas las pueden leer las dos partes.`,
    formTitle: '¿Cómo fue?',
    submit: 'Enviar',
    rating: 'Tu valoración',
    ratings: { '5': '5 · excelente', '4': '4 · bien', '3': '3 · regular', '2': '2 · no muy bien', '1': '1 · mal' },
    comment: '¿Algo más?',
    notes: 'Notas que pueden leer las dos partes',
    thanks: say`¡Gracias! Puedes cambiarlo hasta una semana después de la sesión.`,
    youSaid: (stars: string): Text => say`Has dado ${strong(stars)}.`,
    youSaidItTookPlace: say`Has dicho que tuvo lugar.`,
    youSaidNotHeld: say`Has dicho que no tuvo lugar.`,
    notHeldTitle: '¿Qué pasó?',
    whoWasMissing: '¿Quién no vino?',
    missing: { tutor: 'No vino el tutor', learner: 'No vino el estudiante' },
    nudgeTitle: (other: string): Text => say`Una última pregunta sobre tu sesión con ${other}`,
    closed: say`Se puede valorar durante una semana, y esa semana ya pasó.`,
  },
};
