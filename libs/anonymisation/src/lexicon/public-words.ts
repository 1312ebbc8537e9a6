import { alpha2Of } from '@nmirf/contracts/languages/country-codes';
import { fold } from '../text/fold.js';
import { wordsOf } from '../text/words.js';

/** Capitalised words of public life in four languages: institutions, offices, law, the United Nations. None is a person's name alone. */
const institutions = `
ministry ministries minister ministers department directorate office unit division section secretariat secretary council committee subcommittee commission commissioner
commissioners board bureau agency authority institute institution university faculty school court courts tribunal supreme constitutional parliament assembly senate congress chamber
government state states republic kingdom nation national nations international interministerial inter ministerial municipal municipality city province region district
police statistics ombudsman ombudsperson ombudswoman defender prosecutor attorney registry centre center network programme program project plan strategy strategic framework
guideline guidelines protocol convention covenant treaty charter declaration constitution law act decree resolution article chapter annex optional
universal periodic review working group special procedures rapporteur rapporteurs treaty bodies body mechanism mechanisms implementation reporting follow up followup recommendation recommendations
human rights right justice interior foreign affairs health education labour labor women woman gender child children youth family disability disabilities persons elimination
discrimination racial torture enforced disappearances migrant workers economic social cultural civil political sustainable development goal goals agenda united general security high
european african american inter-american ibero union organization organisation organizations bank fund world global regional local public private digital technology information system systems data platform
north south east west western eastern northern southern central africa europe america americas asia pacific middle mediterranean latin arab maghreb
focal point points coordination coordinator head director president chair vice deputy member members civil society nhri indigenous peoples afro descendant
ficha fichas english french spanish portuguese arabic i ii iii iv v vi vii viii ix x english
ministère ministères ministre ministres département direction bureau unité division section secrétariat secrétaire conseil comité commission délégation délégué agence autorité
institut université faculté école cour tribunal suprême constitutionnelle constitutionnel parlement assemblée sénat chambre gouvernement état états république royaume nation nations nationale national nationales nationaux
interministériel interministérielle interministérielles internationale international municipalité ville province région police statistique médiateur défenseur procureur registre centre réseau programme projet plan stratégie
cadre protocole convention pacte traité charte déclaration constitution loi décret dahir résolution article chapitre annexe facultatif examen périodique universel groupe travail procédures spéciales rapporteur rapporteurs
organes mécanisme mécanismes mise œuvre suivi recommandation recommandations droits droit homme humains justice intérieur affaires étrangères santé éducation travail femmes femme enfants enfant jeunesse famille handicap
handicapées personnes élimination discrimination discriminations raciale torture disparitions forcées travailleurs migrants économiques sociaux culturels civils politiques développement durable durables objectif objectifs unies général générale
haut-commissariat haut commissariat européenne africaine africain union organisation banque fonds mondial afrique europe amérique asie maghreb méditerranée nord sud est ouest délégation société civile
ministerio ministerios ministro ministra ministros departamento dirección oficina unidad división sección secretaría secretario secretaria consejo comité comisión agencia autoridad instituto universidad facultad escuela
corte tribunal suprema supremo constitucional parlamento asamblea senado cámara congreso gobierno estado estados república reino nación naciones nacional nacionales interinstitucional interministerial internacional municipalidad
ciudad provincia región departamento policía estadística estadísticas censos defensoría defensor fiscalía registro centro red programa proyecto plan estrategia marco protocolo convención pacto tratado carta declaración constitución
ley decreto resolución artículo capítulo anexo facultativo examen periódico universal grupo trabajo procedimientos especiales relator relatores órganos mecanismo mecanismos implementación aplicación seguimiento recomendación
recomendaciones derechos derecho humanos justicia interior relaciones exteriores asuntos salud educación mujer mujeres niñez niño niña adolescencia juventud familia discapacidad personas eliminación discriminación racial tortura
desapariciones forzadas trabajadores migrantes económicos sociales culturales civiles políticos desarrollo sostenible objetivo objetivos unidas unidos general alto comisionado americana interamericana interamericano iberoamericana
unión organización banco fondo mundial áfrica europa américa asia norte sur este oeste oriental sociedad civil pueblos indígenas punto puntos focal focales
ministério ministérios ministro departamento direção direção-geral gabinete unidade divisão secção secretaria secretariado conselho comité comissão agência autoridade instituto universidade faculdade escola supremo
parlamento assembleia senado câmara congresso governo estado república reino nação nações nacional nacionais interministerial internacional município cidade província região polícia estatística provedor provedoria defensoria
procuradoria registo centro rede programa projeto plano estratégia quadro protocolo convenção pacto tratado carta declaração constituição lei decreto resolução artigo capítulo anexo facultativo revisão exame periódica periódico
universal grupo trabalho procedimentos especiais relator relatores órgãos mecanismo mecanismos implementação acompanhamento recomendação recomendações direitos direito humanos justiça interior administração negócios estrangeiros
saúde educação trabalho mulher mulheres criança crianças juventude família deficiência pessoas eliminação discriminação racial tortura desaparecimentos forçados trabalhadores migrantes económicos económicos sociais culturais civis
políticos desenvolvimento sustentável objetivo objetivos unidas unidos geral alto comissariado comissário europeia africana união organização banco fundo mundial áfrica europa américa ásia norte sul leste oeste lusófona
países língua portuguesa comunidade sociedade civil provedora ponto pontos focal focais
`;

/** Offices a title may stand before: "Sr. Presidente", "Mr Speaker". */
const offices = `
président présidente directeur directrice coordonnateur coordonnatrice coordinateur coordinatrice chef cheffe ambassadeur ambassadrice délégué déléguée juge
presidente presidenta director directora coordinador coordinadora jefe jefa embajador embajadora viceministro viceministra juez jueza diputado diputada senador senadora
presidente diretor diretora coordenador coordenadora chefe embaixador embaixadora juiz juíza deputado deputada senador senadora provedor
speaker ambassador director coordinator chairperson commissioner judge senator excellency
`;

const acronyms = `
UN ONU OHCHR HCDH ACNUDH ACNUDH UPR EPU EPU RPU CEDAW CERD CESCR CCPR CAT SPT CRC CMW CRPD CED HRC CDH UHRI NRTD SDG SDGS ODD ODS UNDP PNUD UNICEF UNHCR ACNUR HCR UNFPA UNESCO WHO OMS ILO OIT IOM OIM
DIHR NHRI INDH GANHRI NMIRF NMRF MNMAS NGO NGOS ONG ONGS OSC CSO CSOS EU UE AU UA OAS OEA CPLP ECOSOC ICT TIC PDF API CSV XLSX LGBTI LGBTIQ HIV VIH SIDA COVID AIDS SIMORE IT ID II III IV VI VII VIII IX XI XII
LGBT GDP PIB EUR USD IBAN NIF NIE DNI CPF CNPJ RUC CIN CNIE NIR SSN RG BI GPS Mr Mrs Ms Dr Prof Mme Mlle Sr Sra Dra Lic Art Arts No Nos Nº Tel Tél
`;

const connectors = `the a an of and or in on for to with by from at as is it its this that these those we our their he she they one two three first second third new all both each every no not
le la les l un une des du de d et ou en au aux par pour avec dans sur sous ce cette ces il elle ils elles on nous leur leurs son sa ses chaque tout toute tous
el los las lo un una unos unas del y e o u al con para por en sin sobre este esta estos estas su sus cada todo toda se es
o os a as um uma uns umas do da dos das no na nos nas ao à com para por sem sobre este esta estes estas seu sua seus suas cada todo toda`;

const fixed = (): string[] => `${institutions} ${offices} ${acronyms} ${connectors}`.split(/\s+/).filter((word) => word !== '');
const locales = ['en', 'fr', 'es', 'pt'] as const;

const calendar = (locale: string): string[] =>
  Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2024, i, i + 1))).flatMap((day) =>
    (['month', 'weekday'] as const).map((part) => new Intl.DateTimeFormat(locale, { [part]: 'long', timeZone: 'UTC' }).format(day)),
  );

const spoken = ['ar', 'en', 'fr', 'es', 'pt', 'gn', 'zgh', 'ber', 'qu', 'ay', 'mwl', 'de', 'it', 'nl', 'ru', 'zh', 'sw', 'tr'];
const languageNames = (locale: string): string[] =>
  spoken.map((code) => new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? '');

/** The name of a State in a language, from CLDR; `undefined` for a code that is none. */
export const stateName = (alpha3: string, locale: string): string | undefined => {
  const code = alpha2Of.get(alpha3);
  return code === undefined ? undefined : new Intl.DisplayNames(locale, { type: 'region' }).of(code);
};

/** The names of all States in a language, from CLDR. */
export const stateNames = (locale: string): string[] => {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return [...alpha2Of.values()].map((code) => names.of(code) ?? '');
};

let words: ReadonlySet<string> | undefined;

/**
 * The words the closed world lets through wherever they stand: public life, months, languages, States. Folded. Built at first use
 * (the hub's check only asks for it when it meets an honorific).
 */
export const publicWords = (): ReadonlySet<string> => {
  words ??= new Set(
    [...fixed(), ...locales.flatMap((locale) => [...calendar(locale), ...languageNames(locale), ...stateNames(locale)])].flatMap((entry) =>
      wordsOf(entry).map(({ text }) => fold(text)),
    ),
  );
  return words;
};

/** Whether a folded word is one of public life. */
export const isPublicWord = (folded: string): boolean => publicWords().has(folded);

const articles = new Set(connectors.split(/\s+/).map(fold));

/** Whether a folded word is an article, a preposition or the like in one of the four languages: with a capital inside a name it is none. */
export const isConnector = (folded: string): boolean => articles.has(folded);

let states: ReadonlySet<string> | undefined;

/** Whether a text is the name of a State in one of the four Latin languages and nothing else. */
export const isStateName = (text: string): boolean => {
  states ??= new Set(locales.flatMap(stateNames).map(fold));
  return states.has(fold(text));
};

const namesOfStates = (): string[][] => locales.flatMap(stateNames).map((name) => wordsOf(name).map(({ text }) => fold(text)));
let inNames: ReadonlySet<string> | undefined;
let onlyBeside: ReadonlySet<string> | undefined;

/** Whether a folded word stands in the name of a State. */
export const isStateWord = (folded: string): boolean => (inNames ??= new Set(namesOfStates().flat())).has(folded);

/** Whether a folded word is public only because it stands in the name of a State beside others: "Costa", "Marin", "Verde". */
export const isPartOfStateName = (folded: string): boolean => {
  if (onlyBeside === undefined) {
    const everywhere = [...fixed(), ...locales.flatMap((locale) => [...calendar(locale), ...languageNames(locale)])].map(fold);
    const others = new Set([...everywhere, ...namesOfStates().flatMap((words) => (words.length === 1 ? words : []))]);
    onlyBeside = new Set(
      namesOfStates()
        .flat()
        .filter((word) => !others.has(word)),
    );
  }
  return onlyBeside.has(folded);
};
