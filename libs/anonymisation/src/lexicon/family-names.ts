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
بوش كلينتون بلير شارون باول رامسفيلد بوتين شيراك رايس أنان عنان مبارك القذافي الأسد عرفات الحريري العلوي الإدريسي الفاسي بنعلي البكري التميمي الزهراني القحطاني الشمري العتيبي الحسيني الحكيم الصدر المالكي الجعفري الطالباني
البرزاني علاوي البرادعي موسى خاتمي نجاد خامنئي كرزاي مشرف سينغ
`;
