import { say } from '../../say.ts';
import type { waitlist as English } from '../en/waitlist.ts';
import { times } from './times.ts';

export const waitlist: typeof English = {
  waitlist: {
    joined: (before) =>
      before === 0
        ? say`Aviso assim que vagar um horário e guardo para você por duas horas. Você é a primeira pessoa da fila.`
        : say`Aviso assim que vagar um horário e guardo para você por duas horas. Na sua frente: ${times(before, 'pessoa', 'pessoas')}.`,
    daysTitle: 'Só em alguns dias',
    daysSubmit: 'Só nesses',
    days: 'Em quais dias?',
    onlyThen: (days) => say`Só aviso de horários nestes dias: ${days}.`,
    left: say`Você não espera mais por isso.`,
    title: (subject, tutor) => say`Vagou um horário: ${subject} com ${tutor}`,
    kept: (until) => say`Você queria saber. Guardo para você por um tempo (até: ${until}); depois pergunto ao próximo.`,
    over: say`Já passou: você pediu, abriu mão, ou foi para o próximo da fila.`,
  },
};
