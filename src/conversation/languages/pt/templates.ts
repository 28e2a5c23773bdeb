import { say } from '../../say.ts';
import type { templates as English } from '../en/templates.ts';

export const templates: typeof English = {
  template: {
    listTitle: 'Seus modelos',
    none: say`Um modelo é um tipo de aula com duração, plano e perguntas próprios. Quem marca com você escolhe um deles.`,
    title: 'Um modelo',
    submit: 'Salvar',
    name: 'Nome',
    namePlaceholder: 'Correção de redação',
    length: 'Duração',
    agenda: 'Plano',
    questions: 'Perguntas',
    questionsHint: 'Uma por linha, no máximo cinco. Com um * a resposta é obrigatória.',
    questionsPlaceholder: 'Qual é o assunto? *',
    places: 'Vagas, se for em grupo',
    placesHint: 'Deixe vazio para uma pessoa só. Com 4-8 você abre com ele uma aula em grupo.',
    forMany: (length, places) => say`${length} · aula em grupo, ${places} vagas`,
    option: (name, length) => `${name} · ${length}`,
    asks: (tutor, name) => say`Para “${name}”, ${tutor} quer saber umas coisas antes. Ainda não enviei nada.`,
    send: 'Continuar',
  },
};
