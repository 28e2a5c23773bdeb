import { say } from '../../say.ts';
import type { propose as English } from '../en/propose.ts';

export const propose: typeof English = {
  propose: {
    title: 'Sugerir outro horário',
    submit: 'Sugerir',
    open: 'Horários livres',
    openHint: 'Até três. Ficam guardados para vocês dois até um ser aceito.',
    when: 'Outro horário',
    second: 'Um segundo horário',
    third: 'Um terceiro horário',
    typedHint: 'Até três. Ficam guardados para vocês dois até um ser aceito.',
    readBack: say`É isso que você quer dizer? Nada é sugerido até você apertar.`,
    which: say`Qual destes você quer dizer? Nada é sugerido até você apertar um.`,
    with: (times) => say`Vai junto com ${times}.`,
    sent: (other, until) =>
      say`Perguntei a ${other}. Os horários ficam guardados para vocês dois (até: ${until}); eu aviso.`,
    asked: (who, what, times, until) =>
      say`${who} sugere outro horário para ${what}: ${times}. Fica guardado para vocês dois (até: ${until}).`,
    over: (who, what) => say`${who} sugeriu outro horário para ${what}. Já está resolvido.`,
    field: (who, times, until) => say`${times} (${who}; responder até: ${until})`,
    fieldMine: (times, until) => say`${times} (sugestão sua; responder até: ${until})`,
    youTook: (at) => say`Combinado (${at}), e todo mundo fica sabendo.`,
    refused: (who, what) => say`Nenhum dos seus horários serve para ${who}: ${what}.`,
    youRefused: (other) => say`Avisei ${other} que nenhum desses serve para você.`,
    withdrawn: say`Sua sugestão foi retirada, e esses horários estão livres de novo.`,
    lapsed: (what) => say`Ninguém aceitou outro horário a tempo para ${what}.`,
    lapsedMine: (what) => say`Ninguém respondeu a tempo aos seus horários para ${what}, então estão livres de novo.`,
    staysAt: say`Fica como estava.`,
    tryAgain: say`Você ainda pode sugerir outros.`,
  },
};
