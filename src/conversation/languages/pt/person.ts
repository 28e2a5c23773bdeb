import { say, strong } from '../../say.ts';
import type { person as English } from '../en/person.ts';

export const person: typeof English = {
  settings: {
    title: 'Ajustes',
    submit: 'Salvar',
    reminders: 'Lembretes antes de uma aula',
    remindersHint: 'Por exemplo: 24h, 1h, 10m. Escreva “nenhum” para ficar sem lembretes.',
    none: 'nenhum',
    zone: 'Sua cidade ou fuso horário',
    language: 'Idioma',
    languageAsChat: 'O mesmo do meu chat',
    saved: say`Salvo.`,
    savedReminders: (leads) => say`Vou lembrar você antes de cada aula: ${strong(leads)}.`,
    savedNone: say`Não vou mandar lembretes.`,
  },

  quiet: {
    title: 'Horas de silêncio',
    from: 'Silêncio a partir de',
    to: 'Até',
    fromHint: 'No seu relógio. Lembretes e o que é urgente chegam mesmo assim.',
    never: 'Sem horas de silêncio',
    where: 'Escreva para mim em',
    lastSeen: 'O último chat que usei',
    saved: (from, to) =>
      say`Salvo. Entre ${strong(from)} e ${strong(to)} só escrevo o que não pode esperar: lembretes, links e o que está para começar. O resto vem depois.`,
    savedNone: say`Salvo. Você não tem horas de silêncio.`,
  },

  rights: {
    dataComes: say`Estou juntando tudo o que guardei sobre você. Chega em um arquivo por mensagem direta, no máximo uma vez por hora.`,
    dataTitle: 'Seus dados',
    dataText: say`O arquivo tem tudo o que guardei sobre você: contas, ajustes, aulas, anotações, avaliações, mensagens com os nomes dos arquivos, calendários, e o que aconteceu quando.`,
    deleteTitle: 'Apagar meus dados',
    deleteWhat: (upcoming) =>
      upcoming === 0
        ? say`Seu nome, contas, ajustes, anotações, comentários, mensagens e endereços sumiriam de vez. As aulas passadas ficam para os outros, com “alguém que saiu” no seu lugar.`
        : say`Seu nome, contas, ajustes, anotações, comentários, mensagens e endereços sumiriam de vez. O que está marcado (${String(upcoming)}) seria cancelado, e os outros avisados. As aulas passadas ficam para eles, com “alguém que saiu” no seu lugar.`,
    deleteSure: say`Tem certeza? Não dá para desfazer. Se quiser guardar seus dados, baixe antes com “Meus dados” nos seus ajustes.`,
    deleted: say`Pronto: nada do que guardei diz quem você era. O que escrevi nesta conversa fica aqui até você apagar. Se um dia me usar de novo, começa do zero.`,
  },

  link: {
    code: (code, minutes) =>
      say`Digite ${strong(`/vincular ${code}`)} no seu outro chat nos próximos ${String(minutes)} minutos (no Slack: ${strong(`/tutorline vincular ${code}`)}). Assim você é uma pessoa só nos dois: as mesmas aulas, ajustes e lembretes. Não passe o código a ninguém.`,
    sure: (name) =>
      say`Este código foi dado a ${name}. É você, no seu outro chat? Então as duas contas viram uma, com tudo o que cada uma tem.`,
    done: say`Pronto: agora você é uma pessoa só nos dois chats.`,
    linked: (kept, gone) => say`${kept} e ${gone} agora são uma pessoa só.`,
    linkedText: say`A pessoa mostrou em um chat o código que recebeu no outro. O que cada conta tinha agora é das duas. Se algo estiver errado, desfaça.`,
    undone: say`São duas pessoas de novo, cada uma com o que tinha antes.`,
  },

  complaint: {
    what: say`Uma denúncia vai para os admins: eles leem o que você escreve, e a pessoa não fica sabendo quem foi. Um bloqueio fica entre vocês dois, e ninguém é avisado.`,
    title: 'Denunciar',
    submit: 'Enviar',
    reason: 'O que aconteceu?',
    reasonHint: 'Só os admins leem.',
    sent: say`Recebido: os admins vão olhar. A pessoa não fica sabendo que foi você.`,
  },

  moderated: {
    said: {
      warned: say`Um recado dos admins da sua organização: algo que você fez ou escreveu não caiu bem para alguém. Tenha consideração, por favor. Se tiver alguma dúvida, fale com eles.`,
      readmitted: say`Os admins da sua organização liberaram você para me usar de novo. Tutores voltam a receber pedidos com “Ensinar”.`,
    },
    paused: (until) =>
      say`Os admins da sua organização colocaram você em pausa (até: ${until}). Nesse tempo você não pode pedir nada de novo nem receber pedidos. O que foi combinado fica. Se tiver alguma dúvida, fale com eles.`,
  },

  block: {
    sure: (name) =>
      say`Bloquear ${strong(name)}? Aí nenhum dos dois encontra o outro nem marca com ele, e um pedido entre vocês é retirado. A pessoa não é avisada. As aulas combinadas ficam: cancele você mesmo.`,
    done: (name) => say`${strong(name)}: bloqueio feito. Dá para desfazer nos seus ajustes, em “Pessoas bloqueadas”.`,
    title: 'Pessoas bloqueadas',
    list: say`Nenhum dos dois encontra o outro nem marca com ele.`,
    nobody: say`Você não bloqueou ninguém.`,
  },

  timezone: {
    unknownYet: say`Ainda não sei o seu fuso horário.`,
    saved: (zone, now) =>
      say`Seu fuso horário é ${strong(zone)}. Agora lá é ${now}. As aulas que você já tem mantêm o horário.`,
    title: 'Seu fuso horário',
    which: say`Vários lugares combinam. Qual é o seu?`,
  },
};
