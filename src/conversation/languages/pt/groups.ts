import { command, say, strong } from '../../say.ts';
import type { groups as English } from '../en/groups.ts';
import { times } from './times.ts';

export const groups: typeof English = {
  group: {
    title: (subject, tutor) => say`Aula em grupo: ${subject} com ${tutor}`,
    listTitle: 'Aulas em grupo',
    none: say`Nenhuma aula em grupo está aberta no momento.`,
    open: say`Aperte “Quero uma vaga” para participar. Os detalhes chegam por mensagem direta.`,
    full: say`Todas as vagas foram preenchidas. Entre na lista de espera: quando alguém desiste, entra o próximo.`,
    youTeach: say`Quem dá a aula é você.`,
    youAreIn: say`Sua vaga está garantida.`,
    placeCameFree: say`Abriu uma vaga, e ela é sua. Se não puder vir, aperte “Desistir da vaga”: entra o próximo.`,
    youWait: (number) =>
      say`Você é o número ${number} da lista de espera. Quando alguém desistir, você avança, e eu aviso.`,
    notIn: say`Você não está mais nesta aula.`,
    notInThat: (what) => say`Você não está mais nesta: ${what}`,
    openedByYou: say`Você abriu esta aula em grupo.`,
    openedBy: (who) => say`${who} abriu esta aula em grupo.`,
    tooFew: say`Pouca gente se inscreveu, então a aula foi cancelada.`,
    tooFewNews: (what) => say`Pouca gente se inscreveu, então a aula foi cancelada: ${what}`,

    places: 'Vagas',
    taken: (taken, capacity) => say`${taken} de ${capacity} preenchidas`,
    waiting: (count) => say`${count} na lista de espera`,
    atLeast: (minimum, by) => say`pelo menos ${minimum} (prazo: ${by}), ou a aula é cancelada`,
    signedUp: 'Inscritos',
    nobodyYet: 'ninguém ainda',
    others: (count) => `mais ${count}`,

    enrolled: say`Sua vaga está garantida. Os detalhes chegam por mensagem direta.`,
    leaveTitle: 'Desistir do curso',
    leaveThis: (when) => `Só ${when}`,
    leftLate: say`Foi em cima da hora, então fica registrado, e os admins veem.`,
    youTookOut: (what) => say`A vaga foi liberada, e já avisei a pessoa (${what}).`,
    takenOut: (who, what) => say`${strong(who)} tirou você de uma aula em grupo (${what}).`,
    left: (what) => say`Você desistiu da vaga: ${what}`,
    waitsNoMore: (what) => say`Você não espera mais por uma vaga: ${what}`,
    announced: say`Estou anunciando neste canal.`,
    announcedAlready: say`Já está anunciada neste canal.`,
    opened: say`Está aberta, e estou anunciando neste canal.`,
    openedUnseen: say`Está aberta. Ainda não foi anunciada em nenhum canal: digite ${command('tutors', 'tutores')} em um deles e aperte “Anunciar aqui”. Até lá, dá para encontrar em “Achar um tutor”.`,
    notAnnounced: say`Não posso anunciar lá`,
    notAnnouncedText: {
      slack: (subject) =>
        say`No Slack só escrevo em canais em que estou (${subject}). Digite /invite @Tutorline nesse canal, depois /tutorline tutores, e aperte “Anunciar aqui”.`,
      discord: (subject) =>
        say`Não posso ver esse canal ou escrever nele (${subject}). Peça a um admin que libere, depois digite /tutores lá e aperte “Anunciar aqui”.`,
    },

    askTutor: say`Leva dez segundos. Só os admins veem sua nota e seu comentário; as anotações são para todo mundo que participou.`,
    notes: 'Anotações que todos os participantes leem',
    missing: 'Quem não veio?',
    missingHint: 'Deixe vazio se todo mundo veio.',
    nobodyCame: 'Ninguém veio',
    disputed: say`Vocês dizem coisas diferentes sobre a aula ter acontecido. Perguntei aos admins: eles decidem, e você lê aqui. Até lá, essas avaliações não contam.`,
    endAsked: (subject) =>
      say`Encerrar ${subject} para todo mundo? O link deixa de funcionar aqui, e pergunto a todos como foi.`,
    recordingAsked: say`Só é gravada se todo mundo concordar. Cada um recebe a gravação, e pode mudar de ideia até o início.`,
    recordingOn: say`Todo mundo concordou: a aula vai ser gravada.`,
  },

  openGroup: {
    title: 'Abrir aula em grupo',
    submit: 'Continuar',
    tutor: 'Quem dá a aula?',
    subject: 'Matéria',
    when: 'Quando',
    length: 'Duração',
    places: 'Vagas',
    placesHint: 'Quantas pessoas cabem. Com 4-8, acontece se pelo menos 4 se inscreverem.',
    placesPlaceholder: '8 ou 4-8',
    note: 'Qual é o assunto?',
    notePlaceholder: 'Para as pessoas saberem se é para elas',
    previewTitle: 'É isso mesmo?',
    preview: (subject, tutor) => say`${strong(subject)} com ${tutor}. Nada é aberto até você apertar “Abrir a aula”.`,
    whichTime: say`Qual destes você quer dizer? Ainda não abri nada.`,
    placesRead: (minimum, capacity, by) =>
      say`${capacity}. Se menos de ${minimum} se inscreverem (prazo: ${by}), a aula é cancelada e todo mundo fica sabendo.`,
    decided: 'Quando decidir',
    decidedBefore: (hours) => `Decidir ${times(hours, 'hora', 'horas')} antes`,
    platform: 'Onde se encontrar',
  },
};
