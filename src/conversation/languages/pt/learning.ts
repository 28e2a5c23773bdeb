import { say, strong } from '../../say.ts';
import type { learning as English } from '../en/learning.ts';

export const learning: typeof English = {
  learning: {
    title: (other) => say`Metas e próximos passos com ${other}`,
    none: say`Nada ainda. Qualquer um dos dois inclui uma meta, ou o que fazer a seguir; os dois veem.`,
    goals: 'Metas',
    steps: 'Próximos passos',
    kinds: { goal: 'Meta', step: 'Próximo passo' },
    kindsOffered: { goal: 'Uma meta: para que serve tudo', step: 'Um próximo passo: o que fazer até a próxima vez' },
    line: (kind, who) => say`☐ ${strong(kind)} (${who}):`,
    lineDone: (kind, who) => say`☑ ${strong(kind)} (${who}, feito):`,
    addTitle: 'Meta ou próximo passo',
    add: 'Adicionar',
    kind: 'O que é?',
    text: 'Em uma frase',
    textHint: 'Aparece no próximo pedido e na entrada da aula, até um de vocês marcar como feito.',
    ticked: (what) => say`Feito: ${what}.`,
    unticked: (what) => say`Em aberto de novo: ${what}.`,
    remindTitle: (tutor) => say`O que você queria ter feito para as suas aulas com ${tutor}`,
    noteTitle: 'Anotações',
    noteSubmit: 'Salvar',
    note: 'O que você quer guardar?',
    noteHint: 'Os dois lados da aula leem.',
    noteOf: (who) => `Anotações de ${who}`,
    noted: say`Salvo. Está no cartão da aula.`,
  },
};
