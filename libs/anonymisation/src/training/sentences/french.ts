/** See `sentences.ts` for what the letters in braces stand for. */
export const french = `
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
Quatre modules, deux ateliers et un guide
Un cours annuel de quarante heures prépare les points focaux à lire les recommandations, choisir des indicateurs et rendre compte.
Il combine des modules en ligne, des ateliers et des cas fictifs, et se termine par un certificat.
Des groupes de dix personnes travaillent chacun sur un thème.
Les inscriptions ouvrent en mai ; les places sont rares.
Part des recommandations qui ont un responsable
Nombre moyen de jours entre la demande et la réponse
Plaintes traitées dans les délais
Un calendrier pour tous les organes de traités
Un dossier partagé, un tableur et un appel par semaine suffisent pour commencer.
Les contributions viennent de chaque département, les projets reviennent sous dix jours.
Le tableau de bord montre ce qui est en retard, ce qui est fait et ce qui attend.
Petits budgets, longues habitudes : le changement a pris trois ans.
Le Parlement reçoit la matrice deux fois par an, en langage clair.
Les organisations de la société civile commentent le projet avant son adoption.
Les peuples autochtones, les personnes handicapées et les jeunes ont été entendus.
Examen périodique universel, troisième cycle, rapport à mi-parcours
Convention relative aux droits de l’enfant, observations finales
Délégation interministérielle aux droits de l’homme
Chef du Secrétariat, Conseiller juridique, Chargé des données
Région : Afrique du Nord. Étape : pilote.
Objectif de développement durable 16, cible 16.3
Saisie unique, Suivi partagé, Rapport commun
Selon le Gouvernement, la Cour et le Comité ont tenu compte du Rapport.
`;
