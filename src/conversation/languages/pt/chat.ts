import { say } from '../../say.ts';
import type { chat as English } from '../en/chat.ts';

export const chat: typeof English = {
  chat: {
    notForThisServer:
      'O Tutorline não está configurado para este servidor, então não guardo nada aqui. Fale com quem cuida do Tutorline.',
    fileUnreadable: (kilobytes) => say`Não consigo ler este arquivo. Aceito texto (UTF-8) de até ${kilobytes} kB.`,
    openForm: 'Abrir o formulário',
    edit: 'Mudar',
    yourTime: (zone) => `Seu horário: ${zone}`,
    anotherTime: 'Outro horário …',
    openTimesHint: 'Deixe vazio para escolher entre os horários livres.',
    date: 'Data',
    time: 'Hora',
    andMore: (count) => `… e mais ${count}.`,
    fileLost: (name) =>
      `Não consegui enviar o arquivo ${name}, porque neste workspace não posso enviar arquivos. Um admin pode mudar isso.`,
    unknownWord: (word) => `Não conheço “${word}”.`,
    dmsClosedHint: {
      slack:
        'Abra o Tutorline em Aplicativos, escolha Mensagens e permita as mensagens dele. Até lá, você encontra tudo em Início.',
      discord:
        'Abra o menu do servidor, escolha Configurações de privacidade e permita mensagens diretas. Até lá, você encontra tudo com /aulas.',
    },
  },

  reception: {
    fault: (id) =>
      say`Algo deu errado do meu lado. Dê uma olhada nas suas aulas antes de tentar de novo. Se continuar, passe este número a um admin: ${id}.`,
    tookTooLong: say`Demorei demais. Aperte o botão e o formulário abre.`,
    dmsWereClosed: (hint) =>
      say`Ultimamente não consegui mandar mensagens diretas a você, então estou tentando de novo. Se não chegar nada: ${hint}`,
    unknownButton: say`Este botão é de uma versão antiga minha e não faz mais nada. Me mande uma mensagem, e mostro o que dá para fazer.`,
  },
};
