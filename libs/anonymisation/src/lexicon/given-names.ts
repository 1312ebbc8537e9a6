/** Given names in common use, by where they come from. A name here is a hint for the taggers, never a verdict. */
export const givenNames = `
james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary
nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron adam nathan henry douglas zachary peter kyle ethan jeremy walter keith
roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel logan alan juan albert willie elijah wayne randy vincent mason ralph roy bobby russell bradley philip eugene
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia amy kathleen
angela anna emma samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl
jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany kayla alexis lori
oliver harry oscar leo alfie archie freddie theo isla ava ella freya poppy daisy rosie lucy ellie sophie chloe zoe simon neil graham colin stuart gordon duncan ian angus hamish fiona moira niamh siobhan aoife sean liam
jean pierre michel philippe alain patrick nicolas christophe pascal eric laurent stephane david julien sebastien frederic olivier vincent thierry antoine guillaume francois jacques bernard daniel rene gerard marcel louis
andre henri luc mathieu maxime alexandre romain hugo lucas gilles yves bruno didier serge denis marc arnaud cedric emmanuel etienne marie nathalie isabelle sylvie catherine francoise monique christine martine jacqueline
valerie sandrine veronique nicole brigitte chantal helene celine camille lea manon chloe emilie julie pauline marine aurore claire anne sophie elodie juliette mathilde lucie jeanne margaux genevieve therese odile colette
antonio jose manuel francisco juan david javier daniel carlos jesus alejandro miguel rafael pedro pablo angel sergio fernando jorge luis alberto alvaro diego adrian raul enrique ivan ramon vicente ruben oscar andres joaquin
santiago eduardo victor roberto jaime mario ignacio alfonso salvador ricardo marcos hugo gonzalo emilio julian julio guillermo gabriel tomas agustin gerardo arturo hector felipe rodrigo esteban mauricio cesar lorenzo
carmen josefa isabel dolores pilar teresa ana francisca laura cristina antonia marta mercedes lucia elena rosario raquel juana manuela sara paula rosa encarnacion silvia patricia monica montserrat yolanda sonia sandra
margarita susana marina natalia victoria rocio eva alicia claudia veronica gabriela daniela valeria camila fernanda adriana alejandra guadalupe leticia lorena esperanza consuelo soledad ximena paola
joao antonio jose francisco carlos paulo pedro lucas luiz marcos luis gabriel rafael daniel marcelo bruno eduardo felipe rodrigo manoel mateus andre fernando fabio leonardo gustavo guilherme leandro tiago anderson ricardo
marcio jorge alexandre roberto edson diego vitor sergio claudio matheus thiago geraldo adriano luciano julio renato alex vinicius rogerio samuel ronaldo mario flavio igor davi jair henrique nuno rui vasco duarte goncalo
joana ana francisca antonia adriana juliana marcia fernanda patricia aline sandra camila amanda bruna jessica leticia julia luciana vanessa mariana gabriela vera vitoria larissa claudia beatriz rita luana sonia renata
eliane josefa simone natalia cristiane carla debora rosangela jaqueline rosa daniela marlene regina raquel cecilia lurdes fatima conceicao ines catarina margarida filipa
mohamed mohammed muhammad ahmed ali hassan hussein omar youssef yousef ibrahim khalid khaled mustafa mostafa mahmoud abdullah abdallah abdelaziz abdelhak abdelilah abderrahim abderrahman abdessamad said hamid rachid karim
samir tarek tariq nabil jamal kamal hicham younes yassine bilal anas ayoub hamza zakaria ismail adil aziz brahim larbi mehdi reda amine othman salim walid ziad faisal fahd sultan nasser majid saad hani rami bashar
fatima aicha aisha zahra khadija meryem mariam amina salma sara nadia samira latifa malika naima hafida saida houda imane sanaa hind leila laila layla asma yasmine rania dina mona hoda noura nour rim reem ghita
kwame kofi kwasi ama akosua yaa chinedu emeka obinna chukwuemeka olusegun oluwaseun tunde femi ade bola yemi ngozi amaka nkechi aminata fatou mariama awa aissatou cheikh moussa ibrahima abdoulaye modou pape boubacar issa
salif adama drissa souleymane bakary kadiatou oumou djeneba tesfaye alemayehu haile dawit yonas tigist hirut almaz meseret juma hamisi baraka neema zawadi wambui wangari njoroge mwangi odhiambo achieng atieno akinyi
thabo sipho themba nkosinathi lungile nomsa thandiwe zodwa tatenda tafadzwa rutendo ruvimbo mpho tshepo keabetswe jean-claude innocent espoir dieudonne celestin
raj rahul amit suresh ramesh rajesh sanjay vijay ajay anil sunil ashok manoj arun ravi krishna mohan prakash vinod priya pooja neha sunita anita kavita geeta lakshmi radha sita meera divya shreya ayesha zainab bushra
imran asif tariq usman bilal hamza shahid kamran rashid abdul karim rahim nasreen shireen tharindu nimal kumari chaminda dilani bikash sabin sushila
wei jing li min hui ying yan hong xin ling mei jun tao qiang lei fang hua ming ping hiroshi takashi kenta yuta naoki satoshi yoko keiko sakura haruka minji jiwon soo-jin hyun seung jae min-ho linh huong lan mai tuan dung
hung minh thanh nam somchai somsak siriporn agus budi siti dewi putri wayan ketut nurul rizal jose-maria
ivan dmitri sergei sergey andrei andrey alexei aleksei mikhail vladimir nikolai nikolay pavel yuri igor oleg maxim viktor boris konstantin olga tatiana tatyana elena irina natalia natalya ekaterina anastasia marina ludmila
galina nina vera nadezhda piotr pawel krzysztof andrzej tomasz jan marcin michal jakub adam wojciech agnieszka katarzyna malgorzata anna ewa joanna magdalena monika petr jiri josef martin tomas jana eva hana lenka
milan zoran dragan goran nenad dejan marko nikola stefan luka ana jelena milica ivana marija vesna matej tomaz janez franc andrej mojca nina petra tina bojan plamen georgi dimitar ivaylo
volodymyr oleksandr mykola vasyl petro taras bohdan iryna halyna ion vasile gheorghe mihai andrei elena ioana gabor laszlo istvan zoltan ferenc katalin erzsebet ilona
mehmet mustafa ahmet ali huseyin hasan ibrahim ismail osman yusuf murat omer ramazan halil suleyman abdullah kemal fatma ayse emine hatice zeynep elif merve esra reza mehdi hossein amir farid shirin nasrin maryam parisa
azizbek otabek dilshod gulnoza madina aliya askar yerlan ruslan aidar
hans klaus jurgen wolfgang dieter horst uwe bernd helmut gerhard karl heinz fritz otto stefan andreas matthias sabine ursula monika petra gisela ingrid heike birgit jens lars erik sven bjorn nils anders johan gustav
olaf astrid ingrid karin kerstin birgitta maja mikko jukka pekka matti timo aino giuseppe giovanni francesco luigi salvatore mario vincenzo marco paolo stefano giulia chiara francesca giorgos dimitris kostas yannis nikos
maria eleni katerina sofia andreas costas panayiotis jan piet willem joost marieke
tupac atahualpa nayra sisa amaru illari quispe inti mere tane aroha kiri hemi tama malia keoni sione mele tevita losa
محمد أحمد حسن حسين عمر يوسف إبراهيم خالد مصطفى محمود عبدالله عبد العزيز سعيد حامد رشيد كريم سمير طارق نبيل جمال كمال هشام يونس ياسين بلال أنس أيوب حمزة زكرياء إسماعيل عادل مهدي أمين عثمان سليم وليد زياد فيصل فهد سلطان ناصر
ماجد سعد هاني رامي بشار صدام ياسر عرفات رفيق سامي فؤاد فاروق أنور جورج بيل توني جون ديفيد روبرت مايكل جاك بيتر فلاديمير سيرغي كارلوس ماريا كوندوليزا ديك دونالد جيمس توماس وليام هنري فاطمة عائشة زهرة خديجة مريم أمينة سلمى سارة
نادية سميرة لطيفة مليكة نعيمة سعيدة هدى إيمان سناء هند ليلى أسماء ياسمين رانيا دينا منى نورة نور ريم غيثة زينب الله عبدالرحمن عبدالرحيم عبدالكريم عبدالحميد عبدالمجيد عبدالعزيز عبدالقادر عبداللطيف عبدالسلام عبدالوهاب عبدالفتاح
عبدالباسط عبدالناصر عبدالمنعم عبدالحليم عبدالحكيم عبدالغني عبدالواحد عبدالهادي عبدالجليل عبدالجبار عبدالإله عبدالحق عبدالصمد عبدربه عبدو أسامة أيمن أشرف أكرم أمجد أنيس أوس إبرهيم إسلام إلياس إيهاب إياد آدم أسعد أصيل أمير أدهم
بسام بدر بركات بشير بكر بهاء تامر تيسير تميم توفيق ثابت ثامر جابر جاسم جعفر جلال جميل جهاد جواد حاتم حازم حبيب حسام حكيم حمد حمدان حمدي حمود حيدر حميد حنا حمدو خليفة خليل خيري خضر داود دريد ذياب راشد راغب رائد رأفت ربيع رجب
رشاد رضا رضوان رفعت رمزي رمضان رياض زاهر زين زهير زيدان سالم ساهر سعود سلمان سليمان سيف سهيل شادي شاكر شريف شعبان شفيق شكري شهاب شوقي صابر صادق صالح صبحي صبري صفوت صلاح صهيب ضياء طالب طاهر طلال طلعت طه عاطف عامر عارف عاصم
عباس عبيد عدنان عدي عزت عزمي عزام عصام عفيف عقيل علاء عماد عمار عمران عمرو عوض عيسى غازي غالب غانم فادي فارس فاضل فايز فتحي فراس فرج فريد فضل فهمي فوزي قاسم قصي قيس كاظم كامل كنعان لؤي لطفي ماهر مازن مالك مأمون مجدي مجيد محسن
محفوظ محجوب محيي مختار مدحت مراد مرزوق مروان مسعود مشعل مصعب مطر معاذ معاوية معتز معتصم معمر معن مفيد مقداد مكرم ممدوح مناف منصور منذر منير مهند مهنا موسى موفق مؤمن ميلاد ميشال ناجي نادر ناصيف ناظم نافع نايف نبهان نجيب نجم
نزار نسيم نصر نصري نضال نعمان نعيم نوار نوري نواف هادي هاشم هايل هيثم وائل واصف وجدي وجيه وديع وسام وسيم وضاح وفيق يحيى يزيد يعقوب يعرب ابتسام أحلام أروى أريج أسيل إسراء آسيا آمال آمنة آية أمل أميرة إلهام أماني إنعام انتصار
إنصاف بثينة بديعة بسمة بشرى بلقيس بهية تغريد تماضر ثريا جمانة جواهر حبيبة حسناء حفصة حليمة حميدة حورية خولة دانة دعاء دلال دنيا ديمة رابعة راوية رانية رباب رجاء رحاب رحمة رزان رشا رغد رقية رنا رندة رهف روان ريما ريهام زبيدة
زهراء زهور زينة سحر سعاد سلوى سميحة سمية سهام سهى سهير سوزان سوسن شذى شهد شهيرة صفاء صفية ضحى عبير عفاف علا عواطف غادة غالية فاتن فايزة فتيحة فدوة فريدة فوزية فيروز كاميليا كوثر لبنى لمياء لمى لولوة ماجدة ماجدولين مايا مديحة
مرام مروة مها مي ميادة ميسون ناهد نائلة نجاة نجلاء نجوى نهى نوال نوف هالة هاجر هبة هناء هويدا وداد وردة وفاء ياسمينة يسرى وليم ريتشارد جوزيف تشارلز كريستوفر دانيال دانييل ماثيو أنتوني مارك ستيفن ستيف بول أندرو كينيث كيفن
برايان تيموثي تيم رونالد إدوارد جيسون جيفري رايان نيكولاس إريك جوناثان لاري سكوت فرانك باتريك جيري دنيس هاري والتر كيث روجر ألبرت فيليب فيل بيت ستيوارت غوردن جوردون نيل مارتن إيان سيمون أليكس ألكسندر ألكسندرا ماري باتريشيا
ليندا إليزابيث باربرا جيسيكا سارا كارين ليزا نانسي مارغريت ساندرا آشلي دوروثي كيم إيميلي دونا ميشيل كارول أماندا ميليسا ديبورا لورا ريبيكا هيلاري هيلين جين ماريان جان بيار بيير فرانسوا لويس دومينيك نيكولا سيغولين برنار كلود
أندريه لوران كريستيان دانيل إيف ألين سيرج باسكال مارسيل أوليفييه تييري هيرفيه جيرار رينيه غي برونو دوفيلبان فريدريك سيباستيان إيزابيل كاترين ميراي إيمانويل خوسيه خوان مانويل فرانسيسكو خافيير أنطونيو ميغيل بيدرو بابلو رافاييل
رفائيل فرناندو خورخي ألبرتو رامون إنريكي إيفان دييغو أوسكار سيرخيو ريكاردو روبرتو إدواردو أندريس فيسنتي راؤول رودريغو رودريغيز إميليو سلفادور هوغو إيفو فيدل فيديل ماركو كارلو سيلفيو رومانو جوليو جيوفاني جيانلوكا فرانشيسكو
ماسيمو ماريو لوكا باولو روبيرتو ألساندرو فابيو فابيان كلاوديو لويجي فرانكو جوزيبي جورجيو إنزو بوريس ديمتري سيرجي ميخائيل يوري نيكولاي فيكتور أناتولي أليكسي إيغور إيفانوف قسطنطين ليونيد أوليغ بافل فاديم فياتشيسلاف غينادي
يفغيني زوران ميلان غوران سلوبودان ميروسلاف فاتسلاف يان لخ ليخ أولغا ناتاليا تاتيانا إيرينا يلينا يوليا سفتلانا هانز هانس يوهان يوهانس كارل غونتر هيلموت هلموت غيرهارد جيرهارد يورغن يورغين يوشكا فولفغانغ أنغيلا أنجيلا كلاوس
فرانز هورست أولاف لارس سفين بيورن ييري ينس أوتو رودولف ميكائيل ماتياس أوليفر شتيفن باستيان لوكاس وين جيانغ زيمين جيا باو دينغ شياو ماو تسي يانغ جونيتشيرو ياسوو شينزو تارو كويزومي أكيرا هيروشي داي جونغ رو كي مون ماهاتير مهاتير
سوهارتو سوسيلو ميغاواتي لال أتال بيهاري مانموهان سونيا راهول إنديرا راجيف برويز بينظير نواز ظفر برهان أحمدي مير روح أردشير داريوش أصغر بهزاد منوشهر حداد طيب بولنت دنيز يشار تورغوت أورهان نجمت طانسو نيجيرفان هوشيار برهم روژ
كوسرت نوشيروان كوفي نيلسون ثابو جوليوس جومو مواي موي يوويري أوليسيغون قرنق سلفا رياك ملس زيناوي أسياس أفورقي عيديد أداما صنوغو إبراهيما ممادو أبو أمادو بليز كومباوري غناسينغبي إياديما إيهود أرييل بنيامين شيمون شمعون إسحق
إسحاق يتسحاق موشيه دان إيلي أفيغدور تسيبي يوسي عامير حاييم غولدا مناحيم عوزي زئيف سيلفان أمنون عمرام روني رونالدو رونالدينيو بيكهام فييرا كاكا روبينيو فرنك ديدييه صامويل تشافي إينييستا ليونيل كريستيانو دروغبا شفتشنكو ميليتو
لوتشو فالنتينو كيمي رافايل روجيه أندي ليتون نوفاك سيرينا فينوس جوستين أميلي مارتينا ليندسي مارات غاستون غييرمو لوبيز تومي ماكس مايك ستيفان هيشام
`;
