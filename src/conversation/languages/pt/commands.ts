import type { CommandsInWords } from '../command-words.ts';

const states = {
  requested: 'Em espera',
  confirmed: 'Confirmada',
  started: 'Em andamento',
  ended: 'Encerrada',
  declined: 'Recusada',
  expired: 'Expirada',
  cancelled: 'Cancelada',
};

export const commands: CommandsInWords = {
  book: {
    name: 'marcar',
    description: 'Peça uma aula a um tutor',
    usage: '[@tutor] [matéria] [quando] [toda semana, 10 vezes]',
    options: {
      tutor: { name: 'tutor', description: 'Com quem? Deixe vazio para perguntar a todos os tutores da matéria' },
      subject: { name: 'matéria', description: 'O que você quer estudar?' },
      when: { name: 'quando', description: 'Por exemplo: amanhã às 17h, terça às 9h30, 2026-12-01 17:00' },
      length: {
        name: 'duração',
        description: 'Quanto tempo?',
        choices: {
          '30': '30 minutos',
          '45': '45 minutos',
          '60': '1 hora',
          '90': '1 hora e 30 minutos',
          '120': '2 horas',
        },
      },
      note: { name: 'nota', description: 'Qual é o seu objetivo?' },
      repeat: {
        name: 'repetir',
        description: 'Por exemplo: toda semana, 10 vezes · a cada duas semanas até 15 de fevereiro',
      },
    },
  },
  sessions: {
    name: 'aulas',
    description: 'Suas aulas: próximas e passadas, com o que dá para fazer agora',
    usage: '[próximas|semana|passadas] [@pessoa]',
    options: {
      which: {
        name: 'quais',
        description: 'Próximas, os próximos sete dias, ou passadas?',
        choices: { upcoming: 'Próximas', week: 'Semana', past: 'Passadas' },
      },
      person: { name: 'pessoa', description: 'Só as que são com esta pessoa' },
    },
  },
  tutors: {
    name: 'tutores',
    description: 'Quem ensina o quê, quando tem horário livre, e aulas em grupo',
    usage: '[matéria]',
    options: { subject: { name: 'matéria', description: 'Só os tutores desta matéria' } },
  },
  teach: {
    name: 'ensinar',
    description: 'Vire tutor, mude o que você oferece, pause, ou abra uma aula em grupo',
    usage: '[pausar|retomar|grupo|plantão|enquete|modelos|horas]',
    options: {
      what: {
        name: 'opção',
        description: 'Mudar, pausar, retomar, uma aula em grupo, modelos, ou a declaração das suas horas',
        choices: {
          change: 'Mudar',
          pause: 'Pausar',
          resume: 'Retomar',
          group: 'Grupo',
          office: 'Plantão de dúvidas',
          poll: 'Enquete',
          templates: 'Modelos',
          statement: 'Horas',
        },
      },
    },
  },
  availability: {
    name: 'disponibilidade',
    description: 'Para tutores: seu horário da semana, dias de folga e regras',
    usage: '[seg-sex 16-19 | folga 24 dez - 2 jan | extra sáb 10-12]',
    options: {
      change: { name: 'mudança', description: 'Por exemplo: seg-sex 16-19, folga 24 dez - 2 jan, extra sáb 10-12' },
    },
  },
  free: {
    name: 'livre',
    description: 'Para tutores: diga que você pode ajudar quem precisar agora',
    usage: '[até]',
    options: {
      until: { name: 'até', description: 'Até quando? Por exemplo: 18h, por 2 horas. Se deixar vazio, uma hora' },
    },
  },
  now: {
    name: 'agora',
    description: 'Peça ajuda agora a um tutor disponível',
    usage: '[matéria]',
    options: { subject: { name: 'matéria', description: 'Você precisa de ajuda com o quê?' } },
  },
  settings: {
    name: 'ajustes',
    description: 'Seus lembretes, idioma, fuso e horas de silêncio; seus dados, e como apagar',
    usage: '[silêncio|bloqueios|dados|apagar]',
    options: {
      what: {
        name: 'opção',
        description: 'Mudar, silêncio, quem você bloqueou, tudo o que guardei sobre você, ou apagar',
        choices: { change: 'Mudar', quiet: 'Silêncio', blocked: 'Bloqueios', data: 'Dados', delete: 'Apagar' },
      },
    },
  },
  link: {
    name: 'vincular',
    description: 'Seja uma pessoa só no Slack e no Discord: peça um código ou digite o que recebeu',
    usage: '[código]',
    options: { code: { name: 'código', description: 'O código do seu outro chat. Deixe vazio para receber um' } },
  },
  timezone: {
    name: 'fuso',
    description: 'Diga onde você está, para os horários serem os seus',
    usage: '[cidade ou fuso]',
    options: { zone: { name: 'fuso', description: 'Uma cidade ou um fuso, como São Paulo ou America/Manaus' } },
  },
  calendar: {
    name: 'calendário',
    description: 'Suas aulas no seu próprio calendário',
    usage: '',
    options: {},
  },
  credits: {
    name: 'créditos',
    description: 'Quantas aulas você ainda tem, e até quando',
    usage: '',
    options: {},
  },
  observer: {
    name: 'acompanhante',
    description: 'Alguém, como a sua mãe, que vê as suas aulas; e de quem você vê',
    usage: '[@pessoa]',
    options: { person: { name: 'pessoa', description: 'Quem vai ver? Deixe vazio para saber quem já vê' } },
  },
  meet: {
    name: 'reunir',
    description: 'Para tutores: uma aula com alguém, começando agora',
    usage: '[@pessoa] [plataforma]',
    options: {
      person: { name: 'pessoa', description: 'Com quem você quer se reunir?' },
      platform: { name: 'plataforma', description: 'Onde? Deixe vazio para o lugar de sempre' },
    },
  },
  tutoring: {
    name: 'administrar',
    description: 'Para admins: como estão as plataformas de reunião, e as aulas de todos',
    usage:
      '[status|aulas|relatório|exportar|importar|tutores|pessoas|matérias|marcar|registro|feriados|configurar|créditos|acompanhantes|bloqueios|declaração|programa]',
    options: {},
    words: {
      status: {
        name: 'status',
        description: 'Como estão as plataformas de reunião, e as regras',
        usage: '',
        options: {},
      },
      sessions: {
        name: 'aulas',
        description: 'Encontre aulas, futuras e passadas, e decida sobre elas',
        usage: '[@pessoa] [situação] [dia]',
        options: {
          person: { name: 'pessoa', description: 'Só as desta pessoa' },
          state: { name: 'situação', description: 'Só as que estão assim', choices: states },
          day: { name: 'dia', description: 'Por exemplo: hoje, 3 dez, 2026-11-24, 1-15 dez' },
        },
      },
      setup: {
        name: 'configurar',
        description: 'O canal de moderação deste servidor ou workspace, e o idioma dele',
        usage: '[#canal] [idioma]',
        options: {
          channel: {
            name: 'canal',
            description: 'Onde os admins leem o que precisa deles; antes me deixe escrever lá',
          },
          language: { name: 'idioma', description: 'Em que idioma os cartões são escritos lá' },
        },
      },
      report: {
        name: 'relatório',
        description: 'Aulas, horas, respostas, faltas e avaliações em números',
        usage: '[semana|mês|período]',
        options: {
          period: {
            name: 'período',
            description: 'De quanto tempo?',
            choices: { week: 'Semana', month: 'Mês', term: 'Período letivo' },
          },
        },
      },
      export: {
        name: 'exportar',
        description: 'As aulas em um arquivo para as suas planilhas',
        usage: '[dias]',
        options: {
          days: { name: 'dias', description: 'Por exemplo: 1-30 nov. Se deixar vazio, o último ano e tudo o que vem' },
        },
      },
      import: {
        name: 'importar',
        description: 'Pessoas, tutores, matérias e horários de uma tabela',
        usage: '',
        options: { file: { name: 'arquivo', description: 'Um arquivo CSV. Se deixar vazio, cole a tabela' } },
      },
      tutors: {
        name: 'tutores',
        description: 'Todos os tutores: aprovar, pausar, limitar ou remover',
        usage: '[@tutor]',
        options: { tutor: { name: 'tutor', description: 'Só este' } },
      },
      people: {
        name: 'pessoas',
        description: 'Uma pessoa, as aulas dela, e se ela pode pedir alguma',
        usage: '[@pessoa]',
        options: { person: { name: 'pessoa', description: 'Quem?' } },
      },
      subjects: {
        name: 'matérias',
        description: 'O que é ensinado aqui: nomes, outros nomes, e duas que viram uma',
        usage: '',
        options: {},
      },
      book: {
        name: 'marcar',
        description: 'Peça uma aula para um estudante',
        usage: '[@estudante] [@tutor]',
        options: {
          learner: { name: 'estudante', description: 'Para quem?' },
          tutor: { name: 'tutor', description: 'Com quem? Se deixar vazio, com quem estiver livre' },
          subject: { name: 'matéria', description: 'O que a pessoa vai estudar?' },
          when: { name: 'quando', description: 'Por exemplo: amanhã às 17h, 2026-12-01 17:00' },
          length: {
            name: 'duração',
            description: 'Quanto tempo?',
            choices: {
              '30': '30 minutos',
              '45': '45 minutos',
              '60': '1 hora',
              '90': '1 hora e 30 minutos',
              '120': '2 horas',
            },
          },
          note: { name: 'nota', description: 'Qual é o objetivo da pessoa?' },
        },
      },
      audit: {
        name: 'registro',
        description: 'O que foi feito aqui, por quem e quando',
        usage: '[@pessoa] [dia]',
        options: {
          person: { name: 'pessoa', description: 'Só o que esta pessoa fez' },
          day: { name: 'dia', description: 'Por exemplo: hoje, 3 dez, 1-15 dez' },
        },
      },
      holidays: { name: 'feriados', description: 'Feriados e períodos letivos', usage: '', options: {} },
      credits: {
        name: 'créditos',
        description: 'Quem tem quantas aulas; dar mais, e as regras',
        usage: '[@pessoa]',
        options: { person: { name: 'pessoa', description: 'De quem? Deixe vazio para ver todos' } },
      },
      observers: {
        name: 'acompanhantes',
        description: 'Quem vê as aulas de quem; confirmar, definir e encerrar',
        usage: '',
        options: {},
      },
      blocks: {
        name: 'bloqueios',
        description: 'Quem os admins deixam de fora, como a pessoa volta, e quem evita quem',
        usage: '',
        options: {},
      },
      statement: {
        name: 'declaração',
        description: 'Uma declaração do que um tutor ensinou, em um arquivo',
        usage: '[@tutor] [período]',
        options: {
          person: { name: 'tutor', description: 'De quem?' },
          period: { name: 'período', description: 'Por exemplo: setembro, 2026-09, 1 set - 15 out' },
        },
      },
      programme: {
        name: 'programa',
        description: 'Forme duplas para um período, e veja quem deixou de se encontrar',
        usage: '[nome]',
        options: { name: { name: 'nome', description: 'Qual? Deixe vazio para ver todos' } },
      },
      help: { name: 'ajuda', description: 'O que os admins podem fazer aqui', usage: '', options: {} },
    },
  },
  help: {
    name: 'ajuda',
    description: 'O que eu faço, e como se digita',
    usage: '',
    options: {},
  },
};
