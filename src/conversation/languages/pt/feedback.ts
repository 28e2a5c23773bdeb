import { say, strong } from '../../say.ts';
import type { feedback as English } from '../en/feedback.ts';

export const feedback: typeof English = {
  feedback: {
    titleLearner: (tutor) => say`Como foi a sua aula com ${tutor}?`,
    titleTutor: (learner) => say`Como foi a sua aula com ${learner}?`,
    ask: say`Leva dez segundos, e ajuda os outros a escolher.`,
    askTutor: say`Leva dez segundos. Só os admins veem sua nota e seu comentário; as anotações são para vocês dois.`,
    formTitle: 'Como foi?',
    submit: 'Enviar',
    rating: 'Sua nota',
    ratings: { '5': '5 · excelente', '4': '4 · boa', '3': '3 · razoável', '2': '2 · fraca', '1': '1 · ruim' },
    learnerRatingHint: 'Conta na média do tutor, que todo mundo vê. Os admins veem com o seu nome.',
    tutorRatingHint: 'Só os admins veem.',
    comment: 'Quer dizer mais alguma coisa?',
    tutorCommentHint: 'Só os admins leem.',
    readers: 'Quem pode ler isso?',
    readersTutor: (tutor) => `${tutor} e os admins`,
    readersAdmins: 'Só os admins',
    notes: 'Anotações que vocês dois podem ler',
    thanks: say`Valeu! Dá para mudar por uma semana depois da aula.`,
    youSaid: (stars) => say`Você deu ${strong(stars)}.`,
    youSaidItTookPlace: say`Você disse que aconteceu.`,
    youSaidNotHeld: say`Você disse que não aconteceu.`,
    notHeldTitle: 'O que houve?',
    whoWasMissing: 'Quem não veio?',
    missing: { tutor: 'O tutor não veio', learner: 'O estudante não veio' },
    closed: say`Dá para avaliar por uma semana, e essa semana já passou.`,
  },
};
