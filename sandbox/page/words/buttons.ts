/** What stands on the buttons of the bot's that the guide names, as whoever is played reads them. */
export const BUTTONS = {
  en: {
    send: 'Send',
    confirm: 'Confirm',
    join: 'Join',
    end: 'End the session',
    yesEnd: 'Yes, end it',
    rate: 'Rate the session',
  },
  es: {
    send: 'Enviar',
    confirm: 'Confirmar',
    join: 'Entrar',
    end: 'Terminar la sesión',
    yesEnd: 'Sí, terminarla',
    rate: 'Valorar la sesión',
  },
  pt: {
    send: 'Enviar',
    confirm: 'Confirmar',
    join: 'Entrar',
    end: 'Encerrar a aula',
    yesEnd: 'Sim, encerrar',
    rate: 'Avaliar a aula',
  },
} as const;

export type Language = keyof typeof BUTTONS;
export type Buttons = Readonly<Record<keyof (typeof BUTTONS)['en'], string>>;

/** The one of the page's languages that fits a locale best. */
export function languageOf(locale: string): Language {
  const language = locale.slice(0, 2).toLowerCase();
  return language === 'es' || language === 'pt' ? language : 'en';
}
