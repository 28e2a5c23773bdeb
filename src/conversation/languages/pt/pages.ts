import type { pages as English } from '../en/pages.ts';

export const pages: typeof English = {
  door: {
    title: 'Tutorline',
    notYours: 'Este link não é válido. Abra a aula no seu chat e aperte “Entrar”.',
    notYet: 'A sala ainda não está pronta. Tente de novo em alguns segundos.',
    tooEarly: (when) => `Ainda é cedo para entrar. Volte neste horário: ${when}.`,
    over: 'Esta aula já terminou.',
    cancelled: 'Esta aula não vai mais acontecer. Os detalhes estão no seu chat.',
  },

  pages: {
    entering: 'Um momento…',
    enteringText: 'A aula abre sozinha. Se não abrir, aperte o botão.',
    enter: 'Ir para a aula',
    previewText: 'Um link pessoal para uma aula.',
    notFound: 'Nada aqui',
    notFoundText: 'Este endereço não existe. Se veio do Tutorline, copie de novo, inteiro.',
    notAllowed: 'Assim não',
    notAllowedText: 'Este endereço não pode ser usado desse jeito.',
    tooLarge: 'Grande demais',
    tooLargeText: 'Foi mais do que este endereço aceita.',
    failed: 'Algo deu errado',
    failedText: (id) =>
      `A culpa não é sua. Tente de novo em um minuto; se continuar assim, passe este número a quem cuida do Tutorline: ${id}.`,
  },
};
