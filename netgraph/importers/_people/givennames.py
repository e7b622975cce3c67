"""Common given names, folded, by which "Ana Gil <info@anagil...>" is told from a firm.

Most names of people are not here, and need not be: they are asked for only where a name and a
domain are the same words, as those of firms are, and of people who work alone.

Source: the most frequent names of living adults in twelve European languages, and of those who
moved there, as far as they are no common words of firms' names.
"""

from __future__ import annotations

_WORDS = """
    aaron achim adam adele adrian adriana afonso agata agnes agnieszka agustin ahmet aino aitor
    alain alan albane albert alberto aldo alejandra alejandro alessandra alessandro alessia
    alessio alex alexander alexandra alexei alfonso alfred alfredo alice alicia alicja alison
    alvaro amalia amanda ambra amelie amir amit amy ana anabela anais anastasia anders andre
    andrea andreas andrei andres andrew andrzej anette angela angelo anil anita anja anke ann
    anna annalisa anne annegret anneli annelies annette annika anthony antje antoine anton
    antonella antoni antonia antonio arie arjan arjun armin arnaud arne arthur artur arturo
    arvid asa asger ashley astrid aurelie axel ayse baerbel barbara bart bas beata beate
    beatrice beatriz begona belen ben benjamin benoit beppe bernadette bernard bernardo bernd
    bernhard beth betty bill birgit birgitta bjoern bjorn blanca bob bogdan bogumil boris borja
    bozena bram brandon brenda brian brigitte britt britta bruce bruna bruno bryan burkhard
    caio camilla camille carl carla carlo carlos carmen carol carola carolina caroline carsten
    catalina catarina caterina catherine cecile cedric cees celia celine cem cesar cezary
    chantal charles charlie charlotte cheryl chiara chloe chris christa christelle christian
    christina christine christophe christopher cinzia claire clara claudia claudio claus
    clement coen colin concepcion consuelo corinne cornelia corrado corrie craig cristian
    cristiana cristiano cristina cynthia daan dagmar damien daniel daniela danielle dario
    dariusz dave david davide dawid debora deborah debra deepak delphine denis denise deniz
    dennis derek detlef diana diane didier diego dieter diogo dirk dmitri domenico dominique
    don donald donatella donna dorota dorothea dorothy douglas duarte eberhard edith edoardo
    edouard edson eduardo edward eileen ekaterina ekkehard elena elfriede elif elin elisa
    elisabetta eliska elizabeth elke ellen elodie elzbieta emanuela emanuele emil emilie emilio
    emily emine emma emmanuel emmanuelle emre enrico enrique enzo eric erica erich erik erika
    erland ernesto ernst erwin eskil esteban estelle esther ethan etienne eugene eugenia
    eugenie eva evelyn ewa fabiana fabien fabienne fabio fabrice fabrizio fatima fatma federica
    federico felipe felix femke fernanda fernando filip filipa filipe filippo flavia flavio
    florian frances francesca francesco francine francisco franciszek franco francois francoise
    frank frans frantisek franz franziska frederic freja frida friedrich fritz gabi gabriel
    gabriela gabriele gaetano gareth gary geert genevieve gennaro geoffrey georg george georges
    gerald gerard gerardo gerd gerda gerhard gerrit gert giacomo gian giancarlo gianluca gianni
    gijs gilles gillian giorgia giorgio giovanna giovanni gisela giulia giuliano giulio
    giuseppe giuseppina gloria goncalo gonzalo goran gosta gottfried graham graziella grazyna
    greg gregory greta grzegorz gudrun guenter guenther guilherme guillaume guillermo gunilla
    gunnar gunter gustav gustavo guy hakan halil halina hana hanna hannah hanne hanneke
    hannelore hans harald harm harold harry hartmut hasan hassan heather hector hege heide
    heidi heike heiko heiner heinrich heinz helen helena helene helga helge helmut hendrik henk
    henri henrik henrique henry henryk herbert herman hermann herve hilda hilde hildegard
    holger horst howard hugh hugo huseyin hussein ian ibrahim ignacio igor ilaria ilona ilse
    ineke ines inge ingmar ingo ingrid ingvar inmaculada irene ireneusz irina irmgard isabel
    isabela isabelle isidro ismail ivan iveta ivo iwona izabela jaap jacco jacek jack jackie
    jaco jacob jacopo jacqueline jacques jadwiga jakub james jamie jan jana jane janet janice
    janina janusz jari jarmila jaroslav jaroslaw jason javier jean jeanne jeff jeffrey jelle
    jennifer jens jeremy jeroen jerome jerry jerzy jesper jessica jesus jim jiri jitka joachim
    joan joana joanna joanne joao joaquim joaquin jochen joe joel joerg johan johann johanna
    johannes john johnny joke jolanta jonas jonathan joop joost jordi jorg jorge jorgen joris
    jos jose josef josefa joseph josephine josette joshua joyce jozef juan juana judith judy
    juergen juha julia julian juliana julie julien juliette julio jurgen jussi justin justyna
    jutta kacper kai kamil kamila karel karen kari karin karl karolina karsten katarzyna kate
    katerina katharina katherine kathleen kathrin kathryn katie katja katrin kazimierz kees
    keith kelly kemal kenneth kerstin kevin khalid kim kimberly kinga kjell klaas klaus koen
    konrad kristian kristina kristoffer krystyna krzysztof kumar kurt kyle laetitia laia laila
    larisa larry lars lasse laura laure lauren laurence laurens laurent lawrence layla lea
    leandro leif leila lena lenka lennart leon leonardo leonie leonor leslie leszek leticia
    letizia leyla libor lidia lieke lieve linda linnea lionel lisa liz loes loic lorena lorenzo
    lothar louis louise lourdes luana luc luca lucas lucia luciana luciano lucie lucy lucyna
    ludmila ludovic ludwig luigi luis luisa luiz lukas lukasz luke lurdes lutz maaike maarten
    maciej maddalena madeleine mafalda magali magdalena magnus maja malgorzata malin manfred
    manon manuel manuela marc marcel marcela marcelle marcello marcelo marcin marco marcos
    marcus marek margaret margareta margarete margarita margaux margherita margit margot maria
    mariana mariangela marianne mariano marie marieke marijke marilyn marine mario marion
    mariusz marjan mark marketa markku markus marleen marlene marloes marta martha marthe
    martijn martin martina mary marzena massimiliano massimo mateusz mathias mathieu mathilde
    matilde mats matt matteo matthew matthias mauricio maurizio mauro max maxime maximilian
    megan mehmet meike melanie melissa merete mette michael michal michela michele michelle
    mieczyslaw mieke miguel mikael mike mikhail mikko milan milos mireille mirella miriam
    mirjam mirko miroslav miroslaw mohamed mohammad mohammed monica monika monique montserrat
    moritz morten murat muriel murilo mustafa myriam nadezhda nadia nadine nadir nancy nasser
    natalia natalie nathalie nathan neil nelleke nerea nicholas nicola nicolas nicole nicolo
    niels nienke nigel nikolai nikolaj nils nina noah noelia norbert nuno nuria odette odile
    oksana ola olaf olav ole oleg olga oliver olivia olivier olle omar omer ondrej oriol
    ornella oscar osman otavio otto oystein ozlem pablo paloma pamela paola paolo pascal
    pascale patricia patrick patrizia paul paula pauline paulo pavel pavla pawel pedro peggy
    pekka pepe pernille peter petr petra philip philipp philippe phillip pia piero pierre piet
    pieter pietro pim piotr priscila priya przemyslaw quentin rachel radek radka radoslaw
    rafael rafaela rafal raffaele raffaella ragnhild rahul rainer raj ralf ralph ramon raphael
    raquel rasmus raul raymond rebecca regina regis reiner reinhard remi remy renata renate
    renato rene renee renzo rhys ricardo riccardo richard rita rob robert roberta roberto robin
    rocco rocio rodrigo roel roger roland rolf romain roman ron ronald rosa rosanna rosemary
    rossella roy ruben rudi rudiger rudolf ruediger rui russell ruth ruud ryan ryszard sabine
    sally salvatore sam samantha samuel sander sandra sandrine sandro sanjay sanne santiago
    sara sarah sascha saskia scott sean sebastian selin serena serge sergei sergio serkan
    severine sevgi sharon sheila shirley sibel siegfried signe sigrid sigurd silke silvano
    silvia silvio simon simona simone siri sjaak slawomir sofia sofie solange soledad sonia
    sonja sophie soren stanislav stanislaw stanislawa stefan stefania stefanie stefano steffen
    stephane stephanie stephen steve steven stijn stuart sture sunil susan susana susanne
    suzanne svein sven svenja svetlana swen sylvain sylvia sylvie sylwia szymon tadeusz tania
    tanja tatiana tatyana telma teresa tereza terje terry thea theresa thiago thibault thierry
    thijs thomas thorsten tiago tijmen tim timo timothy tina tineke tiziana tjeerd tobias tom
    tomas tomasz tommaso tony torbjorn tore torsten tracy trevor trine trond truus tuomas
    turgut tyler udo ugo ulf ulla ulrich ulrika ulrike umberto ursula urszula ute uwe vaclav
    valentin valentina valeria valerie valerio vanessa vasco vera veronica veronique vibeke
    vicente victor vijay viktor ville vincent vincenzo vinicius virginie vito vitor vittoria
    vittorio vladimir vojtech volker volkmar waldemar walter waltraud wanda wayne wei wendy
    werner wieslaw wieslawa wiktor wilhelm willem willemijn william wim wioletta witold
    wladyslaw wojciech wolfgang wouter xavier yann yannick yasemin yolanda yuri yusuf yves
    yvette yvonne zachary zbigniew zdenek zdzislaw zeynep zoe zofia zuzana zuzanna zygmunt
"""
GIVEN_NAMES = frozenset(_WORDS.split())
