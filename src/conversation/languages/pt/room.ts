import { say } from '../../say.ts';
import type { room as English } from '../en/room.ts';

export const room: typeof English = {
  join: {
    title: (subject, other) => say`${subject} com ${other}`,
    startsIn: (at, until) => say`Começa ${at} (até: ${until}).`,
    startedAgo: (at, until) => say`Começou ${at} (até: ${until}).`,
    here: (names) => say`${names}`,
    nobody: say`Ninguém ainda`,
    checklist: 'Antes de começar',
    items: { sound: 'O som funciona', camera: 'A câmera funciona', goals: 'Os objetivos estão claros' },
    tips: [
      say`No primeiro minuto, diga o que você quer saber ou conseguir fazer até o fim.`,
      say`Guarde os últimos cinco minutos para combinar o que vem depois.`,
    ],
    asAdmin: say`Você está aqui como admin: não registro que você veio.`,
    endReason: 'Por quê? Todo mundo lê',
    endAsked: (subject) =>
      say`Encerrar ${subject} para todo mundo? O link deixa de funcionar aqui, e pergunto a vocês dois como foi.`,
    ended: say`Você encerrou a aula. Valeu! Cada um de vocês recebe uma pergunta rápida.`,
  },

  recording: {
    title: (subject) => say`A gravação de ${subject} está pronta`,
    askedTitle: (other, subject) => say`${other} gostaria de gravar ${subject}`,
    asked: say`Só é gravada se vocês dois concordarem. Os dois recebem a gravação, e cada um pode mudar de ideia até o início.`,
    agree: 'Concordo',
    no: 'Não',
    on: say`Vocês dois concordaram: a aula vai ser gravada.`,
    agreed: {
      'by-hand': say`Todo mundo concordou. Quem dá a aula começa a gravação na sala.`,
      'with-host': say`Todo mundo concordou. O Google Meet grava assim que entrar na sala alguém cuja conta pode gravar.`,
    },
    transcriptTitle: (subject) => say`A transcrição de ${subject} está pronta`,
    gone: say`O link não está mais aqui: alguém que aparece ali apagou seus dados.`,
    until: (at) => say`O link funciona até este horário, então salve o que quiser guardar: ${at}`,
    access: {
      ask: say`Seu e-mail ainda não pode abrir: siga o link e aperte “Solicitar acesso”.`,
      unknown: say`Se o Google não deixar você entrar, aperte “Solicitar acesso” lá.`,
    },
    asking: (other) => say`Perguntei a ${other}. Nada é gravado até a pessoa concordar.`,
    waiting: (other) => say`${other} gostaria de gravar. Nada é gravado até você concordar.`,
    off: say`A aula não vai ser gravada.`,
  },

  newLink: {
    making: say`Estou criando uma nova sala. Vocês recebem o novo link.`,
    taken: say`Valeu. Vocês recebem este link.`,
  },

  ownLink: {
    title: 'Um link seu',
    submit: 'Enviar',
    url: 'Onde vocês vão se encontrar?',
    wantedTitle: 'Preciso de um link seu',
    wanted: (what) =>
      say`Nenhuma das plataformas de reunião funciona agora, então não consegui criar uma sala (${what}). A aula continua de pé. Me mande um link seu, e vocês recebem.`,
    wasWanted: (what) => say`Eu precisava de um link seu, e não preciso mais: ${what}`,
    name: 'Link próprio',
  },
};
