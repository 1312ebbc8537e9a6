import type { Language } from '@nmirf/contracts/languages/language';
import type { EntityType } from '@nmirf/contracts/practices/report';
import type { InstitutionType } from '@nmirf/contracts/practices/summary';

type Texts = Readonly<Record<Language, string>>;
const texts = (ar: string, en: string, fr: string, es: string, pt: string): Texts => ({ ar, en, fr, es, pt });

/** What stands in a published text where something was hidden, in the language of that text. */
const byType: Readonly<Record<EntityType, Texts>> = {
  person: texts('شخص', 'person', 'personne', 'persona', 'pessoa'),
  contact: texts('جهة اتصال', 'contact', 'contact', 'contacto', 'contacto'),
  email: texts('بريد إلكتروني', 'e-mail', 'courriel', 'correo electrónico', 'correio eletrónico'),
  phone: texts('هاتف', 'telephone', 'téléphone', 'teléfono', 'telefone'),
  url: texts('رابط', 'web address', 'adresse web', 'dirección web', 'endereço web'),
  ip: texts('عنوان شبكي', 'network address', 'adresse réseau', 'dirección de red', 'endereço de rede'),
  account: texts('حساب', 'account', 'compte', 'cuenta', 'conta'),
  identifier: texts('رقم تعريف', 'identifier', 'identifiant', 'identificador', 'identificador'),
  'case-number': texts('رقم ملف', 'case number', 'numéro de dossier', 'número de expediente', 'número de processo'),
  date: texts('تاريخ', 'date', 'date', 'fecha', 'data'),
  age: texts('سن', 'age', 'âge', 'edad', 'idade'),
  place: texts('مكان', 'place', 'lieu', 'lugar', 'lugar'),
  organisation: texts('منظمة', 'organisation', 'organisation', 'organización', 'organização'),
  role: texts('موظف', 'official', 'fonctionnaire', 'funcionario', 'funcionário'),
  quasi: texts('تفصيل محجوب', 'detail withheld', 'détail retiré', 'dato reservado', 'dado reservado'),
  number: texts('عدد', 'number', 'nombre', 'número', 'número'),
  unknown: texts('اسم محجوب', 'name withheld', 'nom retiré', 'nombre reservado', 'nome reservado'),
};

const byInstitution: Readonly<Record<InstitutionType, Texts>> = {
  ministry: texts('وزارة', 'ministry', 'ministère', 'ministerio', 'ministério'),
  'interministerial-body': texts(
    'هيئة وزارية مشتركة',
    'interministerial body',
    'organe interministériel',
    'órgano interministerial',
    'órgão interministerial',
  ),
  parliament: texts('برلمان', 'parliament', 'parlement', 'parlamento', 'parlamento'),
  judiciary: texts('هيئة قضائية', 'judicial body', 'instance judiciaire', 'órgano judicial', 'órgão judicial'),
  'local-government': texts('جماعة محلية', 'local authority', 'collectivité locale', 'autoridad local', 'autoridade local'),
  'statistics-office': texts(
    'مكتب إحصاء',
    'statistics office',
    'office de statistique',
    'oficina de estadística',
    'serviço de estatística',
  ),
  nhri: texts(
    'مؤسسة وطنية لحقوق الإنسان',
    'national human rights institution',
    'institution nationale des droits de l’homme',
    'institución nacional de derechos humanos',
    'instituição nacional de direitos humanos',
  ),
  ombudsperson: texts('أمين مظالم', 'ombudsperson', 'médiateur', 'defensoría', 'provedoria'),
  police: texts('شرطة', 'police', 'police', 'policía', 'polícia'),
  academia: texts('مؤسسة جامعية', 'academic institution', 'établissement universitaire', 'institución académica', 'instituição académica'),
  'civil-society': texts(
    'منظمة من المجتمع المدني',
    'civil society organisation',
    'organisation de la société civile',
    'organización de la sociedad civil',
    'organização da sociedade civil',
  ),
  'international-organisation': texts(
    'منظمة دولية',
    'international organisation',
    'organisation internationale',
    'organización internacional',
    'organização internacional',
  ),
  'other-public-body': texts('هيئة عامة', 'public body', 'organisme public', 'organismo público', 'organismo público'),
};

const under = texts('أقل من', 'fewer than', 'moins de', 'menos de', 'menos de');

export const placeholder = (type: EntityType, language: Language): string => `[${byType[type][language]}]`;
export const institutionPlaceholder = (type: InstitutionType, language: Language): string => `[${byInstitution[type][language]}]`;
/** "fewer than 10", in the language of the text. */
export const fewerThan = (count: number, language: Language): string => `${under[language]} ${String(count)}`;
