import type { Language } from '@nmirf/contracts/languages/language';

/**
 * Sentences made for training, in the manner of records of practices and of everyday letters: {P} stands for a person's full name, {G} for
 * a given name, {F} for a family name, {L} for a place, {O} for an organisation. The last ones of each language name nobody.
 */
export const SENTENCES: Readonly<Record<Language, string>> = {
  en: `
{P} coordinates the follow-up of recommendations since 2019.
{G} joined the team in {L} last year.
{F} wrote the first draft of the report.
{P} and {P} kept the list together.
The training was led by {P}, with help from {G}.
The idea came from {P} of {O}.
Please call {G} before noon.
Please write to {P} or to {F} at the front desk.
{G} said that the form was too long.
"It took two months," says {F}.
"We had no list at all", {P} recalled.
Thanks to {P} and {G} {F} for their patience.
My name is {P} and I live in {L}.
I am {G}, and this is my sister {G}.
His mother {G} and his brother {G} were heard.
The complaint of {P} was sent to {O}.
{G}'s daughter went to school in {L}.
{P}'s case was the first of its kind.
according to {P}, the office in {L} was closed
we met with {P} and {G} at the ministry
ask {G} {F} for the password
A letter signed by {P} reached {O} in March.
{P} (born in {L}) asked for help.
Contact: {P}, {L}
{P}, head of unit
Interview with {P}
{F}, {G}
Chair: {P}. Secretary: {P}.
Participants: {P}, {P}, {P} and {P}.
Who is {G}? {G} is the focal point.
He asked {F} whether {G} had called.
The police questioned {G} {F} for three hours.
Neither {G} nor {G} had seen the paper.
The family of {P} lives near {L}.
The journalist {P} was detained in {L}.
Activist {P} was released after a week.
Judge {P} presided over the hearing.
Professor {P} of {O} reviewed the indicators.
Director {F} opened the session and Deputy Minister {F} closed it.
{P} works for {O} in {L}.
The team around {P} and the unit of {F} shared a list.
Was {G} there? Yes, {G} came with {P}.
Dear {G}, thank you for your letter. Best wishes, {P}
From: {P}
To: {G} {F}
The song by {P} was played in {L}.
{F} began writing as a teenager.
{G} spent a year in {L} and came back in spring.
Sometimes people call me {G}.
Everybody thought that {G} would win.
I saw {P} on television.
The book by {P} tells the story of {L}.
{O} published a report on {L}.
The seat of {O} is in {L}.
We moved from {L} to {L} in 2018.
Each ministry in {L} names a focal point.
Every recommendation has an owner, a date and a stage.
The Interministerial Committee meets twice a year.
Training was given to forty officials of the Ministry of Justice.
The National Plan of Action was adopted after a public consultation.
Follow-up is reported to Parliament each spring.
Monitoring and Evaluation Framework
Good Practices on Reporting
Lessons learned: begin small, publish early, ask often.
The Database on Recommendations is open to everybody.
Civil Society Forum, Annual Report and Budget Statement
Monday is the day of the meeting, and Friday that of the minutes.
Results show fewer delays. Costs fell. Trust grew.
Street address: 12 {L} Road, {L}
They flew from {L} via {L} to {L} on Sunday.
Green Paper on Equality, White Paper on Housing
`,
  fr: `
{P} coordonne le suivi des recommandations depuis 2019.
{G} a rejoint l’équipe de {L} l’an dernier.
{F} a rédigé le premier projet de rapport.
{P} et {P} ont tenu la liste ensemble.
La formation a été animée par {P}, avec l’aide de {G}.
L’idée vient de {P}, de {O}.
Merci d’appeler {G} avant midi.
Écrivez à {P} ou à {F}.
{G} a dit que le formulaire était trop long.
« Il a fallu deux mois », explique {F}.
Je m’appelle {P} et j’habite à {L}.
La mère de {G} et son frère {G} ont été entendus.
La plainte de {P} a été transmise à {O}.
selon {P}, le bureau de {L} était fermé
nous avons rencontré {P} et {G} au ministère
{P}, né à {L}, a demandé de l’aide.
Contact : {P}, {L}
{P}, chef d’unité
Entretien avec {P}
Participants : {P}, {P}, {P} et {P}.
La famille de {P} vit près de {L}.
Le journaliste {P} a été arrêté à {L}.
La militante {P} a été libérée au bout d’une semaine.
Le juge {P} présidait l’audience.
Le professeur {P} a relu les indicateurs.
Le directeur {F} a ouvert la séance et la ministre {F} l’a close.
{P} travaille pour {O} à {L}.
Cher {G}, merci de votre lettre. {P}
Le livre de {P} raconte l’histoire de {L}.
{O} a publié un rapport sur {L}.
Le siège de {O} est à {L}.
Nous sommes passés de {L} à {L} en 2018.
Chaque ministère désigne un point focal à {L}.
Chaque recommandation a un responsable, une date et une étape.
Le Comité interministériel se réunit deux fois par an.
Une formation a été donnée à quarante agents du Ministère de la Justice.
Le Plan d’action national a été adopté après une consultation publique.
Enseignements : commencer petit, publier tôt, demander souvent.
La Base de données des recommandations est ouverte à tous.
Bonnes pratiques et Cadre de suivi
Les résultats montrent moins de retards. Les coûts ont baissé. La confiance a grandi.
`,
  es: `
{P} coordina el seguimiento de las recomendaciones desde 2019.
{G} se sumó al equipo de {L} el año pasado.
{F} redactó el primer borrador del informe.
{P} y {P} llevaron la lista juntos.
La formación la dirigió {P}, con ayuda de {G}.
La idea fue de {P}, de {O}.
Llame a {G} antes del mediodía.
Escriba a {P} o a {F}.
{G} dijo que el formulario era demasiado largo.
«Tardamos dos meses», explica {F}.
Me llamo {P} y vivo en {L}.
La madre de {G} y su hermano {G} fueron oídos.
La denuncia de {P} se remitió a {O}.
según {P}, la oficina de {L} estaba cerrada
nos reunimos con {P} y {G} en el ministerio
{P}, nacida en {L}, pidió ayuda.
Contacto: {P}, {L}
{P}, jefa de unidad
Entrevista con {P}
Participantes: {P}, {P}, {P} y {P}.
La familia de {P} vive cerca de {L}.
El periodista {P} fue detenido en {L}.
La activista {P} fue puesta en libertad a la semana.
La jueza {P} presidió la audiencia.
El profesor {P} revisó los indicadores.
El director {F} abrió la sesión y la ministra {F} la cerró.
{P} trabaja para {O} en {L}.
Estimado {G}: gracias por su carta. {P}
El libro de {P} cuenta la historia de {L}.
{O} publicó un informe sobre {L}.
La sede de {O} está en {L}.
Pasamos de {L} a {L} en 2018.
Cada ministerio nombra un punto focal en {L}.
Cada recomendación tiene un responsable, una fecha y una etapa.
El Comité Interministerial se reúne dos veces al año.
Se formó a cuarenta funcionarios del Ministerio de Justicia.
El Plan Nacional de Acción se aprobó tras una consulta pública.
Lecciones: empezar poco a poco, publicar pronto, preguntar mucho.
La Base de Datos de Recomendaciones está abierta a todos.
Buenas Prácticas y Marco de Seguimiento
Los resultados muestran menos retrasos. Bajaron los costos. Creció la confianza.
`,
  pt: `
{P} coordena o acompanhamento das recomendações desde 2019.
{G} juntou-se à equipa de {L} no ano passado.
{F} escreveu o primeiro rascunho do relatório.
{P} e {P} mantiveram a lista juntos.
A formação foi dirigida por {P}, com a ajuda de {G}.
A ideia foi de {P}, de {O}.
Ligue a {G} antes do meio-dia.
Escreva a {P} ou a {F}.
{G} disse que o formulário era longo demais.
«Demorámos dois meses», explica {F}.
Chamo-me {P} e moro em {L}.
A mãe de {G} e o seu irmão {G} foram ouvidos.
A queixa de {P} foi enviada a {O}.
segundo {P}, o escritório de {L} estava fechado
reunimos com {P} e {G} no ministério
{P}, nascida em {L}, pediu ajuda.
Contacto: {P}, {L}
{P}, chefe de unidade
Entrevista com {P}
Participantes: {P}, {P}, {P} e {P}.
A família de {P} vive perto de {L}.
O jornalista {P} foi detido em {L}.
A ativista {P} foi libertada ao fim de uma semana.
A juíza {P} presidiu à audiência.
Desembargador {P}
GABINETE DO DESEMBARGADOR {P}
GABINETE DA DESEMBARGADORA {P}
Relator: {P}
RELATOR: MIN. {P}
RELATORA: DESEMBARGADORA {P}
AGRAVANTE: {P} - AGRAVADO: {O}
O Deputado {P} e a Senadora {P} votaram contra.
MINISTRO {P} - PRESIDENTE
Paciente: {P}
ADV.(A/S): {P} E OUTRO(A/S)
{P} - Vogal
Documento assinado por {P} em 12/03/2018
O professor {P} reviu os indicadores.
O diretor {F} abriu a sessão e a ministra {F} encerrou-a.
{P} trabalha para {O} em {L}.
Caro {G}, obrigado pela sua carta. {P}
O livro de {P} conta a história de {L}.
{O} publicou um relatório sobre {L}.
A sede de {O} fica em {L}.
Passámos de {L} a {L} em 2018.
ESTADO DE {L}
PROCURADOR-GERAL DO ESTADO DE {L}
COMARCA DE {L}
Cada ministério nomeia um ponto focal em {L}.
Cada recomendação tem um responsável, uma data e uma etapa.
A Comissão Interministerial reúne-se duas vezes por ano.
Foram formados quarenta funcionários do Ministério da Justiça.
O Plano Nacional de Ação foi aprovado após consulta pública.
Lições: começar devagar, publicar cedo, perguntar muito.
A Base de Dados de Recomendações está aberta a todos.
Boas Práticas e Quadro de Acompanhamento
Os resultados mostram menos atrasos. Os custos baixaram. A confiança cresceu.
Lei Orgânica do Distrito Federal
`,
  ar: `
ينسق {P} متابعة التوصيات منذ سنة 2019.
انضمت {P} إلى الفريق في {L} العام الماضي.
قال {P} إن الاستمارة طويلة جدا.
وأضاف {F} أن القائمة جاهزة.
كتب {P} المسودة الأولى للتقرير.
التقى {P} مع {P} في {L}.
أشرف على التدريب {P} بمساعدة {G}.
قدمت شكوى {P} إلى {O}.
واعتقل الصحفي {P} في {L}.
وأفرج عن الناشطة {P} بعد أسبوع.
ترأس القاضي {P} الجلسة.
افتتح المدير {P} الدورة.
يعمل {P} في {O} بمدينة {L}.
وأكد الوزير {P} أهمية المتابعة.
وقالت السيدة {P} إن الأسرة تعيش قرب {L}.
شارك في اللقاء كل من {P} و{P}.
نشرت {O} تقريرا عن {L}.
يوجد مقر {O} في {L}.
لكل توصية مسؤول وتاريخ ومرحلة.
تجتمع اللجنة الوزارية المشتركة مرتين في السنة.
تم تكوين أربعين موظفا من وزارة العدل.
اعتمدت خطة العمل الوطنية بعد استشارة عمومية.
ترفع المتابعة إلى البرلمان كل ربيع.
تعين كل وزارة نقطة اتصال في {L}.
الدروس المستفادة: البدء بخطوات صغيرة والنشر مبكرا.
`,
};
