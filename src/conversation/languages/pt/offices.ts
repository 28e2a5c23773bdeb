import { say } from '../../say.ts';
import type { offices as English } from '../en/offices.ts';

export const offices: typeof English = {
  office: {
    formTitle: 'Abrir um plantão',
    submit: 'Abrir',
    openUntil: 'Até quando?',
    minutes: 'Tempo para cada um',
    title: (tutor, subject) => say`Plantão de dúvidas de ${tutor}: ${subject}`,
    until: 'Aberto até',
    queue: 'Fila',
    waiting: (count) => (count === 0 ? say`ninguém` : say`${count} na espera`),
    open: (minutes, at) =>
      say`Entre na fila, e eu chamo quando for a sua vez. Cada um tem ${minutes} minutos (a sua vez seria por volta de: ${at}).`,
    full: say`Não dá mais para entrar na fila.`,
    yourPlace: (place, at) =>
      say`Você é o número ${place} da fila (a sua vez, mais ou menos: ${at}). Na hora eu mando o link.`,
    yourTurn: say`É a sua vez: o link está em uma mensagem separada.`,
    free: say`Ninguém está com você. Chame o próximo quando quiser.`,
    withWhom: (learner, until) => say`${learner} está com você (até: ${until}). Chamar o próximo encerra essa aula.`,
    called: (learner) => say`Chamei ${learner}. Vocês recebem o link.`,
    left: say`Você não está mais na fila.`,
    opened: say`Seu plantão está aberto. Dá para encontrar em “Achar um tutor”; um canal fica sabendo quando você abre o plantão nele.`,
    openedHere: say`Seu plantão está aberto, e estou anunciando neste canal, do qual preciso fazer parte.`,
    announced: say`Estou anunciando neste canal, do qual preciso fazer parte.`,
    over: say`Este plantão acabou.`,
  },
};
