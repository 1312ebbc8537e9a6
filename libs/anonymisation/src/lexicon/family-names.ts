/** Family names in common use, by where they come from. A name here is a hint for the taggers, never a verdict. */
export const familyNames = `
smith johnson williams brown jones miller davis wilson anderson taylor thomas moore jackson martin lee thompson white harris clark lewis robinson walker young allen wright scott hill adams baker nelson hall campbell mitchell
roberts carter phillips evans turner parker collins edwards stewart morris murphy cook rogers morgan cooper peterson reed bailey kelly howard ward richardson watson brooks wood bennett gray hughes price foster sanders ross
jenkins perry powell long patterson hughes washington butler simmons bryant russell griffin hayes myers ford hamilton graham sullivan wallace cole west jordan owens reynolds fisher ellis harrison gibson mcdonald macdonald
mccarthy obrien oconnor oneill macleod mackenzie davies
martin bernard dubois thomas robert richard petit durand leroy moreau simon laurent lefebvre michel garcia roux vincent fournier morel girard andre lefevre mercier dupont lambert bonnet francois martinez legrand
garnier faure rousseau blanc guerin muller henry roussel nicolas perrin morin mathieu clement gauthier dumont lopez chevalier robin masson sanchez gerard nguyen boyer denis lemaire duval joly gautier roger roche roy noel
meyer lucas meunier jean perez marchal dufour blanchard dumas caron picard
gonzalez rodriguez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz hernandez diaz moreno munoz alvarez romero alonso gutierrez navarro torres dominguez vazquez ramos gil ramirez serrano
molina morales suarez ortega delgado castro ortiz rubio marin sanz iglesias nunez medina garrido cortes castillo santos lozano guerrero cano prieto mendez cruz calvo gallego vidal leon herrera marquez pena flores
cabrera campos vega fuentes carrasco reyes caballero aguilar pascual herrero santana lorenzo hidalgo montero ibanez gimenez ferrer duran vicente benitez mora arias vargas carmona crespo roman pastor soto saez velasco
rojas contreras acosta cardozo benitez villalba ayala caceres duarte ovelar escobar mendoza rivera chavez salazar espinoza quispe mamani huaman condori
silva santos oliveira souza sousa rodrigues ferreira alves pereira lima gomes costa ribeiro martins carvalho almeida lopes soares fernandes vieira barbosa rocha dias nunes marques machado mendes freitas cardoso ramos
teixeira moreira correia goncalves andrade tavares pinto monteiro moura batista campos cunha borges coelho azevedo castro araujo melo barros miranda nogueira fonseca leite matos reis brito henriques neves simoes
antunes cruz faria magalhaes bezerra siqueira medeiros peixoto amaral farias dantas
alami bennani idrissi alaoui amrani benali berrada chaoui el-idrissi fassi hakim hajji ibrahimi jabri kabbaj lahlou mekki naji oualid rami saidi slaoui tahiri yacoubi zerouali ziani bouzid boukhari hamdi mansour
haddad khoury nasser salem saleh hussein hassan ahmad abdallah hamad khalil mahmoud othman qasim rashid sharif suleiman yousef zaki barakat darwish hijazi masri najjar shami
okafor adeyemi eze okoro nwosu balogun adebayo ogunleye bello musa abubakar danjuma kone toure camara sylla bah barry sow ba sy fall diop ndoye sarr faye diouf cisse dembele sidibe konate sissoko
asante osei appiah addo ansah amoah agyeman kouassi kouame yao koffi ouedraogo sawadogo kabore compaore adjovi agbodjan tchangani
bekele tesfaye girma alemu kebede wolde hailu omondi onyango odhiambo kariuki njuguna kimani ndungu mutua musyoka kiplagat cheruiyot juma mwakyusa mushi nshimirimana ndayishimiye uwimana mukamana habimana
mthembu mkhize zungu ngcobo cele buthelezi radebe molefe modise moeketsi ncube sibanda mpofu chirwa mwale mulenga tembo zimba rakoto razafy andrianina kabila mukendi ilunga tshisekedi kalala
sharma verma gupta singh kumar patel shah mehta reddy rao naidu joshi kulkarni das dutta banerjee chatterjee roy sen khan malik ahmed hussain iqbal akhtar begum chowdhury islam perera silva wickramasinghe
tamang gurung shrestha magar
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu lin he gao luo deng sato suzuki takahashi tanaka ito yamamoto nakamura kato yoshida yamada sasaki kim lee choi jung kang cho yoon jang lim
le pham hoang phan vu vo dang bui do ho ngo wibowo santoso susanto hidayat siregar tan wong lim goh reyes santos cruz bautista garcia
ivanov smirnov kuznetsov popov vasiliev petrov sokolov mikhailov novikov morozov volkov alekseev lebedev semenov egorov pavlov kozlov stepanov nikolaev orlov andreev makarov nikitin zakharov kowalski
nowak wisniewski wojcik kowalczyk kaminski zielinski szymanski wozniak dabrowski kozlowski novak svoboda novotny dvorak cerny prochazka kucera vesely jovanovic petrovic nikolic markovic djordjevic
stojanovic ilic kovacevic babic maric juric knezevic zupancic kovacic krajnc golob hocevar shevchenko kovalchuk tkachenko kravchenko oliynyk boyko melnyk popescu ionescu popa radu dumitru nagy kovacs toth szabo
horvath varga kiss molnar ivanova dimitrov georgiev todorov
yilmaz kaya demir sahin yildiz ozturk aydin ozdemir arslan dogan kilic aslan cetin kara koc kurt ozkan simsek polat korkmaz mohammadi hosseini ahmadi karimi moradi rahimi aliyev mammadov huseynov hasanov
akhmetov umarov yusupov
muller schmidt schneider fischer weber wagner becker schulz hoffmann koch bauer richter klein wolf schroder neumann schwarz zimmermann hansen johansen olsen larsen andersen pedersen nilsen johansson andersson karlsson
nilsson eriksson larsson olsson persson korhonen virtanen makinen nieminen rossi russo ferrari esposito bianchi romano colombo ricci marino greco papadopoulos papadakis georgiou ioannou constantinou demetriou
de-jong jansen devries bakker visser smit meijer
tuilagi fonoti taufa vunipola faleolo waititi ngata tamihana kealoha
بوش كلينتون بلير شارون باول رامسفيلد بوتين شيراك رايس أنان عنان مبارك القذافي عرفات الحريري العلوي الإدريسي الفاسي بنعلي البكري التميمي الزهراني القحطاني الشمري العتيبي الحسيني الحكيم الصدر المالكي الجعفري الطالباني البرزاني
علاوي البرادعي موسى خاتمي نجاد خامنئي كرزاي مشرف سينغ البخاري الأنصاري الأسمري الأشعري الأطرش الأحمد الأحمر الباز البستاني البشير البصري البغدادي البنا البوسعيدي البيطار الترابي التونسي الجابري الجزائري الجمال الجميل الجنابي
الجواهري الحاج الحارثي الحافظ الحداد الحربي الحسن الحسني الحلبي الحمد الحمصي الحوراني الحوثي الخالدي الخطيب الخليفة الخميني الخوري الخوئي الخياط الدباغ الدليمي الدوري الدوسري الراشد الراوي الربيعي الرشيد الرفاعي الرنتيسي
الريسوني الزاوي الزرقاوي الزعبي الزيات الزيدي الساعدي السامرائي السباعي السعدون السعدي السعيد السقا السلطان السلمي السليمان السنوسي السيستاني الشاذلي الشامي الشاهد الشبيبي الشرع الشريف الشعلان الشهري الشيباني الصافي الصالح
الصباح الصحاف الصغير الصياد الضاري الطائي الطيب الظاهر الظواهري العابد العامري العاني العباس العبادي العبيدي العزاوي العطار العطية العظم العلي العمري العنزي العوا العيساوي الغامدي الغانم الغزالي الغنوشي الفارس الفاضل الفايز
الفهد القاسم القاسمي القاضي القدومي القرضاوي القصيبي الكبيسي الكرملي الكعبي الكناني الكواري الكيلاني اللامي المالح المبارك المجالي المحمود المختار المدني المرزوقي المسعود المطيري المعلم المقدسي المنصوري المهدي المهيري الموسوي
النابلسي الناصر النجار النجفي النعيمي النقيب النمر الهاشمي الهاشم الهلالي الهمامي الوادعي الياسري اليازغي اليعقوبي اليماني اليوسفي اليوسف ثاني نهيان مكتوم سعود خليفة بوتفليقة بن بلة بومدين بوضياف زروال أويحيى فليس بورقيبة
السبسي المنستيري جلود شلقم النميري الميرغني قرنق طه غندور السادات عبدالناصر أبوالغيط ماهر نظيف سرور طنطاوي سليمان عاكف نور غالي زويل محفوظ هيكل عباس قريع دحلان هنية مشعل ياسين الزهار عريقات فياض البرغوثي شعث نسيبة عشراوي
أبوردينة أبومازن أبوعلاء أبوعمار لحود جنبلاط بري نصرالله عون جعجع السنيورة كرامي الحص ميقاتي فرنجية شمعون المر حمادة سلام صفير قباني معوض الهراوي خدام طلاس مخلوف شوكت الأتاسي كيلو الترك حسين طلال البخيت الكباريتي الروابدة
الخصاونة صالح الإرياني باجمال البيض المقالح الجلبي الباجه جي الياور العلوم بارزاني زيباري عثمان المشهداني المطلك واشنطن كلنتون ريغان كارتر فورد نيكسون كينيدي تشيني رامسفلد غيتس كيري ماكين أوباما بايدن غور غونزاليس أشكروفت
نغروبونتي بريمر كروكر أبي زيد أبيزيد فرانكس مايرز كيسي بيترايوس تينيت غوس هايدن ولفويتز فايث بولتون بيكر هاملتون أولبرايت كريستوفر كيسنجر برجنسكي بريجنسكي ليفي هيل زوليك شولتز برنس هيوز ساترفيلد ولش بيرنز بيرنس ماكورماك
ماكليلان فلايشر ماكونيل رايد بيلوسي فريست هاسترت ليبرمان دين إدواردز نادر برنانكي غرينسبان سنو بولسون روبين براون سترو بيكيت هوون هاين كامبل كامرون ميجور تاتشر هيغ هاورد كوك بليكيت كلارك ريد بريسكوت ميليباند غالاوي ليفنغستون
روبنسون ماكدونالد أوكونور آدمز ماكغينيس بيزلي أهيرن تريمبل جونسون سميث وليامز ويليامز جونز تايلور ديفيس ميلر ويلسون مور أندرسون جاكسون وايت هاريس مارتن طومسون تومسون روبرتس ووكر رايت سكوت غرين آدامز هول نيلسون ميتشل موريس
روجرز كوبر ريتشاردسون كوكس وورد ستيوارت بيل كيلي فوستر راسل هنري هنتر غراهام موراي فريزر جيرارد لامبارد روني أوين تيري فرديناند كول كراوتش نيفيل سكولز غيغز فيرغسون مورينيو فينغر بينيتيز إريكسون ماكلارين ساركوزي رويال هولاند
جوسبان رافاران ديستان ميتران بومبيدو ديغول دو فيلبان دوفيلبان بارنييه فيدرين كوشنير دوست بلازي لوبن لوبان بايرو فابيوس ستروس جوبيه رافارين أليو ماري بورلو لاغارد دوفال لوران مارتان برنار دوبوا روبير ريشار بتي دوران لوروا مورو
سيمون ميشيل لوفيفر غارسيا دافيد برتران رو فانسان فورنييه موريل جيرار ديشان بلاتيني ميشال دومينيك بارتيز ليزارازو تورام ماكيليلي ويلتورد تريزيغيه فييرا غالاس سانيول أبيدال ريبيري مالودا كوبيه شرودر ميركل فيشر شتاينماير شولي
لافونتين شتويبر فيستر فيله كولر راو هرتسوغ مولر شميت شنايدر فيبر فاغنر هوفمان شافر كوخ باور ريختر كلاين فولف نويمان شفارتس تسيمرمان كروغر هارتمان لانغه كلينسمان بالاك شفاينشتايغر بودولسكي كلوزه ليمان بيكنباور ماتيوس فولر
هيتسفلد شوماخر روزبرغ هايدفيلد غراف هاس كيفر ميلس ماجر برلوسكوني برودي داليما شامبي نابوليتانو فيني راتسنغر راتزينغر بنديكتوس فويتيلا يوحنا بولس تيتو ليبي تراباتوني ديل بييرو توتي كانافارو بوفون نستا مالديني إنزاغي فييري باجو
بيرلو غاتوزو أنشيلوتي كابيلو مانشيني روسي تودت مونتيزيمولو تروللي فيزيكيلا أثنار ثاباتيرو سولانا راخوي موراتينوس كاستيخون غونثاليث رودريغث فرنانديث فرنانديز لوبيث لوبيز مارتينيث مارتينيز سانشيث سانشيز بيريث بيريز غوميث غوميز
خيمينيث هيرنانديث هرنانديز دياث دياز مورينو ألونسو نادال فيريرو مويا كوريا نالبانديان كوبولو غاوديو كورتيز كورياس تشافيس تشافيز كاسترو مورالس لولا دا سيلفا كيرشنر كيرشنير باشليه لاغوس فوكس كالديرون أوريبي أوريبه توليدو هومالا
ألفارو أورتيغا بينوشيه بيرون مينيم مارادونا ميسي ريكيلمي تيفيز كريسبو باتيستوتا رونالدينهو كافو كارلوس باريرا سكولاري دونغا روماريو ريفالدو بيليه أدريانو جونينيو غيماريش باروزو سوكراتيس سامبايو كافاكو فيغو ديكو كوستا غوميش
باوليتا رونالدو إيوزيبيو يلتسين غورباتشوف ميدفيديف إيفانوف لافروف فرادكوف كاسيانوف بريماكوف تشيرنوميردين خودوركوفسكي بيريزوفسكي ليتفيننكو بوليتكوفسكايا كاسباروف كاربوف سافين كافلنيكوف دافيدنكو يوجني شارابوفا دمنتييفا ميسكينا
كوزنتسوفا سافينا بيتروفا كورنيكوفا كوتشما يوشنكو يانوكوفيتش تيموشنكو شيفتشنكو لوكاشنكو شيفارنادزه ساكاشفيلي ألييف كوتشاريان نزارباييف نيازوف أكاييف رحمانوف كاديروف مسخادوف باساييف ميلوسيفيتش كوستونيتسا دجينديتش تاديتش
كاراديتش ملاديتش إيزتبيغوفيتش توجمان روغوفا ثاتشي راتشان ميسيتش كفاشنيفسكي كاتشينسكي ميللر هافل كلاوس إيليسكو باسيسكو بارفانوف ساكسكوبورغ دجوكوفيتش إيفانيسيفيتش ليوبيتشيتش أنتشيتش سيميونوف نيدفيد روزيتسكي باروش تشيك بيتروفيتش
كارزاي عمر حكمتيار مسعود رباني دوستم قانوني فهيم عبدالله شريف بوتو جمالي عزيز خان قصوري تشودري ظرداري إقبال فاجبايي غاندي أدفاني نهرو كلام موخرجي باتيل كومارا تونغا راجاباكسي ويكرمسينغه برابهاكاران كويرالا جيانيندرا ضياء
حسينة رفسنجاني خميني كروبي خرازي متكي لاريجاني روحاني آصفي أبطحي عبادي يزدي منتظري شاهرودي جنتي حداد شمخاني صالحي قاليباف دائي كريمي مهداوي أردوغان غل غول أجاويد دميرال سيزر أوزال يلماز تشيلر أربكان باباجان بيكال أوجلان
أوزكوك باموك حكمت شكر نهاد جينتاو جياباو زيمين شياوبينغ رونغجي جيشينغ تشاوشينغ كيشان كويزومي فوكودا أسو موري أوبوتشي هاشيموتو ناكاسوني كاوغوتشي ماتشيمورا هيديوشي تاكاهاشي سوزوكي ساتو واتانابي يامامورا إيل سونغ يونغ نام هيون
مون تشو شين هونغ ماهاتير بدوي إبراهيم أروويو إسترادا أكينو ماركوس سوهارتو وحيد سوكارنوبوتري يودويونو ثاكسين شيناواترا هوارد دونر لانغ رود كيتنغ هيويت فيليبوس رافتر كرويل إيفانوفيتش بولارد مانديلا مبيكي زوما توتو موغابي
تسفانجيراي نيريري كينياتا كيباكي أودينغا موسيفيني كاغامي كابيلا بيمبا تشيسكيدي لومومبا موبوتو أوباسانجو أبيولا أباتشا بخاري أتيكو واد ديوف سنغور غباغبو واتارا بيدي غي ديبي حبري كوناري توري كونتي تيلور ديو كولو طايع هيدالة
داداه معاوية لولي دي ميلو براهيمي إيكيوس أولوف الأخضر الإبراهيمي لارسن بيترسن ميليس براميرتز بارنز بليكس باترسون ريتر دويلفر إيتو كانوتيه إيسيان أوكوشا كانو دروغبا بوبا زوكورا تراوريه أديبايور بوفو أولمرت نتانياهو نتنياهو
باراك بيريس رابين بيغن شامير موفاز هاليفي ديختر يعالون حالوتس ليفني شالوم لابيد ميتزنا بيرتس سنيه بورغ بيلين ساريد كاتساف وايزمان رامون شاحاك آرنس إيتان هيرش فانونو غولدستون غيسين رابينوفيتش روزنبرغ كوهين مزراحي بيرس فريدمان
شتيرن روس إنديك فيدرر سامبراس أغاسي روديك بليك فيش غينبري سبيديا كوستنتر كليسترز هينان كليجسترز دافنبورت كابرياتي شيافوني موريسمو داوينبورت هينغيس سيليش تشاكفيتادزه مورغان مونتويا رايكونن ويبر كولتهارد باريتشيلو هاكينن فيلنوف
ترولي بوتون ماسا آرمسترونغ أولريخ باسو هينكابي غيرو الكروج بيكيلي جيبريسيلاسي غاتلين بولت لويس
`;
