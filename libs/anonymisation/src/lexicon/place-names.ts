/** Cities, regions and rivers many texts name: a hint that a capitalised word is a place. States come from CLDR. */
export const placeNames = `
london paris berlin madrid rome lisbon brussels amsterdam vienna geneva strasbourg zurich bern munich hamburg frankfurt cologne stuttgart milan naples turin florence venice bologna palermo athens thessaloniki nicosia istanbul
ankara izmir diyarbakir adana bursa antalya trabzon warsaw krakow gdansk wroclaw poznan lodz katowice lublin prague brno bratislava kosice budapest debrecen bucharest cluj iasi timisoara sofia plovdiv varna belgrade novi-sad
nis zagreb split rijeka ljubljana maribor celje koper sarajevo mostar skopje tirana pristina podgorica moscow petersburg kazan samara grozny rostov volgograd novosibirsk krasnodar sochi kyiv kiev kharkiv odessa lviv donetsk
dnipro minsk vilnius kaunas riga tallinn chisinau tbilisi yerevan baku stockholm gothenburg malmo oslo bergen copenhagen aarhus helsinki tampere turku reykjavik dublin cork belfast edinburgh glasgow cardiff manchester liverpool
birmingham leeds bristol sheffield newcastle nottingham southampton oxford cambridge york brighton leicester hull plymouth derby kent essex sussex surrey devon cornwall yorkshire lancashire londres edimbourg genebra genf
marseille lyon toulouse nice nantes bordeaux lille rennes reims grenoble dijon angers nimes toulon rouen caen metz nancy limoges amiens perpignan besancon orleans brest bretagne normandie provence alsace lorraine picardie
barcelona valencia sevilla seville zaragoza malaga murcia bilbao alicante cordoba valladolid vigo gijon granada oviedo pamplona donostia vitoria santander burgos salamanca toledo badajoz cadiz almeria huelva jaen andalucia
cataluna catalunya galicia navarra aragon extremadura castilla asturias cantabria euskadi baleares canarias tenerife mallorca
porto braga coimbra aveiro faro setubal evora leiria funchal guimaraes viseu algarve alentejo minho madeira acores lisboa brasilia sao-paulo salvador fortaleza recife manaus curitiba goiania belem natal maceio teresina
campinas santos osasco sorocaba niteroi florianopolis joinville londrina aracaju cuiaba bahia parana pernambuco ceara goias amazonas rondonia roraima acre amapa tocantins maranhao piaui paraiba alagoas sergipe
minas gerais janeiro paulo catarina mato grosso luanda maputo praia bissau dili
rabat casablanca marrakech marrakesh fes fez meknes tanger tangier agadir oujda tetouan kenitra safi laayoune dakhla ouarzazate essaouira nador hoceima alger algiers oran constantine annaba tunis sfax sousse tripoli benghazi
cairo alexandria giza luxor aswan khartoum omdurman beirut damascus aleppo homs amman jerusalem gaza hebron nablus ramallah baghdad basra mosul erbil kirkuk najaf karbala riyadh jeddah mecca medina dubai dhabi doha manama
muscat sanaa aden tehran isfahan shiraz mashhad kabul kandahar herat karachi lahore islamabad peshawar delhi mumbai kolkata chennai bangalore hyderabad pune jaipur lucknow dhaka chittagong colombo kandy kathmandu
beijing shanghai guangzhou shenzhen wuhan chengdu tokyo osaka kyoto nagoya sapporo seoul busan hanoi saigon bangkok manila jakarta surabaya bali kuala lumpur singapore sydney melbourne brisbane perth adelaide auckland wellington suva
lagos abuja kano ibadan accra kumasi dakar saint-louis thies bamako abidjan bouake yamoussoukro ouagadougou niamey cotonou lome conakry freetown monrovia banjul nouakchott douala yaounde libreville brazzaville kinshasa
lubumbashi goma kigali bujumbura kampala nairobi mombasa kisumu dodoma arusha zanzibar addis ababa asmara mogadishu djibouti lusaka harare bulawayo lilongwe blantyre gaborone windhoek pretoria johannesburg durban soweto
capetown antananarivo mauritius
york washington angeles chicago houston boston philadelphia dallas miami seattle denver atlanta detroit phoenix california texas florida virginia georgia ohio michigan illinois arizona nevada oregon montana alaska hawaii
toronto montreal vancouver ottawa quebec ontario calgary alberta mexico monterrey guadalajara tijuana puebla oaxaca chiapas habana havana santiago asuncion encarnacion concepcion luque caaguazu itapua chaco buenos aires rosario
mendoza tucuman salta montevideo bogota medellin cali cartagena quito guayaquil lima cusco arequipa paz cochabamba sucre caracas maracaibo managua tegucigalpa guatemala salvador panama kingston bridgetown
europe asia africa balkans caucasus siberia scandinavia anatolia kurdistan chechnya chechenia tchetchenie crimea kosovo catalonia flanders wallonia bavaria sicily sardinia corsica scotland wales england ulster
danube rhine rhin nile volga amazon mediterranean atlantic pacific baltic
واشنطن لندن باريس برلين موسكو مدريد روما بغداد البصرة الموصل القاهرة الإسكندرية بيروت دمشق حلب عمان القدس غزة رام الخليل نابلس جنين الرياض جدة مكة الدوحة المنامة الكويت صنعاء عدن طهران كابول الرباط الدارالبيضاء مراكش فاس طنجة
أكادير الجزائر تونس طرابلس الخرطوم دارفور إسطنبول أنقرة بكين طوكيو نيويورك جنيف بروكسل فيينا نيودلهي إسلام آباد كربلاء النجف كركوك الفلوجة تل أبيب حيفا
`;
