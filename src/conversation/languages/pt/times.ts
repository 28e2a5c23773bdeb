const FORMS = new Intl.PluralRules('pt-BR');

/** "1 aula", "2 aulas"; and of none as of one: "0 aula". */
export const times = (count: number, one: string, many: string): string =>
  `${count} ${FORMS.select(count) === 'one' ? one : many}`;
