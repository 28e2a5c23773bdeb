import { command, say, strong } from '../../say.ts';
import type { observers as English } from '../en/observers.ts';

export const observers: typeof English = {
  asObserver: (name) => `${name} (acompanha)`,
  observers: {
    title: 'Acompanhantes',
    intro: say`Quem acompanha fica sabendo de confirmações, mudanças e resultados, vê as aulas e pode cancelar. Qualquer um dos dois pode encerrar.`,
    none: say`Ninguém acompanha as suas aulas, e você não acompanha as de ninguém. Quem o botão não encontra, peça com ${command('observer', 'acompanhante')} e a menção com @.`,
    asked: (name) => say`Perguntei aos admins. Quando confirmarem, pergunto a ${name} se concorda.`,
    set: (name) => say`Perguntei a ${name} se concorda. Começa quando disser que sim.`,
    confirmed: say`Confirmado. Começa quando quem acompanha concordar.`,
    ended: say`Acabou: as aulas não aparecem mais.`,
    mine: {
      asked: (name) => say`${strong(name)} vai ver as suas aulas: falta um admin confirmar.`,
      confirmed: (name) => say`${strong(name)} vai ver as suas aulas, e ainda não concordou.`,
      active: (name) => say`${strong(name)} vê as suas aulas, e pode cancelar.`,
    },
    theirs: {
      asked: (name) => say`Você vai ver as aulas de ${strong(name)}: falta um admin confirmar.`,
      confirmed: (name) => say`Você vai ver as aulas de ${strong(name)}. Concorda?`,
      active: (name) => say`Você vê as aulas de ${strong(name)}, e pode cancelar.`,
    },
    wanted: (learner, observer) => say`${learner} quer que ${observer} acompanhe as aulas`,
    wantedText: say`Quem acompanha, como mãe ou pai, vê todas as aulas do estudante e pode cancelar. Confirme se você sabe que está certo.`,
    invitation: (learner) =>
      say`Pediram que você acompanhe as aulas de ${strong(learner)}: eu avisaria de confirmações, mudanças e resultados, e você poderia cancelar. Concorda?`,
    endedForYou: (name) => say`${strong(name)} não vê mais as suas aulas.`,
    endedForThem: (name) => say`Você não vê mais as aulas de ${strong(name)}.`,
    news: {
      confirmed: (who, what) => say`Confirmada para ${who}: ${what}`,
      reopened: (who, what) => say`De volta para ${who}: ${what}`,
      moved: (who, what) => say`Em novo horário para ${who}: ${what}`,
      'handed-over': (who, what) => say`Procuro outro tutor para ${who}: ${what}`,
      declined: (who, what) => say`Recusada para ${who}: ${what}`,
      expired: (who, what) => say`Ninguém respondeu a tempo a ${who}: ${what}`,
      cancelled: (who, what) => say`Cancelada para ${who}: ${what}`,
    },
    outcome: (who, what, outcome) => say`Como foi para ${who} (${what}): ${outcome}`,
    andMore: (count) => say`, e mais ${count} da série`,
    sessionsOf: (name) => say`Aulas de ${strong(name)}`,
    noneAhead: say`Nada marcado.`,
    adminTitle: 'Quem acompanha quem',
    adminIntro: say`Quem vê as aulas de quem, os mais recentes primeiro.`,
    nobody: say`Ninguém acompanha as aulas de ninguém.`,
    line: {
      asked: (learner, observer) => say`${strong(observer)}, por ${strong(learner)}: falta um admin`,
      confirmed: (learner, observer) => say`${strong(observer)}, por ${strong(learner)}: ainda não concordou`,
      active: (learner, observer) => say`${strong(observer)} acompanha ${strong(learner)}`,
    },
    askTitle: 'Pedir acompanhante',
    askSubmit: 'Pedir',
    askHint: 'Quem você conhece, pelo nome. Os demais, com o comando e a menção com @.',
    setTitle: 'Definir acompanhante',
    setSubmit: 'Definir',
    learnerLabel: 'As aulas de quem?',
    observerLabel: 'Quem vê?',
  },
};
