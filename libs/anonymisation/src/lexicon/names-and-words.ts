import { fold } from '../text/fold.js';

/**
 * Given and family names from many countries that are ordinary words of one of the four Latin languages as well, so that no list of words
 * can tell them: written from what is commonly known. Months, weekdays and words of public life are not among them, nor the names that the
 * taggers know as such.
 */
const names = `
ace archer ash bailey baker ball banda banks barber bean bell berry best bird bishop blessing bloom bond bowman bright brook brooks brown
bull bush butcher butler carpenter case cash chance chase church clay cole constant cook cooper cross dean drew duke earl faith farmer
field fields finch fisher flood flower flowers ford forest forester forget fowler fox freeman frost gardener gates gift glass glory gold
golding good goodness goodwill grace grant gray green grey happiness hardy hart heath hill hills holiday holy honest honour hope house
hunt hunter innocent ivory ivy jewel joy justice key king kingsley knight lake lane law laws light lily love lovemore loveness luck lucky
major mark marks marvellous marvelous mason merchant mercy miles miller mills moon moore moss noble olive page park parker patience peace
pearl penny perfect pike piper pleasure pope porter potter praise precious price pride prince princess prosper prudence queen rain rainbow
ray rivers rock rose rush sage sailor salt sand savage shadow sharp shepherd silver singer skinner small smith snow spring star steel
stone storm street strong summer sun swan swift sylvester talent taylor temperance thankful thatcher turner victor victory virtue walker
wall ward waters weaver welcome wells white wild winner winter wisdom wise wish witness wolf wonder wood woods worth wright young ami
avril aubert beau belle berger bernard blanc blanche blé bois bon bonhomme bonne bonnet boucher boulanger bourgeois brun caron chapelle
charbonnier charpentier château chevalier clair clément clerc constance cordonnier couturier dieu doré duc durand fabre faure fleur fleury
fontaine forestier forgeron fournier froment garnier gentil gérard grand grange guerre jardin jardinier jolie joly jour lapierre lebon
leclerc lefort legrand lejeune lenoir leroy lesage loup lumière maçon marchand maréchal marin martel mercier messager meunier miracle
mignon moine moulin neveu noir noël parfait pasteur pêcheur perle petit pierre poirier pomme pont potier printemps reine renard rey
richard rivière roche roi rousseau roux roy sauvage seigneur sellier simon souverain tailleur tisserand toussaint trésor vallée verger
vidal vigneron vigne victoire aguas alba alegre alegría alma amado amor amparo ángel ángeles araya arena arenas asunción aurora ayala
barba barrera barrios batalla blanca blanco bello bravo bueno caballero cabello cabeza cabrera calle camino campo campos canto caridad
casa casas castaño castillo cielo clara concepción consuelo contreras cordero coronado corral correa cortés corona cortez costa cruz
cuesta cuevas delgado dolores domínguez duarte encarnación esperanza espino espinosa estrella fe feliz fierro flor flores franco fuente
fuentes gallardo gallego gallo gato gracia gracias guerra guerrero herrera herrero hierro huerta iglesia iglesias izquierdo jardín lago
lagos león leal ley linda llave lobo luna luz machado madrid marcos mármol mayor mercado mercedes merino milagros miranda molina molinero
montaña monte montero montes moral morales moreno mora mota muro navarro nieto nieves niño nogales nube olmo oliva olivares oro ortega
paloma palma palomino pan paredes pardo pastor paz peña peñas pilar piedra pino pinto plata plaza pozo prado prieto puente puentes puerta
quintero ramos redondo reina remedios reyes rica rico río ríos roble robles rojas rojo romero rosa rosario rosas rubio rueda ruedas salado
salas salgado salvador santo santos serrano sierra silva soledad sol soler solar soto sosa tierra toro torre torres trigo trinidad valle
valles valiente vaca varela vega vela verde vera vida victoria viento villa villas viña vivas zapata zapatero abreu alves amarante amaral
anjos areias assunção ave azevedo barata barreto barros batista bela belo boaventura bonito branca branco brito caldas caldeira calado
cardoso carneiro carvalho castro céu chaves coelho conceição cordeiro correia coutinho couto cravo cunha esperança espírito falcão fé
felicidade ferreira ferreiro ferro figueira figueiredo fonte fontes formosa formoso freitas furtado gaio galo glória graça guimarães horta
inocêncio inverno lage laranjeira leão leite lemos lima louro loureiro lua macedo maia manso marinho martelo matos meireles melo mendes
mesquita moita monteiro moreira moura natal natividade neves nobre nogueira novais oliveira paiva paixão palha palmeira passos patrício
pedra pedreira penha peixoto peixe pereira perpétua piedade pimenta pimentel pina pinheiro pinho pires ponte pontes porto prata preto
prior purificação quaresma queirós quental rainha ramalho raposo rato rebelo rei reis remédios ribeira ribeiro rocha rosário sá saldanha
sales salgueiro santana saraiva seixas serra silveira simões sobral soares sousa tavares teixeira toledo touro trindade vale valente vales
vargas vaz veiga ventura vieira vila vilas vinha viana vitória bah bey camara cissé conté dao demir diallo diop fall faye gaye gong ho kan
kane kaya keita ka li ly mane min mir pal ram sako sale sall sang sarr seck sene sing song sow sy ting to touré traoré ven volk vu wade
wan yang ye zima
`;

let all: ReadonlySet<string> | undefined;

/** Whether a folded word is a name in some country and an ordinary word besides. */
export const isNameAndWord = (folded: string): boolean => (all ??= new Set(names.trim().split(/\s+/).map(fold))).has(folded);

const OPENERS = new Set(
  (
    'you my your what which who whose when where why how if even but so then there here please yes thanks because although while since after before until some any many most such another other both ' +
    'je tu vous cela ceci celui celle ceux mais car donc or ni si quand où comment pourquoi quel quelle quels quelles qui quoi dont lorsque puis ainsi alors aussi depuis après avant même mon ma mes ton ta tes notre votre ' +
    'yo tú usted ustedes ello esto eso aquello ese esa esos esas mi mis tus nuestro nuestra pero si cuando donde como cuál cuáles quién quiénes qué cómo dónde porque pues así también además después antes desde ambos ambas otro otra algunos algunas muchos ' +
    'eu tu você vocês isto isso aquilo esse essa esses essas meu minha meus minhas nosso nossa mas se quando onde como qual quais quem quê porque pois assim também além depois antes desde ambos ambas outro outra alguns algumas muitos nem já ainda tudo nada'
  )
    .split(' ')
    .map(fold),
);

/** Whether a folded word is a pronoun, a question or a conjunction that opens sentences and is no name. */
export const opensOften = (folded: string): boolean => OPENERS.has(folded);

const AND = new Set(['and', 'et', 'y', 'e']);
export const isAnd = (word: string): boolean => AND.has(word);

const PREPOSITIONS = new Set(
  (
    'of or in on for to with by from at as that than which who ' +
    'de des du d ou en au aux par pour avec dans sur sous que qui à ' +
    'del o al por para con sin sobre a ' +
    'do da dos das ou em na nos nas ao aos à às com sem'
  ).split(' '),
);
/** Whether a word in small letters is one that no verb is and that stands behind a noun: "Freedom of". */
export const isPreposition = (word: string): boolean => PREPOSITIONS.has(word);
