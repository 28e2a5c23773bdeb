import { say, strong } from '../../say.ts';
import type { tables as English } from '../en/tables.ts';
import { times } from './times.ts';

export const tables: typeof English = {
  export: {
    comes: say`O arquivo chega por mensagem direta já já.`,
    title: 'As aulas',
    text: (count) => say`${times(count, 'aula', 'aulas')}, nos seus horários. Abra com qualquer programa de planilhas.`,
    cut: (most) => say`Há mais de ${most}: estas são as primeiras. Peça menos dias para ter as outras.`,
    heads: {
      starts: 'Início',
      ends: 'Fim',
      state: 'Situação',
      subject: 'Matéria',
      tutor: 'Tutor',
      learners: 'Estudantes',
      platform: 'Plataforma',
      requested: 'Pedida',
      confirmed: 'Confirmada',
      ratings: 'Avaliações',
      reason: 'Motivo',
    },
  },
  import: {
    title: 'Importar uma tabela',
    submit: 'Verificar',
    pasted: 'A tabela, em CSV (ou mande o arquivo)',
    pastedHint: 'Colunas: nome, id, matérias, horários, durações, sobre mim, fuso. Só o nome é obrigatório.',
    placeholder: 'nome,matérias,horários',
    columns: 'nome, id, matérias, horários, durações, sobre mim, fuso',
    heads: {
      name: 'nome',
      id: 'identificador',
      subjects: 'matérias',
      hours: 'horários',
      lengths: 'durações',
      bio: 'sobre mim',
      zone: 'fuso',
    },
    offer: (name) =>
      say`Quer que eu importe ${strong(name)}: pessoas, tutores, matérias e horários? Primeiro só verifico, e digo o que encontrei.`,
    unknownColumn: (names, known) => say`Não conheço a coluna ${names}. Conheço: ${known}.`,
    noName: (known) => say`Não há uma coluna “nome”. A primeira linha dá nome às colunas: ${known}.`,
    noRows: say`Não há nenhuma linha abaixo da primeira.`,
    tooManyRows: (most) => say`Aceito ${most} linhas de uma vez. Divida a tabela em duas.`,
    notATable: say`A partir daqui não consigo ler como tabela. Será que falta fechar aspas?`,
    twice: (line) => say`A mesma pessoa já está na linha ${line}.`,
    problems: say`Nada foi importado ainda, por causa disto:`,
    line: (line) => say`Linha ${line}:`,
    others: (count) => say`… e mais ${count}`,
    ready: (people, tutors, added) =>
      say`Isto pode ser importado: ${times(people, 'pessoa', 'pessoas')}, entre elas ${times(tutors, 'tutor', 'tutores')} e ${added} que ainda não conheço. Nada é importado até você apertar “Importar”.`,
    done: (people) => say`Importado: ${times(people, 'pessoa', 'pessoas')}.`,
  },
};
