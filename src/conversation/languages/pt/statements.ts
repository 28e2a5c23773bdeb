import { say, strong } from '../../say.ts';
import type { statements as English } from '../en/statements.ts';
import { times } from './times.ts';

export const statements: typeof English = {
  statement: {
    title: 'Declaração de horas',
    submit: 'Gerar',
    tutor: 'Tutor ou tutora',
    month: 'Mês',
    period: 'Ou um período à sua escolha',
    periodHint: 'Por exemplo: 1 set - 15 out. Aí vale no lugar do mês.',
    sessions: (count) => times(count, 'aula', 'aulas'),
    comes: (tutor, period) =>
      say`A declaração de ${strong(tutor)}, ${period}, chega em um arquivo por mensagem direta.`,
    text: (tutor, period) =>
      say`Aqui está o que ${strong(tutor)} ensinou ${period}, como consta agora. Fica assim, mude o que mudar depois.`,
    total: 'No total',
    code: 'Código',
    checkHere: (code) => `${code}: confira aqui`,
    noCode: 'Não traz código para conferir, porque este Tutorline não tem endereço público.',
  },

  paper: {
    tutor: 'Tutor ou tutora',
    period: 'Período',
    clock: 'Horários',
    made: 'Gerada em',
    between: (from, until) => `de ${from} a ${until}`,
    when: 'Quando',
    learner: 'Com',
    subject: 'Matéria',
    minutes: 'Minutos',
    total: 'No total',
    how: 'Estas são as aulas que aconteceram segundo quem participou delas, cada uma com a duração marcada.',
    unsettled: (count) =>
      count === 1
        ? 'Falta mais 1 aula, porque ainda não se sabe se aconteceu.'
        : `Faltam mais ${String(count)} aulas, porque ainda não se sabe se aconteceram.`,
    missed: 'Um � está no lugar de uma letra que este papel não consegue mostrar.',
    check: (code, url) => `Código ${code}. Qualquer pessoa pode conferir: ${url}`,
    page: (number, of) => `Página ${number} de ${of}`,
  },

  check: {
    genuine: 'Esta declaração é autêntica',
    genuineText: (tutor, period, sessions, length, made) =>
      `${tutor} deu ${sessions} ${period}: ${length} no total. Foi gerada em ${made}. Compare com o que o papel diz.`,
    unknown: 'Nenhuma declaração tem este código',
    unknownText: 'Compare o código com o papel mais uma vez, letra por letra. Se for o mesmo, o papel não é autêntico.',
    slowly: 'Mais devagar',
    tooOften: 'Foram tentados códigos demais a partir da sua rede. Tente de novo em um minuto.',
  },
};
