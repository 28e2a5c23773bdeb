import { say } from '../../say.ts';
import type { now as English } from '../en/now.ts';
import { times } from './times.ts';

export const now: typeof English = {
  now: {
    title: 'Ajuda agora',
    submit: 'Pedir',
    free: (until) =>
      say`Você está disponível para quem precisar de ajuda (até: ${until}). Quando alguém precisar, pergunto aqui; quem apertar primeiro começa a aula.`,
    notFree: say`Ninguém mais vai pedir sua ajuda agora.`,
    asked: (count, subject) =>
      say`${times(count, 'tutor', 'tutores')} de ${subject} ${count === 1 ? 'está disponível, e já perguntei' : 'estão disponíveis, e já perguntei a todos'}. Assim que alguém aceitar, vocês recebem o link aqui. Se ninguém aceitar em dez minutos, marque uma aula.`,
    stopped: say`Não pergunto a mais ninguém.`,
    wanted: (learner, subject) => say`${learner} precisa de ajuda agora: ${subject}`,
    wantedText: (until) =>
      say`O pedido espera um pouco (até: ${until}). Quem aceitar primeiro começa a aula, de até uma hora.`,
    youHelp: (learner) => say`Você vai ajudar ${learner}. O link chega já já.`,
    over: say`Já passou: alguém está ajudando, ou não precisam mais de ninguém.`,
  },
};
