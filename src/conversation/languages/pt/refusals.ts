import type { Text } from '../../message.ts';
import { command, join, moment, say } from '../../say.ts';
import { durationOf } from '../duration.ts';
import { quoted } from '../quoted.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { times } from './times.ts';

const NOW_THAT_IT_IS: Readonly<Record<string, string>> = {
  requested: 'Esta aula ainda está esperando resposta, então ainda não dá.',
  confirmed: 'Esta aula já está confirmada, então não fiz nada.',
  declined: 'Este pedido foi recusado nesse meio-tempo, então não fiz nada.',
  expired: 'Este pedido expirou nesse meio-tempo, então não fiz nada.',
  cancelled: 'Esta aula foi cancelada nesse meio-tempo, então não fiz nada.',
  started: 'Esta aula já começou, então não dá mais.',
};
const OVER = 'Esta aula já terminou, então não dá mais.';

const all = (items: readonly string[]): string => new Intl.ListFormat('pt-BR').format(items);
const list = (items: readonly string[]): string => new Intl.ListFormat('pt-BR', { type: 'disjunction' }).format(items);

const couldBe = (typed: string, like: readonly { readonly name: string }[]): Text =>
  say`“${typed}” pode ser ${list(like.map(({ name }) => name))}. Quem você quer dizer?`;

export const refusals: RefusalWords = {
  'unclear-time': ({ words }) =>
    say`Não sei o que ${quoted(words)} quer dizer. Tente “amanhã às 17h”, “terça 9h30” ou “2026-12-01 17:00”.`,
  'not-a-time': () =>
    say`Não entendi para quando você quer a aula. Tente “amanhã às 17h”, “terça às 9h30” ou “2026-12-01 17:00”.`,
  past: () => say`Esse horário já passou. Escolha um mais tarde.`,
  'too-far': ({ days }) => say`Dá para marcar com até ${days} dias de antecedência. Escolha um dia mais próximo.`,
  'too-long': ({ most }) => say`Ficou longo demais. Use no máximo ${most} caracteres.`,
  'length-not-offered': ({ minutes }) => say`Escolha uma destas durações: ${list(minutes.map(String))} minutos.`,
  'unknown-tutor': ({ typed, like = [] }) => {
    if (typed === '') return say`Essa pessoa não dá aulas aqui. Escolha alguém da lista ou “Qualquer tutor”.`;
    if (like.length > 1) return couldBe(typed, like);
    return say`Não sei quem é o tutor “${typed}”. Escolha alguém da lista ou “Qualquer tutor”.`;
  },
  'tutor-paused': ({ tutor }) =>
    say`${tutor} não está recebendo pedidos no momento. Escolha outra pessoa ou “Qualquer tutor”.`,
  yourself: () => say`Você não pode marcar uma aula com você. Escolha outra pessoa ou “Qualquer tutor”.`,
  'unknown-subject': ({ typed, known, tutor }) => {
    if (known.length === 0) return say`Ninguém ensina “${typed}” aqui ainda.`;
    return tutor === undefined
      ? say`“${typed}” não está entre as matérias. Você pode escolher ${list(known.slice(0, 12))}.`
      : say`“${typed}” não está na oferta: ${tutor} ensina ${all(known.slice(0, 12))}.`;
  },
  'unknown-zone': ({ typed }) =>
    say`Não conheço nenhum lugar nem fuso horário chamado “${typed}”. Tente a cidade grande mais próxima.`,
  'not-together': ({ platform }) =>
    say`Nem todo mundo está em um mesmo servidor do ${platform}, então lá não dá. Escolha outro lugar.`,
  'unknown-platform': () => say`Essa plataforma não está mais disponível. Escolha outra.`,
  'tutor-busy': ({ tutor }) => say`${tutor} já tem compromisso nesse horário. Escolha outro.`,
  'tutor-away': ({ tutor }) => say`${tutor} não atende nesse dia. Escolha outro.`,
  'tutor-full': ({ tutor, most, per }) =>
    say`${tutor} dá no máximo ${most === 1 ? 'uma aula' : `${String(most)} aulas`} ${per === 'day' ? 'por dia, e esse dia já está cheio' : 'por semana, e essa semana já está cheia'}. Escolha outro momento.`,
  'too-soon': ({ tutor, minutes }) =>
    say`${tutor} pede pelo menos ${durationOf(minutes, 'pt-BR')} de antecedência. Escolha um horário mais tarde.`,
  'outside-hours': ({ tutor }) =>
    say`Está fora do horário de ${tutor}, que não aceita pedidos para outras horas. Escolha um dos horários livres.`,
  'closed-then': ({ name }) =>
    name === undefined
      ? say`Não há aulas nesse dia: está fora do período letivo. Escolha outro dia.`
      : say`Não há aulas nesse dia (${name}). Escolha outro dia.`,
  'you-are-busy': () => say`Você já tem uma aula nesse horário. Escolha outro.`,
  'you-are-full': ({ most, per }) =>
    say`Você dá no máximo ${most === 1 ? 'uma aula' : `${String(most)} aulas`} ${per === 'day' ? 'por dia, e esse dia já está cheio' : 'por semana, e essa semana já está cheia'}. Recuse, ou aumente seu limite e confirme de novo.`,
  'you-are-too-close': ({ minutes }) =>
    say`Fica perto demais de outra aula sua: você deixa ${durationOf(minutes, 'pt-BR')} livres entre uma e outra. Recuse, ou encurte suas pausas e confirme de novo.`,
  'asked-already': ({ tutor, startsAt }, zone) =>
    say`Você já pediu uma aula a ${tutor} nesse horário (${moment(startsAt, zone)}). Aviso quando vier a resposta.`,
  'person-busy': ({ name }) => say`${name} já tem compromisso nesse horário. Escolha outro.`,
  'time-busy': ({ name, at }, zone) =>
    say`${name} já tem compromisso nesse horário (${moment(at, zone)}). Escolha outro no lugar.`,
  'observes-self': () => say`Ninguém acompanha a si mesmo. Escolha outra pessoa.`,
  'observer-already': ({ name }) => say`Já pediram a ${name}, ou a pessoa já acompanha estas aulas.`,
  'said-already': () => say`Os outros já sabem.`,
  'no-terms': () =>
    say`Nenhum período letivo foi definido. Inclua um em “Feriados e períodos letivos”, ou veja uma semana ou um mês.`,
  'request-of-series': () =>
    say`As de uma série são pedidas juntas, então esta não pode voltar sozinha. O estudante pode pedir a série de novo.`,
  'spoken-of': () => say`Alguém já disse como foi, então ela continua encerrada.`,
  'subject-gone': () => say`Essa matéria não existe mais.`,
  'subject-taken': ({ name }) => say`Outra matéria se chama ${name}. Melhor juntar as duas.`,
  silenced: () => say`Um admin parou os seus pedidos por enquanto. Converse com os admins.`,
  'still-teaches': ({ count }) =>
    say`A pessoa ainda tem ${count === 1 ? 'uma aula' : `${String(count)} aulas`} para dar. Passe adiante ou cancele antes.`,
  'teaches-no-more': () => say`Essa pessoa não dá mais aulas aqui, então nada foi feito.`,
  'not-a-number': ({ least, most }) => say`Escreva um número inteiro de ${String(least)} a ${String(most)}.`,
  'too-many-open': ({ most }) =>
    say`Aqui cada estudante pode ter ${most === 1 ? 'uma aula' : `${String(most)} aulas`} pela frente, contando os pedidos, e com esta passaria disso. Quando uma terminar ou for cancelada, dá para pedir outra.`,
  'too-many-weekly': ({ most }) =>
    say`Aqui cada estudante pode ter ${most === 1 ? 'uma aula' : `${String(most)} aulas`} por semana, e com esta passaria disso. Escolha outra semana.`,
  'no-credit': ({ needs, has, name }) => {
    const short = `${times(needs, 'aula', 'aulas')}, e para essa data ${has === 0 ? 'não resta nenhum' : `só ${has === 1 ? 'resta' : 'restam'} ${String(has)}`}`;
    return name === undefined
      ? say`Você precisa de créditos para ${short}. Peça mais a um admin; com ${command('credits', 'créditos')} você vê os que tem.`
      : say`${name} precisa de créditos para ${short}. Os admins dão mais com ${command('tutoring', 'administrar créditos')}.`;
  },
  'programme-over': () => say`Este programa acabou, então não fiz nada.`,
  'too-many-pairs': ({ most }) => say`Forme no máximo ${String(most)} duplas de uma vez.`,
  'group-stays': () => say`Um grupo fica com o seu tutor. Mude o horário ou cancele, e abra outro.`,
  'no-other-time': () =>
    say`O tutor não tem horário livre por perto. Sugira um com “Sugerir outro horário”, ou passe a aula adiante.`,
  'same-time': () => say`Já é nesse horário. Escolha outro.`,
  'too-many-times': ({ most }) => say`Escolha no máximo ${String(most)} horários.`,
  'times-over': () =>
    say`Essa sugestão não está mais aberta: foi respondida, retirada, ou o horário passou. Não fiz nada.`,
  'not-for-two': ({ hasTutor }) =>
    hasTutor
      ? say`Só dá para sugerir outro horário quando há um estudante e um tutor. Um admin pode mudar o horário desta aula.`
      : say`Nenhum tutor aceitou este pedido ainda, então não há com quem combinar. Cancele e peça outro horário.`,
  'unknown-person': ({ typed, like = [] }) => {
    if (typed === '') return say`Ainda não conheço essa pessoa. Ela precisa me usar uma vez, e aí funciona.`;
    if (like.length > 1) return couldBe(typed, like);
    return say`Não sei quem é “${typed}”. Escolha alguém da lista, ou mencione a pessoa com @. Só conheço quem já me usou.`;
  },
  'cannot-post': ({ chat }) =>
    chat === 'discord'
      ? say`Não consigo escrever lá. Em Editar canal, Permissões, libere para mim Ver canal, Enviar mensagens e Inserir links, e tente de novo.`
      : say`Não consigo escrever lá. Digite /invite @Tutorline nesse canal e tente de novo.`,
  'unknown-language': ({ known }) => say`Não falo esse idioma. Posso escrever em: ${known.join(', ')}.`,
  alone: () => say`Essa pessoa é você. Escolha outra.`,
  'nobody-free': ({ subject }) =>
    say`Nenhum tutor de ${subject} está livre nesse horário por esse tempo. Tente outro; em “Achar um tutor” você vê quando dá.`,
  'too-many-requests': ({ most }) =>
    say`Você já espera resposta a ${most === 1 ? 'um pedido' : `${String(most)} pedidos`}. Quando alguém responder, ou você cancelar um, dá para pedir de novo.`,
  'too-many-with-tutor': ({ most, tutor }) =>
    say`${tutor} ainda não respondeu ${most === 1 ? 'ao seu último pedido' : `aos seus últimos ${String(most)} pedidos`}. Espere a resposta, cancele um ou peça a outra pessoa.`,
  'too-many-invitations': ({ most }) =>
    say`Você já chamou ${String(most)} pessoas para uma reunião agora, e ninguém respondeu ainda. Espere alguém, ou tente daqui a um quarto de hora.`,
  'invited-already': ({ name }) => say`Você já chamou ${name}. A sala fica pronta assim que a pessoa apertar “Entrar”.`,
  'invitation-over': () =>
    say`Este convite já passou, então não fiz nada. Se ainda quiser conversar, aperte “Marcar uma aula”.`,
  'not-places': ({ least, most }) =>
    say`Escreva quantas pessoas cabem, por exemplo 8, ou 4-8 para pelo menos 4 de 8: de ${least} a ${most}.`,
  'in-already': () => say`Você já está nesta aula.`,
  'not-in': () => say`Você não tem vaga nesta aula, então não há do que desistir.`,
  'leave-instead': () =>
    say`Só o tutor ou um admin pode cancelar uma aula em grupo. Se não puder vir, aperte “Desistir da vaga”.`,
  'no-channel': () => say`Aqui ninguém mais lê. Digite ${command('tutors', 'tutores')} em um canal e aperte lá.`,
  'too-many-templates': ({ most }) => say`Você já tem ${most} modelos. Remova um antes, ou mude um.`,
  'too-many-questions': ({ most }) => say`No formulário cabem no máximo ${most} perguntas. Tire alguma.`,
  'template-gone': () => say`Isso não é mais oferecido. Escolha de novo.`,
  'not-as-many-times': ({ least, most }) => say`Escreva de ${least} a ${most} horários, um por linha.`,
  'poll-over': () => say`Esta enquete já acabou, então não fiz nada.`,
  'own-poll': () => say`A enquete é sua. Você escolhe o horário na mensagem direta.`,
  'nobody-asked': () =>
    say`Diga a quem perguntar: pelo nome, ou digitando o comando em um canal onde queira respostas.`,
  'office-closed': () => say`Este plantão já acabou, então não fiz nada.`,
  'office-open-already': () => say`Seu plantão já está aberto. Encerre antes de abrir outro.`,
  'own-office': () => say`O plantão é seu: você chama as pessoas pelo cartão nas suas mensagens diretas.`,
  'nobody-waits': () => say`Ninguém está esperando no momento.`,
  'nobody-free-now': () => say`Quem espera está em outra aula agora. Tente de novo daqui a pouco.`,
  'office-too-long': ({ hours }) => say`Um plantão dura no máximo ${hours} horas. Escolha um fim mais cedo.`,
  'too-quick': ({ seconds }) =>
    say`Calma, foi rápido demais. Tente de novo em ${seconds === 1 ? 'um segundo' : `${String(seconds)} segundos`}; desta vez não fiz nada.`,
  'not-a-repeat': ({ typed }) =>
    say`Não entendi “${typed}”. Escreva de quanto em quanto tempo e até quando, como “toda semana, 10 vezes” ou “a cada duas semanas até 15 de fevereiro”.`,
  'series-too-long': ({ most }) => say`Uma série tem no máximo ${most} aulas, em no máximo um ano. Escolha menos.`,
  'series-too-short': ({ least }) =>
    say`Uma série tem pelo menos ${least} aulas. Para uma só, deixe a repetição de fora.`,
  'series-taken': ({ starts }, zone) =>
    say`Não fiz nada: alguém já tem compromisso em ${starts.length === 1 ? 'um destes horários' : `${String(starts.length)} destes horários`} (${join(
      starts.slice(0, 5).map((at) => [moment(at, zone)]),
      ', ',
    )}). Olhe as datas mais uma vez.`,
  'series-goes-on': () => say`Já continua: a próxima série está marcada ou pedida.`,
  'times-suggested': () => say`Outro tutor sugeriu um horário, e o estudante ainda não respondeu.`,
  'no-address': () =>
    say`Você ainda não confirmou nenhum e-mail: informe um com ${command('settings', 'ajustes')} e digite o código que chegar.`,
  'too-many-files': ({ most }) => say`Aceito ${String(most)} arquivos de uma vez. Mande os outros depois.`,
  'file-too-large': ({ name, megabytes }) =>
    say`“${name}” é grande demais: aceito arquivos de até ${String(megabytes)} MB.`,
  'not-a-table': ({ name }) =>
    say`Não consigo ler “${name}” como tabela. Salve como CSV na sua planilha e mande esse arquivo para mim.`,
  'file-of-no-kind': ({ name }) => say`Não posso passar “${name}” adiante: aceito imagens, PDF e texto simples.`,
  'file-not-there': ({ name }) => say`Não consegui baixar “${name}”. Mande de novo; se continuar, avise um admin.`,
  'files-gone': () => say`Estes arquivos já foram passados adiante, ou não guardo mais. Para entregar, mande de novo.`,
  'talk-closed': () => say`Está fechado: uma semana depois da aula, ninguém mais se escreve por aqui.`,
  'no-messages': () => say`Sua organização desligou as mensagens.`,
  'nobody-to-write-to': () => say`Ainda não há mais ninguém nesta aula.`,
  'not-for-admins': () => say`O que as pessoas se escrevem aqui é só delas.`,
  'not-yours': () => say`Só as pessoas desta aula podem fazer isso.`,
  'only-admins': () => say`Só os admins podem fazer isso.`,
  'own-dispute': () =>
    say`Você estava nesta aula, então outro admin precisa decidir. Se não houver outro, vocês dois ainda podem se acertar na semana seguinte: basta um mudar o que disse.`,
  'only-tutors': () => say`Só tutores e admins podem fazer isso. Com “Ensinar” você vira tutor.`,
  'moved-on': ({ state }) => say`${{ kind: 'plain', text: NOW_THAT_IT_IS[state] ?? OVER }}`,
  'passed-over': ({ isTaken }) =>
    isTaken
      ? say`Outro tutor foi mais rápido e pegou este pedido, então não fiz nada. Valeu mesmo assim!`
      : say`Este pedido não está mais aberto, então não fiz nada. Valeu mesmo assim!`,
  changed: () => say`Esta aula acabou de mudar, então não fiz nada. Dê mais uma olhada.`,
  'no-such-session': () => say`Não acho essa aula, ou ela não é sua. Só as pessoas da aula podem fazer isso.`,
  'too-early': ({ opensAt }, zone) =>
    say`Ainda é cedo. Dá para fazer isso mais tarde (a partir de: ${moment(opensAt, zone)}).`,
  'too-late': () => say`Já é tarde para isso: o horário desta aula passou.`,
  'no-meeting-yet': () => say`A sala ainda não está pronta. Tente de novo em alguns segundos.`,
  'cannot-record': () => say`Esta plataforma não grava. Escolha outra com “Outra plataforma”, ou deixe assim.`,
  'rating-closed': () => say`Dá para avaliar por uma semana, e essa semana já passou.`,
  'not-a-rating': () => say`Escolha uma nota de 1 a 5.`,
  'not-a-lead': ({ typed }) =>
    typed === ''
      ? say`Escreva quando lembrar você, como 24h, 1h, 10m (no máximo uma semana antes, e seis vezes), ou “nenhum”.`
      : say`Não entendi “${typed}”. Escreva tempos como 24h, 1h, 10m (no máximo uma semana antes, e seis deles), ou “nenhum”.`,
  'not-a-week': ({ at, meant }) =>
    meant
      ? say`${meant.until} vem antes de ${meant.from}. Você quer dizer ${meant.hours24} (${meant.hours12})?`
      : say`Não entendi “${at}”. Escreva horários como seg-sex 16-19, sáb 10:00-12:30.`,
  'too-many-days': ({ most }) => say`Dá para indicar no máximo ${String(most)} dias. Remova os que não precisa.`,
  'not-a-day': ({ typed }) =>
    say`Não entendi “${typed}”. Escreva um dia, como 24 dez ou 2026-12-24, ou dois: 24 dez - 2 jan.`,
  'days-backwards': () => say`O último dia vem antes do primeiro. Dê mais uma olhada.`,
  'not-a-calendar': () =>
    say`Isso não é um arquivo de calendário. Ele precisa começar com BEGIN:VCALENDAR; cole tudo, por favor.`,
  'waiting-enough': ({ most }) => say`Você já espera por ${String(most)} coisas. Pare de esperar por uma delas antes.`,
  'place-gone': () => say`Não está mais guardado para você. Marque outro horário, ou espere de novo.`,
  'nobody-there': ({ subject }) =>
    say`Nenhum tutor de ${subject} está disponível agora. Marque uma aula: pode haver horário daqui a poucas horas.`,
  'asked-for-help': () => say`Já perguntei por você. Assim que alguém aceitar, você recebe o link.`,
  'help-over': () => say`Já passou: alguém está ajudando, ou não precisam mais de ninguém. Valeu mesmo assim!`,
  'free-too-long': ({ hours }) => say`Dá para ficar disponível por no máximo ${String(hours)} horas seguidas.`,
  'not-hours': ({ typed }) => say`Não entendi “${typed}”. Escreva horários como 14-18 ou 9:30-12, 14-16.`,
  'nothing-held': () =>
    say`Não consta nenhuma aula dada nesse tempo. As que já terminaram contam quando as pessoas dizem como foi.`,
  'period-too-long': ({ days }) => say`Uma declaração cobre no máximo ${String(days)} dias. Escolha um tempo menor.`,
  'nothing-taught': () => say`Escreva pelo menos uma matéria, e no máximo dez.`,
  'not-a-room': () => say`Isso não serve como sala. Precisa ser um endereço público https:// e sem senha.`,
  'not-an-email': ({ typed }) => say`“${typed}” não é um e-mail. Escreva um como lena@example.org, ou nada.`,
  'wrong-code': ({ left }) =>
    say`Não é o código que enviei. Veja o e-mail mais recente; você pode tentar ${left === 1 ? 'mais uma vez' : `mais ${String(left)} vezes`}.`,
  'code-over': () => say`Esse código não vale mais. Aperte “Enviar outro código” e digite o do e-mail mais recente.`,
  'no-such-code': () =>
    say`Este código não está certo, ou não vale mais. Digite /vincular no seu outro chat para ter outro (no Slack: /tutorline vincular).`,
  'too-many-guesses': ({ minutes }) => say`Códigos errados demais. Tente de novo daqui a ${String(minutes)} minutos.`,
  'linked-already': () => say`Esta conta já é sua. Digite o código no seu outro chat.`,
  'link-elsewhere': () => say`Essa conta é de outra organização, então as duas continuam separadas.`,
  'link-together': ({ subject, at }, zone) =>
    say`As duas contas têm uma aula uma com a outra (${subject}, ${moment(at, zone)}), então não podem ser uma pessoa só.`,
  'link-overlap': ({ subject, at }, zone) =>
    say`As duas contas têm uma aula no mesmo horário (${subject}, ${moment(at, zone)}). Cancele uma delas e tente de novo.`,
  'not-linked': () => say`Já são duas pessoas.`,
  'too-many-complaints': ({ most }) =>
    say`Você já fez ${String(most)} denúncias hoje. Fale com os admins, ou tente de novo amanhã.`,
  suspended: ({ until }, zone) =>
    say`Os admins colocaram você em pausa (até: ${moment(until, zone)}), então por enquanto não dá. Se tiver alguma dúvida, fale com eles.`,
  banned: () =>
    say`Os admins da sua organização bloquearam você, então não posso fazer nada por aqui. Se tiver alguma dúvida, fale com eles.`,
  'may-not-ask': () => say`Aqui só algumas pessoas podem pedir aulas, e você ainda não. Fale com os admins.`,
  'not-a-group': ({ typed }) =>
    say`“${typed}” não é um cargo nem um grupo de usuários. Copie o id, ou deixe o campo vazio para todo mundo poder pedir.`,
  'own-complaint': () => say`Esta denúncia é sobre você, então outro admin decide.`,
  'complaint-over': () => say`Esta denúncia já foi decidida.`,
  'link-apart': () => say`Uma das duas contas bloqueou a outra, então continuam separadas.`,
  'too-many-codes': ({ within }) =>
    say`Por enquanto não posso enviar mais códigos. Tente de novo ${within === 'hour' ? 'daqui a uma hora' : 'amanhã'}.`,
  'no-mail': () =>
    say`Aqui não consigo enviar e-mails, então nenhum endereço pode ser confirmado nem usado. Deixe isto vazio; um admin pode configurar o e-mail.`,
  'not-a-calendar-address': () =>
    say`Isso não pode ser lido como calendário. Precisa ser um endereço https:// público e sem senha, como o “endereço secreto no formato iCal”.`,
  'no-google-calendar': () =>
    say`Para isso preciso de um e-mail que você confirmou, e do Google configurado aqui. Informe o seu com ${command('settings', 'ajustes')} e tente de novo.`,
  'google-calendar-not-granted': () =>
    say`Não tenho permissão para perguntar ao Google quando as pessoas estão ocupadas. Peça a quem cuida do Tutorline que libere, ou conecte o calendário pelo endereço iCal.`,
  'google-calendar-not-visible': () =>
    say`O Google não me mostra quando você está ocupado. Compartilhe os horários livres e ocupados do seu calendário com a sua organização e tente de novo, ou conecte pelo endereço iCal.`,
  'google-calendar-unreachable': () => say`O Google não está respondendo agora. Tente de novo em alguns minutos.`,
  'too-many-calendars': ({ most }) => say`Dá para conectar no máximo ${most} calendários. Remova um antes.`,
  'not-an-account': ({ typed }) => say`“${typed}” não pode ser uma conta. Escreva o e-mail que você usa lá.`,
  'not-approved': () => say`Antes um admin precisa dizer que sim à sua oferta. Aviso quando disser.`,
  'aim-gone': () => say`Não está mais lá.`,
  'aims-enough': ({ most }) => say`Vocês já têm ${most} coisas pela frente: marque uma como feita antes.`,
  'not-a-tutor': () => say`Você ainda não dá aulas aqui. Aperte “Ensinar” para se oferecer.`,
  required: () => say`Preencha este campo.`,
  'not-understood': () => say`Não consegui ler isso. Escolha de novo.`,
  'draft-gone': () => say`Não tenho mais o que você digitou. Comece de novo, por favor.`,
};
