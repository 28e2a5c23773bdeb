import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { feedback as English } from '../en/feedback.ts';

export const feedback: typeof English = {
  feedback: {
    titleLearner: (tutor: string): Text => say`¿Cómo fue tu sesión con ${tutor}?`,
    titleTutor: (learner: string): Text => say`¿Cómo fue tu sesión con ${learner}?`,
    ask: say`Son diez segundos y ayuda a otras personas a elegir.`,
    askTutor: say`Son diez segundos. Tu valoración y tu comentario solo los ven los admins; tus notas las pueden leer las dos partes.`,
    formTitle: '¿Cómo fue?',
    submit: 'Enviar',
    rating: 'Tu valoración',
    ratings: { '5': '5 · excelente', '4': '4 · bien', '3': '3 · aceptable', '2': '2 · no muy bien', '1': '1 · mal' },
    learnerRatingHint: 'Cuenta en la media del tutor, que ven todos. Los admins la ven con tu nombre.',
    tutorRatingHint: 'Solo la ven los admins.',
    comment: '¿Algo más?',
    tutorCommentHint: 'Solo lo leen los admins.',
    readers: '¿Quién puede leerlo?',
    readersTutor: (tutor: string) => `${tutor} y los admins`,
    readersAdmins: 'Solo los admins',
    notes: 'Notas que pueden leer las dos partes',
    thanks: say`¡Gracias! Puedes cambiarlo hasta una semana después de la sesión.`,
    youSaid: (stars: string): Text => say`Has dado ${strong(stars)}.`,
    youSaidItTookPlace: say`Has dicho que tuvo lugar.`,
    youSaidNotHeld: say`Has dicho que no tuvo lugar.`,
    notHeldTitle: '¿Qué pasó?',
    whoWasMissing: '¿Quién no vino?',
    missing: { tutor: 'No vino el tutor', learner: 'No vino el estudiante' },
    closed: say`Se puede valorar durante una semana, y esa semana ya pasó.`,
  },
};
