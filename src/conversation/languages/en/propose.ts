import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';

/** Other times that one side suggests and the other answers. */
export const propose = {
  propose: {
    title: 'Suggest another time',
    submit: 'Suggest',
    open: 'Open times',
    openHint: 'Up to three. Both of you are kept free until one is taken.',
    when: 'Another time',
    second: 'A second time',
    third: 'A third time',
    typedHint: 'Up to three. Both of you are kept free until one is taken.',
    readBack: say`Is that what you mean? Nothing is suggested until you press it.`,
    which: say`Which of these do you mean? Nothing is suggested until you press one.`,
    with: (times: Text): Text => say`It goes out together with ${times}.`,
    sent: (other: string, until: Span): Text =>
      say`I’ve asked ${other}. Until ${until} you’re both kept free then; you’ll hear from me.`,
    asked: (who: string, what: Text, times: Text, until: Span): Text =>
      say`${who} suggests another time for ${what}: ${times}. You’re both kept free then (until ${until}).`,
    over: (who: string, what: Text): Text => say`${who} suggested another time for ${what}. That’s settled now.`,
    field: (who: string, times: Text, until: Span): Text => say`${times} (${who}; to be answered by ${until})`,
    fieldMine: (times: Text, until: Span): Text => say`${times} (suggested by you; to be answered by ${until})`,
    youTook: (at: Span): Text => say`Agreed (${at}), and everybody hears of it.`,
    refused: (who: string, what: Text): Text => say`${who} can’t take any of your times for ${what}.`,
    youRefused: (other: string): Text => say`I’ve told ${other} that none of these works for you.`,
    withdrawn: say`Your suggestion is taken back, and those times are free again.`,
    lapsed: (what: Text): Text => say`Nobody took another time in time for ${what}.`,
    lapsedMine: (what: Text): Text => say`Your times for ${what} weren’t answered in time, so they’re free again.`,
    staysAt: say`It stays as it was.`,
    tryAgain: say`You can still suggest others.`,
  },
};
