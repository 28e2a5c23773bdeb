import { say } from '../../say.ts';
import type { propose as English } from '../en/propose.ts';

export const propose: typeof English = {
  propose: {
    title: 'Proponer otra hora',
    submit: 'Proponer',
    open: 'Horas libres',
    openHint: 'Hasta tres. Quedan reservadas para los dos hasta que se elija una.',
    when: 'Otra hora',
    second: 'Una segunda hora',
    third: 'Una tercera hora',
    typedHint: 'Hasta tres. Quedan reservadas para los dos hasta que se elija una.',
    readBack: say`¿Es eso lo que quieres decir? No se propone nada hasta que lo pulses.`,
    which: say`¿Cuál de estas es? No se propone nada hasta que pulses una.`,
    with: (times) => say`Se envía junto con ${times}.`,
    sent: (other, until) =>
      say`Se lo he preguntado a ${other}. Esas horas quedan reservadas para los dos (hasta: ${until}); te avisaré.`,
    asked: (who, what, times, until) =>
      say`${who} propone otra hora para ${what}: ${times}. Quedan reservadas para los dos (hasta: ${until}).`,
    over: (who, what) => say`${who} propuso otra hora para ${what}. Eso ya está resuelto.`,
    field: (who, times, until) => say`${times} (${who}; respuesta hasta: ${until})`,
    fieldMine: (times, until) => say`${times} (propuesta tuya; respuesta hasta: ${until})`,
    youTook: (at) => say`De acuerdo (${at}): todos reciben el aviso.`,
    refused: (who, what) => say`A ${who} no le viene bien ninguna de tus horas para ${what}.`,
    youRefused: (other) => say`Le he dicho a ${other} que ninguna te viene bien.`,
    withdrawn: say`Has retirado tu propuesta, y esas horas vuelven a estar libres.`,
    lapsed: (what) => say`Nadie eligió otra hora a tiempo para ${what}.`,
    lapsedMine: (what) => say`Nadie respondió a tiempo a tus horas para ${what}, así que vuelven a estar libres.`,
    staysAt: say`Queda como estaba.`,
    tryAgain: say`Aún puedes proponer otras.`,
  },
};
