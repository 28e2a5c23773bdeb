import { say } from '../../say.ts';
import type { chatTroubles as English } from '../en/chat-troubles.ts';

export const chatTroubles: typeof English = {
  chatTroubles: {
    slack: {
      token:
        'O Slack não aceita mais SLACK_BOT_TOKEN: o app foi desinstalado, ou o token revogado. Instale o app de novo em Install App em api.slack.com/apps; se o token for novo, configure e reinicie.',
      'app-token':
        'O Slack não aceita mais SLACK_APP_TOKEN, ou o Socket Mode está desligado. Veja Basic Information e Socket Mode em api.slack.com/apps; se criar um token novo, configure e reinicie.',
      intents: 'O Slack recusa o que o app quer ouvir. Compare o app com manifest.yml.',
      removed: 'O app foi removido do workspace. Instale de novo em Install App em api.slack.com/apps.',
      'moderation-channel':
        'O canal de moderação (SLACK_MODERATION_CHANNEL, ou o que um admin escolheu) sumiu, foi arquivado, ou o bot não está nele. Digite /invite @Tutorline lá, ou escolha outro com /tutorline administrar configurar. O que os admins devem ler fica esperando.',
    },
    discord: {
      token:
        'O Discord não aceita mais DISCORD_TOKEN: ele foi trocado. Configure o novo, que está em Bot no Developer Portal, e reinicie.',
      'app-token': 'O Discord não aceita mais DISCORD_TOKEN.',
      intents:
        'O Discord recusa um intent que o bot pede. Veja Privileged Gateway Intents em Bot no Developer Portal; o Tutorline não precisa de nenhum.',
      removed:
        'O bot não está em todos os servidores de DISCORD_SERVERS. Abra o Install Link em Installation no Developer Portal e escolha o servidor, ou tire o id de DISCORD_SERVERS.',
      'moderation-channel':
        'O canal de moderação (DISCORD_MODERATION_CHANNEL, ou o que um admin escolheu) sumiu, ou o bot não pode escrever nele. Inclua o cargo do bot no canal, ou escolha outro com /administrar configurar. O que os admins devem ler fica esperando.',
    },
    unreachable: 'Não dá para acessar no momento; tento de novo sozinho.',
    cutOff: (chat) => say`Perdi a conexão com ${chat}`,
    noChannel: (chat) => say`Não consigo escrever no canal dos admins em ${chat}`,
    text: (what) => say`${what} Nada do que devo a alguém lá se perde: espera por até um dia.`,
    recovered: (chat) => say`${chat} voltou a funcionar`,
    recoveredText: say`O que estava esperando já está a caminho.`,
  },
};
