import { say, strong } from '../../say.ts';
import type { home as English } from '../en/home.ts';
import { times } from './times.ts';

export const home: typeof English = {
  help: {
    word: 'ajuda',
    title: 'O que eu faço',
    intro: say`Eu marco aulas. Você pede, o tutor confirma, e vocês dois recebem o link e os lembretes.`,
    line: (command, usage, description) => say`${strong(command)}${usage === '' ? '' : ` ${usage}`}: ${description}`,
    typed: (text) =>
      say`Não consegui fazer nada com “${text}”. Escreva, por exemplo, “álgebra amanhã às 17h”, “minhas aulas” ou “cancelar”, ou aperte um destes:`,
    mentioned: say`Respondo onde só você lê.`,
    showAnswer: 'Mostrar a resposta',
  },

  home: {
    title: (name) => say`Oi, ${name}!`,
    intro: say`Marque uma aula, veja o que está marcado, ou se ofereça para ensinar.`,
    requests: (count) => say`${times(count, 'pedido espera', 'pedidos esperam')} a sua resposta`,
    today: say`Hoje`,
    next: (when) => say`A seguir: ${when}`,
    teaching: say`Suas aulas como tutor`,
    hours: (hours) => say`Seu horário: ${hours}`,
    noHours: say`Horários a combinar. Com um horário da semana, os estudantes veem quando você está livre.`,
    paused: say`Você está em pausa: ninguém pode pedir aulas até você voltar a receber pedidos.`,
    applied: say`Um admin olha a sua oferta antes: até lá, ninguém pode marcar com você.`,
    admin: {
      title: say`Para admins`,
      nothing: say`Nada precisa de você agora.`,
      unanswered: (count) => say`${times(count, 'pedido está', 'pedidos estão')} sem resposta há muito tempo.`,
      trouble: (platform) => say`${platform} não funciona.`,
    },
  },
};
