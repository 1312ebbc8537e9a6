import { type PracticeRecord, practiceRecord } from '@nmirf/contracts/practices/record';
import { answering } from './recommendations.js';
import { arFr } from './texts.js';

/** Invented, plausible practices for the demonstration; they describe no real programme. */
export const practicesOfMorocco = (): readonly PracticeRecord[] => [
  practiceRecord.parse({
    originalLanguage: 'fr',
    country: 'MAR',
    title: arFr('قائمة مشتركة واحدة للتوصيات بين القطاعات', 'Une liste partagée des recommandations entre départements'),
    summary: arFr(
      'منذ 2021 تشترك القطاعات الوزارية في قائمة واحدة للتوصيات الأممية. لكل توصية قطاع مسؤول وأجل ومؤشر، وتراجع القائمة كل ثلاثة أشهر مع المؤسسة الوطنية لحقوق الإنسان والمجتمع المدني. للتواصل: liste@mecanisme.example.org.',
      'Depuis le 15 mars 2021, les départements ministériels partagent une seule liste des recommandations des Nations Unies. Chaque recommandation a un département responsable, une échéance et un indicateur ; la liste est revue chaque trimestre avec l’institution nationale des droits de l’homme et la société civile. Contact : liste@mecanisme.example.org, tél. +212 537 71 00 00.',
    ),
    context: arFr(
      'كانت التوصيات موزعة بين جداول مختلفة يحتفظ بها كل قطاع على حدة.',
      'Les recommandations étaient réparties entre plusieurs tableaux tenus séparément par chaque département, avec des intitulés différents.',
    ),
    problem: arFr(
      'لم يكن أحد يعرف من المسؤول عن أي توصية.',
      'Personne ne pouvait dire rapidement qui suivait quelle recommandation ni où en était sa mise en œuvre.',
    ),
    buildingBlocks: [
      {
        title: arFr('قطاع مسؤول لكل توصية', 'Un département responsable par recommandation'),
        description: arFr(
          'لكل توصية قطاع يقود التنفيذ وقطاعات داعمة، ويؤكد ذلك كتابة.',
          'Chaque recommandation a un département chef de file et des départements d’appui, confirmés par écrit.',
        ),
        enablingFactors: arFr('التزام الكتاب العامين.', 'L’engagement des secrétaires généraux.'),
        lessons: arFr('بداية صغيرة بثلاثة قطاعات.', 'Commencer petit, avec trois départements volontaires.'),
      },
      {
        title: arFr('مراجعة فصلية مفتوحة', 'Une revue trimestrielle ouverte'),
        description: arFr(
          'تناقش كل ثلاثة أشهر التوصيات المتأخرة مع المجتمع المدني ثم تنشر خلاصة.',
          'Chaque trimestre, les recommandations en retard sont discutées avec la société civile, puis une synthèse est publiée.',
        ),
      },
    ],
    participation: arFr('شاركت المؤسسة الوطنية والجمعيات.', 'L’institution nationale et des associations participent aux revues.'),
    steps: arFr('جرد ثم إسناد ثم مراجعة.', 'Inventaire, attribution, puis revue.'),
    resources: arFr('فريق صغير ونظام معلومات قائم.', 'Une petite équipe et un système d’information existant ; aucun achat nouveau.'),
    limits: arFr('بقيت مؤشرات بعض التوصيات عامة.', 'Les indicateurs de certaines recommandations restent généraux.'),
    type: 'procedure',
    stage: 'established',
    from: '2021-03-15',
    capacities: ['coordination', 'information-management'],
    themes: ['National Mechanisms for Implementation, Reporting and Follow-up (NMIRF)', 'General framework of implementation'],
    bodies: ['UPR', 'CEDAW', 'CRC'],
    recommendations: answering('MAR', 1, 6),
    sdgs: [16, 17],
    institutions: [
      { name: 'Délégation interministérielle', type: 'interministerial-body' },
      { name: 'Conseil national des droits de l’Homme', type: 'nhri' },
    ],
    informationSystems: ['Plateforme interne de suivi'],
    results: [
      {
        indicator: arFr('توصيات لها قطاع مسؤول', 'Recommandations avec un département responsable'),
        unit: 'percent',
        before: 42,
        after: 96,
        denominator: 318,
        year: 2025,
        evidence: 'Relevé trimestriel interne',
      },
      { indicator: arFr('مراجعات فصلية منعقدة', 'Revues trimestrielles tenues'), unit: 'count', after: 16, year: 2025 },
    ],
    contacts: [
      { name: 'Secrétariat du mécanisme', role: 'Unité de suivi', email: 'liste@mecanisme.example.org', phone: '+212 537 71 00 00' },
    ],
    internalNotes: 'Prévenir les départements avant chaque diffusion.',
  }),
  practiceRecord.parse({
    originalLanguage: 'fr',
    country: 'MAR',
    title: arFr('مشاورات جهوية قبل كل تقرير', 'Des consultations régionales avant chaque rapport'),
    summary: arFr(
      'قبل كل تقرير يقدم إلى هيئات المعاهدات تعقد مشاورات في الجهات بلغات المشاركين، وتعود الخلاصات إليهم مع بيان ما أخذ به وما لم يؤخذ به وسبب ذلك.',
      'Avant chaque rapport aux organes de traités, des consultations se tiennent dans les régions, dans les langues des participants. Les conclusions leur reviennent avec ce qui a été retenu, ce qui ne l’a pas été, et pourquoi. Inscription : consultations@mecanisme.example.org.',
    ),
    context: arFr('كانت المشاورات تعقد في العاصمة فقط.', 'Les consultations se tenaient surtout dans la capitale.'),
    problem: arFr('لم تصل أصوات الجهات البعيدة.', 'Les voix des régions éloignées arrivaient peu dans les rapports.'),
    buildingBlocks: [
      {
        title: arFr('دليل قصير بلغات المشاركين', 'Un guide court dans les langues des participants'),
        description: arFr(
          'يشرح الدليل المعاهدة والتوصيات السابقة في أربع صفحات، وتتوفر نسخة سهلة القراءة.',
          'Le guide explique le traité et les recommandations antérieures en quatre pages ; une version facile à lire existe.',
        ),
      },
      {
        title: arFr('جواب لكل اقتراح', 'Une réponse à chaque proposition'),
        description: arFr(
          'يتلقى كل مشارك جوابا مكتوبا على اقتراحه خلال ستين يوما.',
          'Chaque participant reçoit une réponse écrite à sa proposition en soixante jours.',
        ),
      },
    ],
    type: 'participation',
    stage: 'scaled-up',
    from: '2020-09-01',
    capacities: ['consultation', 'engagement'],
    themes: ['Cooperation & consultation with civil society', 'Right to participate in public affairs & right to vote'],
    recommendations: answering('MAR', 2),
    bodies: ['CRPD', 'CRC'],
    affectedPersons: ['Persons with disabilities', 'Children'],
    sdgs: [10, 16],
    institutions: [
      { name: 'Délégation interministérielle', type: 'interministerial-body' },
      { name: 'Conseils régionaux', type: 'local-government' },
    ],
    results: [
      { indicator: arFr('جهات عقدت فيها مشاورات', 'Régions consultées'), unit: 'count', before: 3, after: 12, year: 2024 },
      {
        indicator: arFr('اقتراحات تلقت جوابا', 'Propositions ayant reçu une réponse'),
        unit: 'percent',
        after: 91,
        denominator: 264,
        year: 2024,
      },
    ],
    contacts: [{ name: 'Unité des consultations', email: 'consultations@mecanisme.example.org' }],
    internalNotes: 'Vérifier les dates avec les régions.',
  }),
];
