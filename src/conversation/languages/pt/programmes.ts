import { say, strong } from '../../say.ts';
import type { programmes as English } from '../en/programmes.ts';
import { times } from './times.ts';

export const programmes: typeof English = {
  programmes: {
    title: 'Programas',
    intro: say`Cada um forma duplas de estudante e tutor por um período. Pergunto a quem deixa de se encontrar, e depois aviso você.`,
    none: say`Nenhum programa em andamento. Um programa forma duplas de estudante e tutor por um período, e nota quem deixa de se encontrar.`,
    pairs: (count) => say`${times(count, 'dupla', 'duplas')}`,
    every: { 7: 'toda semana', 14: 'a cada duas semanas', 28: 'a cada quatro semanas' },
    pair: (learner, tutor) => say`${strong(learner)} com ${strong(tutor)}`,
    met: (at) => say`última vez: ${at}`,
    meets: (at) => say`próxima vez: ${at}`,
    notYet: say`Ainda não se encontraram.`,
    proposed: say`sugestão: ainda não sabem`,
    openTitle: 'Abrir um programa',
    changeTitle: 'Mudar o programa',
    submit: 'Salvar',
    nameLabel: 'Nome',
    subjectLabel: 'Matéria',
    everyLabel: 'De quanto em quanto tempo se encontram?',
    fromLabel: 'Primeiro dia',
    untilLabel: 'Último dia',
    dayHint: 'Por exemplo: 1 dez, 2026-12-01',
    pairTitle: 'Formar duplas',
    pairsLabel: 'Uma dupla por linha: estudante, tutor',
    pairsHint: 'Também de uma planilha. Para um estudante sozinho, sugiro o tutor que mais combina.',
    pairsPlaceholder: 'Ana Souza, Theo Park',
    pairedNow: (paired, proposed, leftOut) =>
      say`Duplas: ${String(paired)}. Sugestões: ${String(proposed)}. Já formadas, ou sem tutor: ${String(leftOut)}.`,
    unread: (lines, count) => say`Não sei de quem você fala em ${times(count, 'linha', 'linhas')} (${lines}).`,
    pairEnded: say`Esta dupla acabou.`,
    isOver: say`Este programa acabou, e as duplas dele também.`,
    endSure: (name) => say`Encerrar ${strong(name)} com todas as duplas? Todos são avisados.`,
    begins: (who, subject, programme, every, until) =>
      say`Você forma dupla com ${strong(who)} em ${subject} (${programme}): ${every}, até ${until}.`,
    overForYou: (who, programme) => say`A sua dupla com ${strong(who)} acabou (${programme}). O que está marcado fica.`,
    askLearner: (who) => say`Faz tempo que você não se encontra com ${strong(who)}. Quando é a próxima vez?`,
    askTutor: (who) =>
      say`Faz tempo que você não se encontra com ${strong(who)}. Pedi que a pessoa marque a próxima vez; se os dois puderem, comecem agora.`,
    meetsAgain: (who, at) => say`Você e ${strong(who)} vão se encontrar de novo (${at}).`,
    meetAgain: (at) => say`Vão se encontrar de novo (${at}).`,
    quiet: (learner, tutor, programme) => say`${learner} e ${tutor} deixaram de se encontrar (${programme})`,
    lastMet: (at) => say`A última vez (${at}) faz tempo demais. Já perguntei aos dois.`,
  },
};
