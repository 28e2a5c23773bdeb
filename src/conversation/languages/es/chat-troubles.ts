import { say } from '../../say.ts';
import type { Words } from '../language.ts';

export const chatTroubles: Pick<Words, 'chatTroubles'> = {
  chatTroubles: {
    slack: {
      token:
        'Slack ya no acepta SLACK_BOT_TOKEN: se desinstaló la aplicación o se revocó el token. Vuelve a instalarla en Install App de api.slack.com/apps; si el token es nuevo, configúralo y reinicia.',
      'app-token':
        'Slack ya no acepta SLACK_APP_TOKEN, o Socket Mode está desactivado. Mira Basic Information y Socket Mode en api.slack.com/apps; si creas un token nuevo, configúralo y reinicia.',
      intents: 'Slack rechaza lo que la aplicación quiere oír. Compárala con manifest.yml.',
      removed:
        'Se quitó la aplicación del espacio de trabajo. Vuelve a instalarla en Install App de api.slack.com/apps.',
      'moderation-channel':
        'El canal de moderación (SLACK_MODERATION_CHANNEL, o el que eligió un admin) ya no existe, está archivado o el bot no está en él. Escribe allí /invite @Tutorline, o elige otro con /tutorline tutorías configurar. Lo que los administradores deben leer espera hasta entonces.',
    },
    discord: {
      token:
        'Discord ya no acepta DISCORD_TOKEN: se restableció. Configura el nuevo, que está en Bot del Developer Portal, y reinicia.',
      'app-token': 'Discord ya no acepta DISCORD_TOKEN.',
      intents:
        'Discord rechaza un intent que pide el bot. Mira Privileged Gateway Intents en Bot del Developer Portal; Tutorline no necesita ninguno.',
      removed:
        'El bot no está en todos los servidores de DISCORD_SERVERS. Abre el Install Link en Installation del Developer Portal y elige el servidor, o quita su id de DISCORD_SERVERS.',
      'moderation-channel':
        'El canal de moderación (DISCORD_MODERATION_CHANNEL, o el que eligió un admin) ya no existe o el bot no puede escribir en él. Añade allí el rol del bot, o elige otro con /tutorías configurar. Lo que los administradores deben leer espera hasta entonces.',
    },
    unreachable: 'Ahora mismo no responde; lo vuelvo a intentar por mi cuenta.',
    cutOff: (chat) => say`He perdido el acceso a ${chat}`,
    noChannel: (chat) => say`No puedo escribir en el canal de administración de ${chat}`,
    text: (what) => say`${what} No se pierde nada de lo que debo allí: espera hasta un día.`,
    recovered: (chat) => say`${chat} vuelve a funcionar`,
    recoveredText: say`Lo que esperaba allí ya va en camino.`,
  },
};
