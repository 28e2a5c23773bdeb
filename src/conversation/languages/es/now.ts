import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';
import type { now as English } from '../en/now.ts';
import { times } from '../times.ts';

export const now: typeof English = {
  now: {
    title: 'Ayuda ahora',
    submit: 'Pedir',
    free: (until: Span): Text =>
      say`Hasta las ${until} estás para quien necesite ayuda. Cuando haga falta te pregunto aquí; quien pulse antes empieza la sesión.`,
    notFree: say`Ya nadie te pedirá ayuda ahora.`,
    asked: (count: number, subject: string): Text =>
      say`Hay ${times(count, 'tutor', 'tutores')} de ${subject} y ya he preguntado. En cuanto alguien acepte, recibirán aquí el enlace. Si en diez minutos nadie acepta, mejor reserva una sesión.`,
    stopped: say`Ya no pregunto a nadie.`,
    wanted: (learner: string, subject: string): Text => say`${learner} necesita ayuda ahora: ${subject}`,
    wantedText: (until: Span): Text =>
      say`Espera hasta las ${until} como mucho. Quien acepte antes empieza la sesión, de una hora a lo sumo.`,
    youHelp: (learner: string): Text => say`Ayudas a ${learner}. El enlace llega enseguida.`,
    over: say`Ya pasó: alguien está ayudando, o ya no hace falta nadie.`,
  },
};
