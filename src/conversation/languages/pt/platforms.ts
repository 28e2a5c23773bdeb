import type { platforms as English } from '../en/platforms.ts';

export const platforms: typeof English = {
  platformFailures: {
    'not-set-up': (it) => `${it} não está mais configurada. Inclua em MEETING_PLATFORMS, ou deixe de fora de vez.`,
    'bad-credentials': (it) =>
      `${it} não aceita as credenciais. Confira nas configurações; podem ter vencido ou sido revogadas.`,
    'missing-permission': (it) =>
      `Falta ao aplicativo uma permissão (scope) em ${it}. Inclua onde ele está registrado, ou no cargo do bot no servidor do Discord (as salas de voz precisam de View Channels, Manage Channels e Connect). npm run doctor diz qual.`,
    'not-in-server': (it) =>
      `Nem todas as pessoas da aula estão em um mesmo servidor meu no ${it}. Nada a fazer: elas se encontram em outro lugar.`,
    'too-many-rooms': (it) =>
      `Não cabem mais canais no servidor do ${it} (no máximo 500). Apague os que ninguém usa; os das aulas eu removo quando elas acabam.`,
    'no-link': (it) =>
      `A conta não recebe links de vídeo de ${it}. Ative para ela, ou use uma que tenha; uma conta de serviço precisa de GOOGLE_SUBJECT.`,
    'needs-paid-plan': (it) =>
      `O plano da conta em ${it} não inclui isso. Faça um upgrade, ou escolha outra plataforma.`,
    'no-such-host': (it) => `${it} não conhece uma conta ou um calendário das configurações. Corrija o nome.`,
    'no-host-free': (it) => `Todos os anfitriões de ${it} estavam ocupados nesse horário. Inclua mais em ZOOM_HOSTS.`,
    refused: (it) => `${it} recusou o pedido. Confira as configurações da conta.`,
    'rate-limited': (it) => `${it} pediu para ir mais devagar. Nada a fazer: vou tentar de novo.`,
    'quota-used-up': (it) =>
      `O limite de hoje em ${it} acabou. Amanhã volta a funcionar; mais anfitriões aumentam o limite.`,
    gone: (it) => `A reunião foi apagada em ${it}.`,
    'in-progress': (it) => `Há gente na reunião em ${it}.`,
    'wrong-address': (it) => `${it} não está nesse endereço. Corrija o endereço nas configurações.`,
    'bad-certificate': (it) => `O certificado de ${it} não é confiável, ou venceu. Renove nesse servidor.`,
    unreachable: (it) => `Não dá para acessar ${it}. Confira a página de status e a sua rede.`,
    'timed-out': (it) => `${it} não respondeu a tempo. Confira a página de status.`,
    broken: (it) => `${it} está fora do ar. Confira a página de status.`,
    'not-understood': (it) => `Não entendi a resposta de ${it}. Veja o log.`,
  },
};
