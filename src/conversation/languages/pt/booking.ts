import { say, strong } from '../../say.ts';
import type { booking as English } from '../en/booking.ts';
import { times } from './times.ts';

export const booking: typeof English = {
  book: {
    title: 'Marcar uma aula',
    submit: 'Enviar',
    fields: {
      tutor: 'Tutor',
      tutorHint: 'Qualquer tutor: pergunto a quem ensina e está livre. Fica com quem confirmar primeiro.',
      tutorUnknown: 'Ninguém com esse nome ensina aqui, ou há mais de uma pessoa. Escolha da lista.',
      begunHint: 'Preenchido com o que você digitou antes e não enviou.',
      subject: 'Matéria',
      subjectHint: (tutor, known) => `${tutor} ensina ${known}.`,
      subjectUnknownHint: (typed, tutor, known) =>
        tutor === undefined
          ? `“${typed}” não está na oferta. O que há: ${known}.`
          : `“${typed}” não está na oferta: ${tutor} ensina ${known}.`,
      noSubjectsHint: 'Ninguém ensina aqui ainda.',
      when: 'Quando',
      whenHint: 'Deixe vazio para escolher entre os horários livres.',
      whenByArrangementHint: 'Horários a combinar: sugira um.',
      whenPlaceholder: 'amanhã às 17h · terça às 9h30 · 2026-12-01 17:00',
      length: 'Duração',
      note: 'Qual é o seu objetivo?',
      notePlaceholder: 'Uma dúvida, um assunto, uma meta: assim dá para preparar a aula',
      repeatHint: 'Um número de vezes, ou um dia: no máximo um ano.',
      zone: 'Sua cidade ou fuso horário',
      zonePlaceholder: 'São Paulo, Lisboa, UTC-3 …',
    },
    tutorOption: (name, rating) => (rating === '' ? name : `${name} · ${rating}`),
    previewTitle: 'É isso mesmo?',
    preview: (subject, tutor) => say`${subject} com ${tutor}. Nada é enviado até você apertar “Enviar o pedido”.`,
    previewZone: (when) => say`${strong(when)}`,
    bestIs: (tutor, why) => say`De quem está livre, ${tutor} é a melhor opção (${why}).`,
    bestLanguage: (languages) => `vocês dois usam ${languages}`,
    bestRating: (rating) => `avaliação ${rating}`,
    bestFew: (count) => `${times(count, 'aula', 'aulas')} ultimamente`,
    outsideHours: (tutor, hours) =>
      say`Está fora do horário de ${tutor} (${hours}, no relógio de lá). Você pode pedir mesmo assim.`,
    whenFor: (tutor) => `Para ${tutor}`,
    unclear: (words, read) =>
      read === undefined
        ? say`Não sei o que ${words} quer dizer.`
        : say`Entendi ${strong(read)}, mas não sei o que ${words} quer dizer.`,
    isItThis: say`É este o horário? Se não for, aperte “Mudar”.`,
    needPlace: (place) =>
      say`Não sei que horas são para “${place}”. Aperte “Mudar” e escreva no seu horário, ou com uma cidade que eu conheça.`,
    whichTime: say`Qual destes você quer dizer?`,
    needTime: (day) => say`A que horas (${day})?`,
    needDay: (time) => (time === '' ? say`Em que dia?` : say`Em que dia, às ${time}?`),
    skipped: say`Nessa noite o relógio muda, e esse horário não existe. É um destes?`,
    whichSubject: say`O que você quer estudar?`,
    chooseSubject: 'Escolha a matéria',
    zoneFirst: say`Onde você está? Sem isso não sei de que hora você fala.`,
    whichZone: say`Vários lugares combinam. Qual é o seu?`,
    chooseZone: 'Escolha o seu lugar',
    sent: say`Seu pedido foi enviado, e eu aviso assim que souber. Os detalhes estão em uma mensagem direta.`,
    noOpenTime: say`Não vejo horário livre deste tutor nas próximas semanas. Sugira um você mesmo.`,
    byArrangement: (tutor) => say`Os horários de ${tutor} são a combinar. Sugira um.`,
    nobodyOpen: say`Não vejo horário livre nas próximas semanas. Sugira um você mesmo.`,
    offerTitle: (subject, tutor, length) => say`${subject} com ${tutor}, ${length}`,
    pressATime: say`Aperte um horário para pedir.`,
    zoneNote: (place) => say`Os horários são os seus (${place}).`,
    theirZone: (tutor, place) => say`Ao lado está o relógio de ${tutor} (${place}).`,
    anyIsFree: say`Em cada um há algum tutor livre; pergunto a todos que estiverem.`,
    moreDays: 'Mais dias',
    anotherTime: 'Outro horário',
    nearby: (times) => say`Livres por perto: ${times}.`,
  },

  receipt: {
    title: 'Seu pedido foi enviado',
    files: say`Tem uma foto ou um PDF do assunto? Mande para mim aqui.`,
    toOne: (tutor, by) =>
      say`${tutor} recebe por mensagem direta (prazo para responder: ${by}). Eu aviso assim que souber.`,
    toAny: (count, by) =>
      count === 1
        ? say`Há um tutor livre nesse horário, e já perguntei (prazo para responder: ${by}). Eu aviso assim que souber.`
        : say`Há ${count} tutores livres nesse horário, e já perguntei a todos (prazo para responder: ${by}). Fica com quem confirmar primeiro. Eu aviso assim que souber.`,
  },

  request: {
    title: (learner) => say`${learner} quer uma aula com você`,
    titleAny: (learner) => say`${learner} procura um tutor`,
    confirmedAll: (confirmed, left, other) =>
      left === 0
        ? say`Você confirmou as ${confirmed}. Você e ${other} recebem os links.`
        : say`Você confirmou ${confirmed}. Você e ${other} recebem os links. ${left} não dava mais para confirmar: os cartões dizem por quê.`,
    titleAll: (learner, count) => say`${count} pedidos de ${learner}`,
    oneOfAll: (subject, when) => say`${strong(subject)}, ${when}`,
    confirmThese: (count) => `Sim, confirmar as ${count}`,
    first: say`Seria a primeira aula de vocês juntos.`,
    earlier: (count, last) => say`Vocês já tiveram ${times(count, 'aula', 'aulas')} (a última: ${last}).`,
    outsideHours: say`Está fora do seu horário da semana.`,
    answerBy: (by) => say`Responda a tempo, senão o pedido expira (prazo: ${by}).`,
    platform: 'Onde se encontrar',
    declineTitle: 'Recusar o pedido',
    declineReason: 'Por quê? Quem pediu vai ler.',
    declineReasonPlaceholder: 'Por exemplo: estou fora essa semana, tente a próxima',
    titleGone: (subject) => say`Um pedido de ${subject}`,
    youDeclined: say`Você recusou este pedido.`,
    taken: say`Outro tutor pegou este. Valeu mesmo assim!`,
    gone: say`Não está mais aberto. Valeu mesmo assim!`,
  },

  requests: {
    title: 'Seus pedidos',
    titleOf: (count) => say`Você tem ${times(count, 'pedido', 'pedidos')}`,
    text: (shown, count) =>
      shown === count
        ? say`Chegaram muitos de uma vez, então estão todos nesta lista. Abra um para ler e responder.`
        : say`Chegaram muitos de uma vez, então estão em uma lista: aqui estão ${shown} de ${count}, na ordem em que chegaram. Abra um para ler e responder; cada resposta abre espaço para o próximo.`,
    confirmed: (confirmed, left) =>
      left === 0
        ? say`Você confirmou ${confirmed}. Cada um recebe os links.`
        : say`Você confirmou ${confirmed}. Cada um recebe os links. ${left} não dava mais para confirmar.`,
    none: say`Todos já têm resposta.`,
  },

  meet: {
    title: 'Reunir agora',
    submit: 'Começar',
    person: 'Com quem você quer se reunir?',
    platform: 'Onde se encontrar',
    subject: 'Conversa',
    started: (name) => say`Avisei ${name}. Vocês recebem o link por mensagem direta.`,
    asked: (name) =>
      say`Vocês dois ainda não tiveram nenhuma aula, então perguntei a ${name} antes. Assim que apertar “Entrar”, crio a sala, e o link chega para os dois.`,
    invitation: (name) => say`${name} quer se reunir com você agora`,
    invitationText: (platform, minutes) =>
      say`Em ${platform}. Vocês dois ainda não tiveram nenhuma aula, então nada acontece se você não apertar “Entrar” em ${minutes} minutos.`,
    joined: (name) => say`Você disse que sim. O link para se reunir com ${name} chega já já.`,
    invitationOver: say`Já passou: ninguém mais espera por você.`,
    now: say`Começa agora. Aperte “Entrar”.`,
    preparing: say`Começa agora. Estou criando a sala: o link chega já já.`,
  },
};
