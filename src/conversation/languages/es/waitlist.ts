import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';
import type { waitlist as English } from '../en/waitlist.ts';
import { times } from '../times.ts';

export const waitlist: typeof English = {
  waitlist: {
    joined: (before: number): Text =>
      before === 0
        ? say`Te aviso en cuanto haya un hueco y te lo guardo dos horas. No hay nadie antes.`
        : say`Te aviso en cuanto haya un hueco y te lo guardo dos horas. Hay ${times(before, 'persona', 'personas')} antes.`,
    daysTitle: 'Solo algunos días',
    daysSubmit: 'Solo entonces',
    days: '¿Qué días?',
    onlyThen: (days) => say`Solo te aviso de huecos entonces: ${days}.`,
    left: say`Ya no esperas por eso.`,
    title: (subject: string, tutor: string): Text => say`Hay un hueco: ${subject} con ${tutor}`,
    kept: (until: Span): Text =>
      say`Querías saberlo. Te lo guardo hasta las ${until}; después se ofrece a la siguiente persona.`,
    over: say`Ya pasó: lo pediste, lo dejaste pasar o se ofreció a la siguiente persona.`,
  },
};
