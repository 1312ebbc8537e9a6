/** Given names and family names in use in one part of the world. */
export interface NameList {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const list = (given: string, family: string): NameList => ({ given: given.split(' '), family: family.split(' ') });

/**
 * Common names of twelve origins in Latin letters, for the copies of a set in which every person gets another name. They are kept apart
 * from everything the taggers are trained on.
 */
export const LATIN_ORIGINS: Readonly<Record<string, NameList>> = {
  'anglo-saxon': list(
    'Alfred Brenda Clifford Doreen Edwin Gladys Harriet Irwin Kimberly Leonard Maureen Nigel Phyllis Rodney Shirley Trevor Wendy Wilbur',
    'Ashworth Blackwood Cartwright Dunham Eastwood Fairbanks Goodwin Hargreaves Ingram Kirkland Lockwood Middleton Norwood Pemberton Ratcliffe Stanhope Thornton Whitaker',
  ),
  french: list(
    'Aurélie Benoît Corentin Delphine Édith Fabrice Gaëlle Honoré Jérôme Léontine Maëlle Noémie Quentin Régis Solène Thibault Yolande',
    'Beauchamp Charpentier Delacroix Fontaine Girardot Hébrard Joubert Lachapelle Marchand Nivelle Pelletier Quesnel Rocheteau Saulnier Tessier Vaillancourt Villeneuve Berthelot',
  ),
  iberian: list(
    'Anselmo Crisanto Eusebio Fermina Graciela Heriberto Inmaculada Jacinto Leocadia Macarena Nicanor Remedios Saturnino Tiburcia Urbano Visitación',
    'Aguirre Bustamante Echeverría Fuentealba Goicoechea Hinojosa Irigoyen Larrazábal Montenegro Olavarría Peñaloza Quiñones Sandoval Tejedor Urrutia Valdivieso Zubizarreta',
  ),
  lusophone: list(
    'Adalberto Bernardina Celeste Domitília Emerson Feliciano Gilson Heloísa Iracema Jandira Leonel Marinalva Odete Plínio Severino Telma Wanderley',
    'Albuquerque Boaventura Cavalcanti Drummond Evangelista Figueiredo Guimarães Junqueira Laranjeira Mascarenhas Nascimento Pinheiro Quaresma Rebelo Sampaio Trindade Vasconcelos Xavier',
  ),
  'arab-amazigh': list(
    'Abdelkader Boujemaa Chaimae Driss Fadwa Ghassan Hanane Idriss Jihane Lahcen Mouna Noureddine Oumaima Rachida Soufiane Touria Zineb',
    'Aouragh Benjelloun Chraibi Daoudi Ezzahraoui Filali Ghazouani Izem Jebari Khatib Lamrani Mansouri Naciri Ouazzani Qasmi Sebti Tazi',
  ),
  'west-african': list(
    'Adjoa Babatunde Chinwe Diarra Efua Folasade Ifeoma Kwabena Lamine Mamadou Ousmane Penda Seydou Temitope Uchenna Yaw',
    'Achebe Boateng Coulibaly Diallo Emezue Fofana Gueye Ikpeba Keita Mensah Ndiaye Okonkwo Owusu Sanogo Traoré Umeh Yeboah Zongo',
  ),
  'east-african': list(
    'Abebe Birtukan Chepkorir Desta Furaha Gathoni Habtamu Imani Jelagat Kibet Lulit Makeda Nyambura Otieno Rukundo Selam Tsegaye Wanjiru',
    'Assefa Barasa Chebet Gebremariam Habyarimana Kamau Kiprotich Macharia Mugisha Nkurunziza Ochieng Rutagengwa Tadesse Uwase Wekesa Yohannes Zewde',
  ),
  'southern-african': list(
    'Bongani Chipo Dumisani Farai Gugulethu Kagiso Lerato Mandla Nomvula Palesa Rudo Sibusiso Tendai Unathi Vuyo Wonder Xolani Zanele',
    'Banda Chikwanda Dlamini Gumede Hlongwane Khumalo Mabuza Moyo Ndlovu Nkosi Phiri Rakotomalala Sithole Tshabalala Vilakazi Xaba Zulu Mokoena',
  ),
  'south-asian': list(
    'Anjali Bhavesh Chandrika Deepak Farhana Gopal Harpreet Ishaan Jayanthi Kavitha Lakshman Meenakshi Nadeem Parveen Rukmini Sanjeev Tahmina Vikram',
    'Agarwal Bandaranaike Chaudhry Deshmukh Ghosh Hossain Iyer Jayawardena Krishnan Lamichhane Mukherjee Nair Pillai Rahman Siddiqui Thapa Venkataraman',
  ),
  'east-asian': list(
    'Akiko Bao Chunhua Daichi Eunji Haruto Jiahui Kenji Lingling Minjun Ngoc Phuong Ratchanee Seojun Thuy Wenjie Xiaoming Yuki',
    'Cao Duong Fujimoto Guo Hashimoto Huynh Jeong Kobayashi Liang Matsumoto Ouyang Park Srisuk Tran Watanabe Zheng',
  ),
  slavic: list(
    'Anatoliy Bogdana Czesław Dragomir Evgeniya Fyodor Grzegorz Hryhoriy Ivanka Jadwiga Kazimierz Ljubica Miroslava Oksana Rostislav Svetlana Zbigniew',
    'Antonenko Bondarchuk Čermák Dragović Fedorov Grabowski Horvat Ivanchuk Jankowski Kovalenko Lewandowski Mihajlović Nowicki Petrushev Romanchenko Sobczak Tymoshchuk Vuković',
  ),
  'turkic-persian': list(
    'Aygül Bahram Cemile Dilnoza Elnur Farzaneh Gulnara İlknur Jahangir Kanat Leyla Nurlan Özlem Rustam Şirin Timur',
    'Abdullayev Bayramov Çelik Demirtaş Ergashev Ghorbani Hashemi Ibragimov Jafari Karimov Mamedov Nazarov Rezaei Sultanov Tursunov Yıldırım Zhaksybekov',
  ),
};

/** The same in Arabic letters: names of Arab and Amazigh, Turkish and Persian, African and European origin. */
export const ARABIC_ORIGINS: Readonly<Record<string, NameList>> = {
  'arab-amazigh': list(
    'عبدالرزاق بوجمعة شيماء إدريس فدوى غسان حنان جيهان لحسن نورالدين أميمة سفيان',
    'بنجلون الشرايبي الداودي الفيلالي الغزواني الجباري العمراني الناصري الوزاني السبتي التازي أوراغ',
  ),
  'turkic-persian': list(
    'جميلة دلنواز فرزانه كلنارا جهانكير نورلان رستم شيرين تيمور بهرام الكنور',
    'بيراموف جليك دميرتاش قرباني هاشمي جعفري كريموف رضائي سلطانوف يلدريم نظروف محمدوف',
  ),
  african: list(
    'مامادو لامين سيدو بابكر كوامي نغوزي أبيبي واكيتا ديارا كيبيت وانجيرو',
    'ديالو كوليبالي ندياي تراوري كيتا منساه أوكونكو موانغي تاديسي نكوروزيزا دلاميني موكوينا',
  ),
  european: list(
    'ألفريد بريندا كليفورد إدوين ماتيو ديلفين فابريس بياتريس خاسينتو أدالبرتو سفيتلانا غريغوري',
    'كارترايت ميدلتون ديلاكروا شاربنتييه أغيري ساندوفال فيغيريدو كوفالينكو ليفاندوفسكي هورفات فيدوروف ثورنتون',
  ),
};
