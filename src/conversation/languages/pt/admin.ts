import { say, strong } from '../../say.ts';
import { chatName } from '../chat-name.ts';
import type { admin as English } from '../en/admin.ts';
import { times } from './times.ts';

export const admin: typeof English = {
  tutoring: {
    statusTitle: 'Plataformas de reunião',
    desks: { sessions: 'Aulas e relatórios', people: 'Pessoas e matérias' },
    sessionsTitle: 'Próximas aulas de todos',
    pastTitle: 'Aulas passadas de todos',
    foundTitle: 'Aulas de todos',
    dayLabel: 'Dias',
    dayHint: 'Por exemplo: hoje, 3 dez, 2026-11-24, 1-15 dez',
    none: say`Nenhuma aula marcada.`,
    nonePast: say`Nenhuma aula terminou ainda.`,
    line: (subject, learner, tutor) => say`${strong(subject)}: ${learner} com ${tutor}`,
    works: (account) => say`Funciona, como ${account}.`,
    notSetUp: say`Não configurada.`,
    notChecked: (account) => say`Não verificada: ${account} não tem nada que eu possa consultar.`,
    fails: (why) => say`Não funciona. ${why}`,
    failsSince: (at) => say`Começou a falhar ${at}.`,
    calls: (calls, failures) => say`${times(calls, 'chamada', 'chamadas')}, ${times(failures, 'falha', 'falhas')}`,
    lastFailure: (why, at) => say`Última falha ${at}: ${why}`,
    left: {
      second: (of, remaining) => say`${of}: ${remaining} neste segundo`,
      minute: (of, remaining) => say`${of}: ${remaining} neste minuto`,
      day: (of, remaining) => say`${of}: ${remaining} hoje`,
    },
    writesLeft: (count) => say`reuniões para criar ou mudar: ${count} hoje`,
    lastWebhook: (at) => say`último recebido ${at}`,
    noWebhook: say`nenhum recebido ainda`,
    attendanceSeen: (platform) => say`de ${platform}`,
    attendanceByClock: say`só pelos botões e pelo relógio`,
  },

  digest: {
    title: (day) => say`Bom dia! Hoje é ${day}`,
    nothingWaits: say`Nada espera um admin.`,
    waits: say`Isto espera um admin:`,
    lines: {
      unanswered: (count) => say`• ${times(count, 'pedido', 'pedidos')} sem resposta`,
      'series-unanswered': (count) => say`• ${times(count, 'série', 'séries')} de aulas sem resposta`,
      disputed: (count) => say`• ${times(count, 'aula', 'aulas')} sem ninguém saber o que aconteceu`,
      complaint: (count) => say`• ${times(count, 'denúncia', 'denúncias')} sobre alguém`,
      application: (count) => say`• ${times(count, 'pessoa que quer', 'pessoas que querem')} dar aulas`,
      'platform-trouble': (count) => say`• ${times(count, 'plataforma', 'plataformas')} fora do ar`,
    },
    links: {
      unanswered: (count) => `Pedidos (${String(count)})`,
      'series-unanswered': (count) => `Séries inteiras (${String(count)})`,
      disputed: (count) => `A decidir (${String(count)})`,
      complaint: (count) => `Denúncias (${String(count)})`,
      application: (count) => `Candidaturas (${String(count)})`,
      'platform-trouble': (count) => `Plataformas (${String(count)})`,
    },
    yesterday: 'Ontem',
    today: 'Hoje',
    none: say`Nenhuma aula.`,
    was: (tookPlace, missed, open, calledOff) =>
      say`Aconteceram: ${tookPlace}; com falta de alguém: ${missed}; sem ninguém dizer nada ainda: ${open}; canceladas: ${calledOff}.`,
    more: (count) => say`e mais ${count}`,
  },

  setup: {
    title: 'Canal de moderação',
    chosen: say`Está escolhido: o que precisa de um admin chega lá.`,
    none: say`Nenhum foi escolhido ainda, então ninguém fica sabendo do que precisa de um admin.`,
    howSlack: say`Para escolher um, digite nele /invite @Tutorline e depois /tutorline administrar configurar com o #nome. Os cartões são os mesmos em todos os workspaces e servidores da sua organização.`,
    howDiscord: say`Para escolher um, me deixe ver o canal e escrever nele (Editar canal, Permissões: Ver canal, Enviar mensagens e Inserir links) e depois use /administrar configurar com ele. Os cartões são os mesmos em todos os workspaces e servidores da sua organização.`,
    welcomeTitle: say`Vou trazer para cá o que precisa de um admin`,
    welcome: (admin) =>
      say`${admin} escolheu este canal. Pedidos sem resposta, aulas que ninguém consegue resolver, avaliações baixas e tudo o que falhar chegam aqui, com botões. Só os admins podem apertar; quem está aqui pode ler, então mantenha o canal privado.`,
  },

  application: {
    title: (who) => say`${who} quer dar aulas`,
    text: say`Ninguém pode marcar com a pessoa antes de um admin dizer que sim. Ela vai ler quem foi.`,
    approvedBy: (who) => say`${who} disse que sim: já dá para marcar com a pessoa.`,
    refusedBy: (who) => say`${who} disse que não. A pessoa pode mudar a oferta e se candidatar de novo.`,
    bio: 'Sobre a pessoa',
    hours: 'Quando',
    asked: (who) => `${who} perguntou`,
    answered: (who) => `${who} respondeu`,
    ask: { title: 'Fazer uma pergunta', label: 'O que você quer saber?' },
    refuse: { title: 'Dizer que não', label: 'Por quê? A pessoa vai ler' },
    answer: { title: 'Sua resposta', label: 'Os admins vão ler' },
    sent: say`Os admins já podem ler.`,
    done: {
      approved: (who) => say`Já dá para marcar com ${who}, que lê que foi você.`,
      asked: (who) => say`Perguntei a ${who}: a resposta chega no cartão.`,
      refused: (who) => say`${who} lê o motivo, e que foi você.`,
    },
    news: {
      approved: (who) => say`${who} disse que sim à sua oferta: os estudantes já podem marcar com você.`,
      asked: (who) => say`${who} quer saber uma coisa sobre a sua oferta:`,
      refused: (who) => say`${who} disse que não à sua oferta, por enquanto. Você pode mudar e se candidatar de novo:`,
    },
  },

  whoAsks: {
    title: 'Quem pode pedir',
    submit: 'Salvar',
    label: 'Cargo ou grupo de usuários',
    labelHint: 'O id, deste servidor ou workspace. Vazio: todo mundo pode pedir aulas.',
    tutors: 'Cargo para tutores',
    tutorsHint: 'O id. Só no Discord: dou o cargo a quem é aprovado como tutor. Vazio: nenhum.',
    notGiven: (chat) => say`Não posso dar o cargo aos tutores em ${chat}.`,
    notGivenText: (role) =>
      say`É o cargo com o id ${role}. Preciso da permissão Gerenciar cargos, e de um cargo meu acima dele nas configurações do servidor. Até lá, outra pessoa precisa dar.`,
    all: say`Salvo. Aqui todo mundo pode pedir aulas.`,
    some: say`Salvo. Daqui só essas pessoas e os admins podem pedir aulas.`,
  },

  complained: {
    title: (name) => say`Alguém denunciou ${name}.`,
    text: (days) =>
      say`A pessoa não fica sabendo quem denunciou. “Advertir” manda a ela um recado gentil, “Pausar” não a deixa começar nada de novo por ${String(days)} dias, “Bloquear no Tutorline” tira a pessoa de tudo.`,
    by: (name) => say`Quem denunciou foi ${strong(name)}. Guarde isso para você.`,
    now: {
      talking: (by) => say`${strong(by)} está conversando com a pessoa.`,
      warned: (by) => say`${strong(by)} advertiu a pessoa.`,
      paused: (by) => say`${strong(by)} colocou a pessoa em pausa.`,
      blocked: (by) => say`${strong(by)} bloqueou a pessoa no Tutorline.`,
      dismissed: (by) => say`${strong(by)} descartou a denúncia.`,
      readmitted: (by) => say`${strong(by)} deixou a pessoa voltar.`,
    },
    done: {
      talking: say`O cartão agora diz que você está conversando com a pessoa.`,
      warned: say`A pessoa recebeu uma advertência gentil.`,
      paused: say`A pessoa está em pausa, e lê até quando.`,
      blocked: say`A pessoa está bloqueada. O que ela tinha marcado foi cancelado, e os outros ficam sabendo.`,
      dismissed: say`Descartada.`,
      readmitted: say`A pessoa pode me usar de novo, e recebe o aviso.`,
    },
  },

  blocks: {
    title: 'Bloqueios',
    nobody: say`Ninguém está bloqueado, e ninguém evita ninguém.`,
    blocked: (name) => say`Bloqueio no Tutorline: ${strong(name)}.`,
    paused: (name, until) => say`${strong(name)} está em pausa (até: ${until}).`,
    apart: (one, other) =>
      say`${strong(one)} e ${strong(other)} se evitam: nenhum dos dois encontra o outro nem marca com ele. Só quem quis assim pode desfazer.`,
  },

  moderation: {
    platformTrouble: (platform) => say`${platform} não funciona`,
    noHostFree: (platform) => say`${platform} não tinha anfitrião livre`,
    platformTroubleText: (why) =>
      say`${why} Até voltar a funcionar, uso a próxima plataforma, e nenhuma aula se perde.`,
    platformRecovered: (platform) => say`${platform} voltou a funcionar`,
    platformRecoveredText: say`As novas reuniões são criadas lá de novo.`,
    vendorSaid: 'A resposta',
    unanswered: (tutor, learner) => say`${tutor} ainda não respondeu a ${learner}`,
    sinceWhen: (at) => say`Pedido ${at}.`,
    answered: say`Aqui não há mais nada a fazer.`,
    nudged: say`Já lembrei a pessoa.`,
    lowRating: (who, stars) => say`${who} deu ${strong(stars)}`,
    lowRatingBack: (who) => say`${who} retirou uma avaliação baixa`,
    noShows: (who, count, days) => say`${who} faltou a ${times(count, 'aula', 'aulas')} em ${days} dias`,
    noShowsText: say`Nada acontece sozinho: talvez valha uma conversa.`,
    missed: 'Faltas',
    tutorPaused: (who) => say`${who} está em pausa`,
    tutorPausedText: (count) =>
      say`Deixou expirar ${count} pedidos seguidos, então ninguém pode pedir mais nada até a pessoa voltar a receber pedidos. Já expliquei a ela como.`,
    undelivered: (who) => say`Não consigo mandar mensagens diretas para ${who}`,
    undeliveredText: (chat, why) =>
      say`A resposta de ${chatName(chat)} foi: ${why}. Tento de novo assim que a pessoa me usar; até lá, ela pode ver as aulas por conta própria.`,
    left: (who, chat) => say`${who} não está mais em ${chatName(chat)}`,
    leftTutor: say`Ninguém pode pedir aula a essa pessoa até ela voltar e retomar a oferta.`,
    leftText: (sessions) =>
      sessions === 0
        ? say`Não tinha aulas marcadas.`
        : say`Já avisei as pessoas de ${times(sessions, 'aula marcada', 'aulas marcadas')}. Cancele o que não puder acontecer, ou ache outra pessoa.`,
    deadLetter: (what) => say`Desisti de ${what}`,
    deadLetters: (count) => say`Desisti de ${count} coisas`,
    deadLetterKind: (what, count) => `${what} (${count})`,
    deadLetterKinds: (kinds) => say`Foram estas: ${kinds}.`,
    deadLetterText: (why, id) => say`O último problema foi: ${why}. Está no log com o número ${id}.`,
    jobs: {
      deliver: 'enviar uma mensagem',
      mail: 'enviar um e-mail',
      'look-at-events': 'olhar calendários',
      'read-calendar': 'ler um calendário',
      'make-meeting': 'criar uma sala',
      refresh: 'atualizar mensagens',
      'update-meeting': 'mudar uma sala',
      'remove-meeting': 'apagar uma sala',
      'handle-webhook': 'um aviso de uma plataforma de reunião',
      attendance: 'perguntar quem veio',
      recordings: 'procurar uma gravação',
      'sweep-meetings': 'arrumar as salas',
    },
  },
};
