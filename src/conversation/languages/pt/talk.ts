import { say, strong } from '../../say.ts';
import type { talk as English } from '../en/talk.ts';

export const talk: typeof English = {
  talk: {
    title: 'Escrever mensagem',
    submit: 'Enviar',
    to: (other) => `Para ${other}`,
    theAsked: 'os tutores a quem perguntei',
    textHint: 'Chega por mensagem direta. Fotos e PDFs: mande para mim aqui no chat.',
    seenHint: 'Chega por mensagem direta. Os admins da sua organização também podem ler.',
    sent: (other) => say`Passei para ${other}.`,
    from: (who, what) => say`${strong(who)} escreve para você (${what}):`,
    seen: say`Os admins da sua organização podem ler o que vocês se escrevem.`,
    which: (names) => say`É de qual aula? Passo ${strong(names)} para as outras pessoas dela.`,
    nowhere: (names) =>
      say`Passo arquivos para as outras pessoas de uma aula, do pedido até uma semana depois. Agora você não tem nenhuma, então não guardo ${strong(names)}.`,
    withIt: (names) => say`Junto: ${names}`,
    filesHere: (who, what) => say`Arquivos de ${strong(who)} (${what}):`,
    filesGone: (what) => say`Os arquivos dessa mensagem não estão mais guardados (${what}).`,
    filesCome: say`Estou mandando por mensagem direta.`,
    listTitle: (what) => say`Mensagens: ${what}`,
    line: (who, at) => say`${strong(who)}, ${at}:`,
    none: say`Ninguém escreveu nada.`,
    rules: 'Mensagens',
    rulesLabel: 'Mensagens entre as pessoas de uma aula',
    rule: {
      on: 'Sim, só para elas',
      seen: 'Sim, e os admins podem ler (todos são avisados)',
      off: 'Não',
    },
    ruleNow: {
      on: say`As pessoas de uma aula se escrevem por mim, e só elas leem.`,
      seen: say`As pessoas de uma aula se escrevem por mim; os admins podem ler, e todos são avisados disso.`,
      off: say`As pessoas de uma aula não podem se escrever por mim.`,
    },
  },
};
