import { command, say, strong } from '../../say.ts';
import type { calendar as English } from '../en/calendar.ts';
import { times } from './times.ts';

export const calendar: typeof English = {
  calendar: {
    on: (what) => say`Para o seu calendário: ${what}`,
    changed: (what) => say`Mudou no seu calendário: ${what}`,
    off: (what) => say`Tire do seu calendário: ${what}`,
    outdated: (what) => say`Este item está desatualizado; já enviei outro: ${what}`,
    several: (subject, other, count) =>
      say`${strong(subject)} com ${other}, ${times(count, 'aula', 'aulas')} em um só arquivo`,
    google: 'Google Agenda',
    outlook: 'Outlook',
    file: 'Arquivo de calendário',
    entry: (subject, other) => `${subject} com ${other}`,
    description: (where) =>
      `${where}\nPara mudar ou cancelar, use o Tutorline no seu chat: mudar aqui não avisa ninguém.`,
    feedName: (name) => `Tutorline: ${name}`,

    title: 'Seu calendário',
    files: say`Cada confirmação e cada mudança vem com um arquivo para o seu calendário.`,
    noFiles: say`Você não recebe arquivos para o seu calendário.`,
    invited: say`Quando o próprio Google convida você, vem só o convite do Google, para nada aparecer duas vezes.`,
    noAddress: say`Aqui não dá para assinar um calendário: para isso, quem cuida do Tutorline precisa dar a ele um endereço público.`,
    feedPossible: say`Ou assine todas as suas aulas de uma vez, e o calendário acompanha sozinho. Aí não chegam mais arquivos.`,
    feed: (url) =>
      say`Este é o endereço do seu calendário. Inclua no seu app de calendário com “Assinar” ou “Por URL”: ${url}`,
    feedSecret: say`Quem tem esse endereço vê as suas aulas, então não passe adiante. Se outra pessoa tiver, crie um novo: aí o antigo deixa de funcionar.`,
    feedClosed: say`O endereço não funciona mais. Os arquivos voltam a chegar a cada confirmação e mudança.`,
    openFeed: 'Pegar meu endereço',
    renewFeed: 'Novo endereço',
    closeFeed: 'Remover o endereço',
    wantFiles: 'Quero os arquivos',
    wantNoFiles: 'Sem arquivos',
  },

  mail: {
    testTitle: say`O e-mail do Tutorline chega`,
    testText: say`Um admin pediu para ver se chega. Você não precisa fazer nada.`,
    testSent: (address) =>
      say`Enviei um e-mail para ${address}. Se não chegar, olhe o spam, e depois o que npm run doctor diz.`,
    codeTitle: (code) => say`${code} é o seu código do Tutorline`,
    codeText: (minutes) => say`Aperte “Digitar o código” no chat e escreva lá. Vale por ${minutes} minutos.`,
    codeNotYou: say`Se não foi você que pediu, não faça nada: este endereço não será usado.`,
    confirmed: (what) => say`Está marcado: ${what}`,
    changed: (what) => say`Mudou: ${what}`,
    cancelled: (what) => say`Foi cancelado: ${what}`,
    why: 'Você recebe este e-mail porque confirmou este endereço no Tutorline.',
    stop: 'Não quero mais estes e-mails',
    stopInChat: 'Para não receber mais estes e-mails, digite /ajustes no chat (no Slack: /tutorline ajustes).',
    answer: 'Ninguém lê as respostas a este e-mail: conversem no chat.',

    stopTitle: 'Chega de e-mails?',
    stopText:
      'Aperte o botão, e o Tutorline não manda mais e-mails sobre aulas para este endereço. As mensagens no chat continuam.',
    stopButton: 'Não me mande mais e-mails',
    stoppedTitle: 'Pronto',
    stoppedText:
      'Não chegam mais e-mails sobre aulas aqui. Para ligar de novo, digite /ajustes no chat (no Slack: /tutorline ajustes).',
    stopUnknown:
      'Este endereço não desliga nada: está incompleto, ou não vale mais. No chat, /ajustes faz o mesmo (no Slack: /tutorline ajustes).',
  },

  address: {
    label: 'Seu e-mail',
    usualHint: 'Para e-mails sobre as aulas e convites do Google Meet. Antes envio um código para lá.',
    waitingHint: 'Ainda não confirmado: digite o código que enviei.',
    unusableHint: 'Não consigo enviar e-mails aqui, então este endereço não é confirmado nem usado.',
    mails: 'E-mails sobre suas aulas',
    mailsYes: 'Sim: confirmações, mudanças e lembretes',
    mailsNo: 'Não, só mensagens aqui',
    codeSent: (address) => say`Enviei um código para ${strong(address)}. Até você digitar aqui, nada vai para lá.`,
    codeWaiting: (address) => say`${strong(address)} espera o código.`,
    unused: (address) => say`${address} não está confirmado, então não é usado.`,
    unconfirmed: (address) =>
      say`${strong(address)} não está confirmado, então nenhum e-mail nem convite vai para lá. Envio um código, e você digita aqui.`,
    used: (address) => say`Os convites do Google Meet vão para ${address}.`,
    usedForAll: (address) => say`Os e-mails e os convites do Google Meet vão para ${address}.`,
    none: say`Nenhum e-mail vai para lugar nenhum.`,
    enter: 'Digitar o código',
    again: 'Enviar outro código',
    codeTitle: 'Confirmar seu e-mail',
    code: 'O código do e-mail',
    codeHint: (address) => `Seis dígitos, enviados para ${address}.`,
    confirm: 'Confirmar',
    confirmed: (address) =>
      say`Confirmado. A partir de agora, os e-mails sobre as suas aulas e os convites do Google Meet vão para ${strong(address)}.`,
    waitsSince: (at) => say`O código vale por um tempo (até: ${at}).`,
  },

  foreign: {
    connect: 'Conectar um calendário',
    connectGoogle: 'Usar meu Google Agenda',
    remove: 'Remover',
    title: 'Conectar um calendário',
    submit: 'Conectar',
    address: 'O endereço (iCal)',
    addressHint: 'No Outlook, Proton ou Google: endereço “secreto” ou “publicado”. Só leio quando está ocupado.',
    reading: (name) => say`Estou lendo o calendário em ${strong(name)}, e conto no que deu.`,
    followed: (name) =>
      say`Acompanho o calendário em ${strong(name)}: ninguém marca com você enquanto lá estiver ocupado.`,
    failing: (name, why) => say`Não dá para ler o calendário em ${strong(name)}. ${why}`,
    read: (name, count) =>
      count === 0
        ? say`Li o calendário em ${name}: lá você não está ocupado em nenhum momento dos próximos meses.`
        : say`Li o calendário em ${name}: ${times(count, 'período está ocupado', 'períodos estão ocupados')} lá, e ninguém marca com você neles.`,
    failed: (name, why) =>
      say`Não consigo ler o calendário em ${name}, então ele não impede ninguém de marcar com você. ${why} Continuo tentando; com ${command('calendar', 'calendário')} você pode remover.`,
    removed: say`Removido. Os horários dele estão livres de novo.`,
    why: {
      unreachable: 'Ele não responde.',
      inside: 'O endereço não é público.',
      refused: 'Ele não me deixa entrar.',
      gone: 'Não há mais nada nesse endereço.',
      'too-large': 'É grande demais.',
      'no-calendar': 'O que há lá não é um calendário.',
      'not-granted': 'Não posso mais perguntar ao Google; quem cuida do Tutorline pode liberar.',
      'not-confirmed': 'Esse endereço não está mais confirmado como seu.',
      'not-visible': 'O Google não me mostra quando você está ocupado; compartilhe com a sua organização.',
    },
  },
};
