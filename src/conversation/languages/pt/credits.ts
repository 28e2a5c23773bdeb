import { command, say, strong } from '../../say.ts';
import type { credits as English } from '../en/credits.ts';
import { times } from './times.ts';

export const credits: typeof English = {
  credits: {
    title: 'Suas aulas',
    titleOf: (name) => say`Aulas de ${strong(name)}`,
    notUsed: say`Aqui você não precisa de créditos: é só marcar.`,
    none: say`Ainda não há nenhum pacote. Os admins dão com ${command('tutoring', 'administrar créditos')}.`,
    left: (count) => say`Ainda para marcar: ${times(count, 'aula', 'aulas')}.`,
    ahead: (reserved, taken) =>
      say`Das próximas aulas, ${String(reserved)} esperando resposta e ${String(taken)} confirmadas.`,
    package: (left, sessions) =>
      say`${left === 1 ? 'Resta' : 'Restam'} ${String(left)} de ${times(sessions, 'aula', 'aulas')}`,
    until: (day) => `até ${day}`,
    forGood: 'sem prazo',
    over: 'vencido',
    history: 'O que aconteceu',
    granted: (count) => say`${times(count, 'aula recebida', 'aulas recebidas')}`,
    withdrawn: (count) => say`${times(count, 'aula retirada', 'aulas retiradas')}`,
    uses: {
      reserved: say`reservada`,
      taken: say`usada`,
      kept: say`gasta, por um cancelamento em cima da hora ou uma falta`,
      returned: say`devolvida`,
    },
    grantedToYou: (who, count, until) =>
      say`${who} deu ${times(count, 'aula', 'aulas')} a você (${until}). Marque quando quiser.`,
    adminTitle: 'Créditos',
    usedNow: say`Cada aula usa um crédito do estudante. As que foram pedidas antes ficam como estão.`,
    notUsedNow: say`Ninguém precisa de créditos: todo mundo pode marcar.`,
    lateCostsNow: say`Quem cancela em cima da hora ou falta não recebe o crédito de volta.`,
    lateIsFreeNow: say`Quem cancela em cima da hora ou falta também recebe o crédito de volta.`,
    nobodyHas: say`Ninguém tem nenhum ainda.`,
    holder: (name, left) => say`${strong(name)}: ${times(left, 'aula', 'aulas')} para marcar`,
    grantTitle: 'Dar aulas',
    grantSubmit: 'Dar',
    person: 'Para quem?',
    sessions: 'Quantas aulas?',
    untilLabel: 'Valem até que dia?',
    untilHint: 'Por exemplo: 31 dez, 2026-12-31. Deixe vazio para não ter prazo.',
    note: 'Observação',
    rulesTitle: 'Regras dos créditos',
    usesLabel: 'Uma aula usa um crédito do estudante',
    lateLabel: 'Cancelar tarde ou faltar gasta o crédito',
    field: 'Aula',
    withTutor: (nth, name) => say`Sua ${String(nth)}ª com ${name}`,
    withLearner: (nth, name) => say`A ${String(nth)}ª com ${name}`,
  },
};
