import type { Language } from '@nmirf/contracts/languages/language';
import { unitedNationsNames } from './country-overrides.js';
import { languageTags } from './languages.js';

/** ISO 3166-1 alpha-3 and alpha-2, one after the other: States Members of the United Nations and the two observer States. */
const pairs =
  'AFGAF ALBAL DZADZ ANDAD AGOAO ATGAG ARGAR ARMAM AUSAU AUTAT AZEAZ BHSBS BHRBH BGDBD BRBBB BLRBY BELBE BLZBZ BENBJ BTNBT BOLBO ' +
  'BIHBA BWABW BRABR BRNBN BGRBG BFABF BDIBI CPVCV KHMKH CMRCM CANCA CAFCF TCDTD CHLCL CHNCN COLCO COMKM COGCG CODCD CRICR CIVCI ' +
  'HRVHR CUBCU CYPCY CZECZ DNKDK DJIDJ DMADM DOMDO ECUEC EGYEG SLVSV GNQGQ ERIER ESTEE SWZSZ ETHET FJIFJ FINFI FRAFR GABGA GMBGM ' +
  'GEOGE DEUDE GHAGH GRCGR GRDGD GTMGT GINGN GNBGW GUYGY HTIHT VATVA HNDHN HUNHU ISLIS INDIN IDNID IRNIR IRQIQ IRLIE ISRIL ITAIT ' +
  'JAMJM JPNJP JORJO KAZKZ KENKE KIRKI PRKKP KORKR KWTKW KGZKG LAOLA LVALV LBNLB LSOLS LBRLR LBYLY LIELI LTULT LUXLU MDGMG MWIMW ' +
  'MYSMY MDVMV MLIML MLTMT MHLMH MRTMR MUSMU MEXMX FSMFM MDAMD MCOMC MNGMN MNEME MARMA MOZMZ MMRMM NAMNA NRUNR NPLNP NLDNL NZLNZ ' +
  'NICNI NERNE NGANG MKDMK NORNO OMNOM PAKPK PLWPW PSEPS PANPA PNGPG PRYPY PERPE PHLPH POLPL PRTPT QATQA ROURO RUSRU RWARW KNAKN ' +
  'LCALC VCTVC WSMWS SMRSM STPST SAUSA SENSN SRBRS SYCSC SLESL SGPSG SVKSK SVNSI SLBSB SOMSO ZAFZA SSDSS ESPES LKALK SDNSD SURSR ' +
  'SWESE CHECH SYRSY TJKTJ THATH TLSTL TGOTG TONTO TTOTT TUNTN TURTR TKMTM TUVTV UGAUG UKRUA AREAE GBRGB TZATZ USAUS URYUY UZBUZ ' +
  'VUTVU VENVE VNMVN YEMYE ZMBZM ZWEZW';

const alpha2 = new Map(pairs.split(' ').map((pair) => [pair.slice(0, 3), pair.slice(3)]));

const displayNames = new Map<Language, Intl.DisplayNames>();

const namesIn = (language: Language): Intl.DisplayNames => {
  const known = displayNames.get(language);
  if (known !== undefined) return known;
  const names = new Intl.DisplayNames(languageTags[language], { type: 'region' });
  displayNames.set(language, names);
  return names;
};

/** The alpha-3 codes of all States known here, in no particular order. */
export const countryCodes: readonly string[] = [...alpha2.keys()];

/**
 * The name of a State in a language, by its ISO 3166-1 alpha-3 code: the short name in use at the United Nations where the platform's
 * own data differs from it, else the platform's. The code itself when it is not known.
 */
export const countryName = (alpha3: string, language: Language): string => {
  const own = unitedNationsNames[alpha3]?.[language];
  if (own !== undefined) return own;
  const code = alpha2.get(alpha3);
  return code === undefined ? alpha3 : (namesIn(language).of(code) ?? alpha3);
};
