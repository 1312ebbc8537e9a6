import { type PracticeRecord, practiceRecord } from '@nmirf/contracts/practices/record';
import { answering } from './recommendations.js';
import { esEn } from './texts.js';

/** Invented, plausible practices for the demonstration; they describe no real programme. */
export const practicesOfParaguay = (): readonly PracticeRecord[] => [
  practiceRecord.parse({
    originalLanguage: 'es',
    country: 'PRY',
    title: esEn('Seguimiento público de las recomendaciones en línea', 'Public online tracking of recommendations'),
    summary: esEn(
      'Un sistema en línea muestra a toda la ciudadanía cada recomendación internacional, la institución responsable y las acciones informadas. Las instituciones cargan sus avances dos veces al año y la sociedad civil puede comentarlos. Consultas: seguimiento@mecanismo.example.org o al teléfono +595 21 414 0000.',
      'An online system shows everybody each international recommendation, the responsible institution and the actions reported. Institutions enter their progress twice a year and civil society can comment. The system opened on 24 June 2018.',
    ),
    context: esEn('La información estaba en informes extensos.', 'The information stood in long reports that few people read.'),
    problem: esEn('Era difícil saber qué se había hecho.', 'It was difficult to know what had been done about each recommendation.'),
    buildingBlocks: [
      {
        title: esEn('Red de puntos focales', 'A network of focal points'),
        description: esEn(
          'Cada institución nombra puntos focales titulares y alternos, formados todos los años.',
          'Each institution names focal points and alternates, trained every year.',
        ),
        enablingFactors: esEn('Un decreto que establece la red.', 'A decree that sets up the network.'),
      },
      {
        title: esEn('Comentarios de la sociedad civil', 'Comments by civil society'),
        description: esEn(
          'Los comentarios se publican junto a la acción, con la respuesta de la institución.',
          'Comments are published beside the action, with the reply of the institution.',
        ),
        lessons: esEn('Responder pronto mantiene la confianza.', 'Replying soon keeps trust.'),
      },
    ],
    participation: esEn('Mesas de trabajo con organizaciones.', 'Round tables with organisations.'),
    resources: esEn('Equipo técnico propio.', 'An in-house technical team.'),
    limits: esEn('La calidad de la carga varía.', 'The quality of what is entered varies.'),
    type: 'information-system',
    stage: 'scaled-up',
    from: '2018-06-24',
    capacities: ['information-management', 'consultation'],
    themes: [
      'Freedom of opinion and expression & access to information',
      'National Mechanisms for Implementation, Reporting and Follow-up (NMIRF)',
    ],
    recommendations: answering('PRY', 1, 3),
    bodies: ['UPR', 'CAT', 'CERD'],
    sdgs: [16],
    institutions: [
      { name: 'Ministerio de Relaciones Exteriores', type: 'ministry' },
      { name: 'Ministerio de Justicia', type: 'ministry' },
    ],
    informationSystems: ['Sistema de Monitoreo de Recomendaciones'],
    results: [
      {
        indicator: esEn('Instituciones que informan a tiempo', 'Institutions reporting on time'),
        unit: 'percent',
        before: 48,
        after: 82,
        denominator: 55,
        year: 2025,
      },
      { indicator: esEn('Acciones publicadas', 'Actions published'), unit: 'count', before: 112, after: 1_348, year: 2025 },
    ],
    contacts: [
      {
        name: 'Dirección de seguimiento',
        role: 'Administración del sistema',
        email: 'seguimiento@mecanismo.example.org',
        phone: '+595 21 414 0000',
      },
    ],
    internalNotes: 'Coordinar la próxima capacitación con las instituciones.',
  }),
  practiceRecord.parse({
    originalLanguage: 'es',
    country: 'PRY',
    title: esEn('Formación anual de puntos focales', 'Yearly training of focal points'),
    summary: esEn(
      'Un curso anual de cuarenta horas prepara a los puntos focales para leer recomendaciones, elegir indicadores e informar. Combina módulos en línea con talleres y casos ficticios, y termina con un certificado. Inscripciones: formacion@mecanismo.example.org.',
      'A yearly course of forty hours prepares focal points to read recommendations, choose indicators and report. It combines online modules with workshops and fictitious cases, and ends with a certificate.',
    ),
    context: esEn('Los puntos focales cambian con frecuencia.', 'Focal points change often and each one began from nothing.'),
    problem: esEn('Se perdía conocimiento con cada cambio.', 'Knowledge was lost with every change.'),
    buildingBlocks: [
      {
        title: esEn('Módulos abiertos', 'Open modules'),
        description: esEn(
          'Los módulos en línea quedan abiertos todo el año y se actualizan tras cada examen.',
          'The online modules stay open all year and are updated after each review.',
        ),
      },
      {
        title: esEn('Talleres con casos ficticios', 'Workshops with fictitious cases'),
        description: esEn(
          'Los grupos redactan una respuesta completa a partir de un caso ficticio y la revisan entre pares.',
          'Groups write a complete reply from a fictitious case and review it among peers.',
        ),
      },
    ],
    type: 'training',
    stage: 'established',
    from: '2020-03-02',
    capacities: ['coordination', 'engagement'],
    themes: ['Human rights education, trainings & awareness raising'],
    recommendations: answering('PRY', 5),
    bodies: ['UPR'],
    sdgs: [4, 16],
    institutions: [
      { name: 'Ministerio de Relaciones Exteriores', type: 'ministry' },
      { name: 'Universidad pública asociada', type: 'academia' },
    ],
    results: [
      { indicator: esEn('Personas certificadas', 'People certified'), unit: 'count', before: 38, after: 214, year: 2025 },
      {
        indicator: esEn('Puntos focales que completan el curso', 'Focal points completing the course'),
        unit: 'percent',
        after: 87,
        denominator: 61,
        year: 2025,
      },
    ],
    contacts: [{ name: 'Unidad de formación', email: 'formacion@mecanismo.example.org' }],
    internalNotes: 'Actualizar el módulo sobre indicadores.',
  }),
];
