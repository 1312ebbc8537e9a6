import { type PracticeRecord, practiceRecord } from '@nmirf/contracts/practices/record';
import { answering } from './recommendations.js';
import { ptEn } from './texts.js';

/** Invented, plausible practices for the demonstration; they describe no real programme. */
export const practicesOfPortugal = (): readonly PracticeRecord[] => [
  practiceRecord.parse({
    originalLanguage: 'pt',
    country: 'PRT',
    title: ptEn('Um calendário único de relatórios e seguimento', 'One calendar for reports and follow-up'),
    summary: ptEn(
      'Um calendário partilhado reúne os prazos de todos os relatórios, diálogos e respostas de seguimento. Cada prazo tem uma entidade responsável, lembretes automáticos e uma reunião de preparação seis meses antes. Contacto: calendario@mecanismo.example.org, telefone 210 000 000.',
      'A shared calendar brings together the deadlines of all reports, dialogues and follow-up replies. Each deadline has a responsible entity, automatic reminders and a preparatory meeting six months before. It began on 10 January 2019. Contact: calendario@mecanismo.example.org.',
    ),
    context: ptEn('Cada ministério tinha o seu próprio calendário.', 'Each ministry kept a calendar of its own.'),
    problem: ptEn('Alguns prazos eram conhecidos tarde demais.', 'Some deadlines became known too late to consult widely.'),
    buildingBlocks: [
      {
        title: ptEn('Pontos focais com suplentes', 'Focal points with alternates'),
        description: ptEn(
          'Cada entidade designa um ponto focal e um suplente, com acesso ao mesmo calendário.',
          'Each entity names a focal point and an alternate, with access to the same calendar.',
        ),
        lessons: ptEn('O suplente evita a perda de memória.', 'The alternate keeps the memory when people move on.'),
      },
      {
        title: ptEn('Preparação com a sociedade civil', 'Preparation with civil society'),
        description: ptEn(
          'O projeto de relatório é discutido em sessão pública antes da versão final.',
          'The draft report is discussed in a public session before the final version.',
        ),
      },
    ],
    participation: ptEn('Organizações convidadas a comentar.', 'Organisations are invited to comment in writing.'),
    resources: ptEn('Duas pessoas a meio tempo.', 'Two people, part time.'),
    limits: ptEn('O calendário não substitui a análise.', 'The calendar does not replace analysis.'),
    type: 'procedure',
    stage: 'evaluated',
    from: '2019-01-10',
    capacities: ['engagement', 'coordination'],
    themes: ['Cooperation with human rights mechanisms & requests for technical assistance', 'Cooperation & Follow up with Treaty Bodies'],
    recommendations: answering('PRT', 2, 6),
    bodies: ['UPR', 'CCPR', 'CESCR'],
    sdgs: [16],
    institutions: [
      { name: 'Comissão Nacional para os Direitos Humanos', type: 'interministerial-body' },
      { name: 'Provedor de Justiça', type: 'nhri' },
    ],
    results: [
      {
        indicator: ptEn('Relatórios entregues no prazo', 'Reports submitted on time'),
        unit: 'percent',
        before: 55,
        after: 93,
        denominator: 28,
        year: 2025,
      },
      {
        indicator: ptEn('Dias médios para recolher contributos', 'Average days to collect contributions'),
        unit: 'days',
        before: 74,
        after: 31,
        year: 2025,
      },
    ],
    contacts: [
      { name: 'Secretariado do mecanismo', role: 'Apoio à coordenação', email: 'calendario@mecanismo.example.org', phone: '210 000 000' },
    ],
    internalNotes: 'Rever a lista de suplentes em janeiro.',
  }),
  practiceRecord.parse({
    originalLanguage: 'pt',
    country: 'PRT',
    title: ptEn('Indicadores ligados às estatísticas oficiais', 'Indicators linked to official statistics'),
    summary: ptEn(
      'Cada recomendação aceite é ligada a um indicador das estatísticas oficiais, quando existe, com desagregação por sexo, idade e deficiência. Quando não existe, a lacuna fica registada e é discutida com o serviço de estatística.',
      'Each accepted recommendation is linked to an indicator of official statistics, where there is one, disaggregated by sex, age and disability. Where there is none, the gap is recorded and discussed with the statistics office.',
    ),
    context: ptEn('Os indicadores eram escolhidos caso a caso.', 'Indicators were chosen one by one, without a common method.'),
    problem: ptEn('Era difícil mostrar progresso comparável.', 'It was hard to show progress that could be compared over time.'),
    buildingBlocks: [
      {
        title: ptEn('Fichas de indicador', 'Indicator sheets'),
        description: ptEn(
          'Uma ficha por indicador: definição, fonte, periodicidade, desagregação e limites.',
          'One sheet for each indicator: definition, source, frequency, disaggregation and limits.',
        ),
      },
      {
        title: ptEn('Registo de lacunas', 'A register of gaps'),
        description: ptEn(
          'As lacunas são públicas e revistas todos os anos com o serviço de estatística.',
          'Gaps are public and reviewed every year with the statistics office.',
        ),
        dependencies: ptEn('Acordo com o serviço de estatística.', 'An agreement with the statistics office.'),
      },
    ],
    type: 'data-and-indicators',
    stage: 'established',
    from: '2022-05-02',
    capacities: ['information-management'],
    themes: ['Data collection & research'],
    recommendations: answering('PRT', 4),
    bodies: ['CEDAW', 'CRPD'],
    affectedPersons: ['Women', 'Persons with disabilities'],
    sdgs: [5, 10, 17],
    institutions: [
      { name: 'Instituto Nacional de Estatística', type: 'statistics-office' },
      { name: 'Comissão Nacional para os Direitos Humanos', type: 'interministerial-body' },
    ],
    results: [
      {
        indicator: ptEn('Recomendações com indicador oficial', 'Recommendations with an official indicator'),
        unit: 'percent',
        before: 18,
        after: 64,
        denominator: 240,
        year: 2025,
      },
      { indicator: ptEn('Lacunas resolvidas', 'Gaps closed'), unit: 'count', after: 37, year: 2025 },
    ],
    contacts: [{ name: 'Unidade de indicadores', email: 'indicadores@mecanismo.example.org' }],
    internalNotes: 'Confirmar as fontes antes da próxima edição.',
  }),
];
