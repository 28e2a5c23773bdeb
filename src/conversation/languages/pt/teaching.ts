import { say } from '../../say.ts';
import type { teaching as English } from '../en/teaching.ts';

export const teaching: typeof English = {
  tutors: {
    title: 'Tutores',
    titleOf: (subject) => say`Tutores de ${subject}`,
    none: say`Ninguém ensina aqui ainda. Quer ser o primeiro?`,
    noneOf: (subject) => say`Ninguém ensina ${subject} ainda. Veja o que outros ensinam:`,
    rating: (average, count) => `★ ${average} (${count})`,
    noRating: 'sem avaliações ainda',
    answers: {
      minutes: say`costuma responder em minutos`,
      hour: say`costuma responder em uma hora`,
      hours: (count) => say`costuma responder em ${count} horas`,
      day: say`costuma responder em um dia`,
      days: say`costuma levar mais de um dia para responder`,
    },
    nextOpen: (at) => say`Próximo horário livre: ${at}`,
    byArrangement: say`Horários a combinar`,
  },

  teach: {
    title: 'Oferecer aulas',
    titleChange: 'Sua oferta',
    submit: 'Salvar',
    subjects: 'Matérias',
    subjectsPlaceholder: 'Álgebra, Física, Redação',
    bio: 'Sobre você',
    bioPlaceholder: 'O que os estudantes devem saber sobre você?',
    platform: 'Onde você prefere dar aula',
    zone: 'Sua cidade ou fuso horário',
    saved: say`Salvo. É isto que os estudantes veem:`,
    savedNoHours: say`Salvo. Só mais uma coisa: aperte “Disponibilidade” para dizer quando você dá aula. Até lá, os estudantes sugerem horários. É isto que eles veem:`,
    savedPaused: say`Salvo. Você está em pausa: ninguém pode pedir aulas até você voltar a receber pedidos.`,
    savedApplied: say`Salvo. Antes um admin dá uma olhada: até lá, ninguém pode marcar com você. Eu aviso. É isto que os estudantes vão ver:`,
    savedRefused: (why) =>
      say`Um admin disse que não: “${why}”. Mude a sua oferta para se candidatar de novo. É isto que os estudantes veriam:`,
    roomsTitle: 'Salas e contas',
    room: 'Sua sala permanente',
    roomHint: 'Um endereço público https://. Depois você pode escolher essa sala onde escolhe o lugar da aula.',
    roomPlaceholder: 'https://meet.example.org/theo',
    account: 'Sua conta do Zoom',
    accountHint: 'O e-mail que você usa lá: as reuniões ficam sendo suas, e é você quem as começa.',
    accountPlaceholder: 'theo@escola.example',
    ownRoom: 'Sala própria do tutor',
    myRoom: 'Minha própria sala',
    onlyYou: say`Só você vê isto`,
    pausedTitle: say`Você está em pausa`,
    pausedText: (count) =>
      say`${count} pedidos seguidos expiraram sem a sua resposta, então por enquanto ninguém pode pedir aulas a você. Um clique, e os estudantes podem pedir de novo. As aulas marcadas ficam.`,
    paused: say`Você está em pausa: ninguém pode pedir aulas até você voltar a receber pedidos. As aulas marcadas ficam.`,
    resumed: say`Que bom ter você de volta! Os estudantes podem pedir aulas de novo.`,
  },
};
