import { fold } from '../text/fold.js';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Words for people, in five languages: a small number before one of them is a small cell. */
export const personNouns: ReadonlySet<string> = new Set(
  words(`
  person persons people woman women man men girl girls boy boys child children victim victims survivor survivors detainee detainees prisoner prisoners
  inmate inmates migrant migrants refugee refugees complainant complainants applicant applicants claimant claimants patient patients student students
  worker workers defender defenders witness witnesses minor minors adolescent adolescents case cases complaint complaints death deaths suicide suicides
  personne personnes femme femmes homme hommes fille filles garçon garçons enfant enfants victime victimes survivante survivantes détenu détenus détenue détenues
  prisonnier prisonniers réfugié réfugiés réfugiée réfugiées plaignant plaignants plaignante plaignantes requérant requérants patient patiente patientes élève élèves
  témoin témoins mineur mineurs mineure mineures cas plainte plaintes décès
  persona personas mujer mujeres hombre hombres niña niñas niño niños víctima víctimas sobreviviente sobrevivientes detenido detenidos detenida detenidas preso presos
  migrante refugiado refugiados refugiada refugiadas denunciante denunciantes demandante demandantes paciente pacientes testigo testigos menor menores caso casos
  denuncia denuncias muerte muertes fallecido fallecidos
  pessoa pessoas mulher mulheres homem homens menina meninas menino meninos criança crianças vítima vítimas sobrevivente sobreviventes detido detidos detida detidas
  recluso reclusos reclusa reclusas queixoso queixosos requerente requerentes utente utentes testemunha testemunhas queixa queixas morte mortes
  شخص أشخاص شخصا امرأة نساء رجل رجال طفل أطفال طفلة فتاة فتيات ضحية ضحايا معتقل معتقلين سجين سجناء مهاجر مهاجرين لاجئ لاجئين مشتك شكوى شكاوى شكايات حالة حالات وفاة
`).map(fold),
);
