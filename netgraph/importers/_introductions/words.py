"""Ways of making people acquainted, in English, German, French and Spanish.

The patterns are tried on folded text (lower case, no accents) in which every name of a person
addressed was replaced by a mark (``@0``, ``@1`` …), so that "Ilse, this is Noor" and "Zoë,
this is Ada" are one phrase. `COUNTER` and `LATER` say that a phrase does not bring anybody
together now.
"""

from __future__ import annotations

import re

#: "Ilse, this is Noor": one person is told who the other one is.
SHOWN = re.compile(
    r"@(\d)[,:]? (?:(?:und|and|y|et) )?(?:may i introduce|darf ich vorstellen:?|meet|this is"
    r"|here is|here's|das(?: hier)? ist|hier ist|dies ist|voici|c'est(?! @\d qui)|est[ae] es"
    r"|aqui esta|le presento a|te presento a|je te presente)"
    r" (?:(?!(?:not|keine?|pas|no|me|us|him|her|them|at|for|what|why|the|an?|der|die|das|den|dem"
    r"|ein\w*|von|of|del?|el|la|le|les|une?|fur|para|pour|from|qui|que|was|wie)\b)[^\s@.!?]+ ){0,3}"
    r"@(?!\1)\d(?!'s|s\b)"
)
#: "Ilse, Noor; Noor, Ilse", and the same with dashes.
CROSSED = re.compile(r"@(\d)[,:-]? ?-? ?@(?!\1)(\d)\s*[-,.;:/]+ *(?:und|and|y|et)? ?@\2,? ?-? ?@\1")

_PAIR_EN = (
    r"\b(?:bridging|connecting|linking|pairing|introducing) (?:the two of you|you two|you both)\b"
    r"|\bmak(?:e|ing) (?:this|the|an?) (?:intro|introduction|connection)\b(?! (?:of|more))"
    r"|\bmake the introductions\b"
    r"|\byou(?: two| both)? (?:really )?(?:should|must|ought to) (?:really |both )?(?:meet|talk"
    r"|speak|connect|chat)(?: to each other| properly| some ?time)?\s*(?:[.,;:!-]|$)"
    r"|\b(?:enjoy|should|ought to|want(?:ed)? you(?: two)? to|like you(?: two)? to) (?:get to )?"
    r"know(?:ing)? each other\b"
    r"|\byou\b.{0,80}\b(?:have|had|'ve) (?:somehow |strangely |still )?never met\s*(?:[.,;:!-]|$)"
    r"|\btime (?:that )?you (?:two |both )?met\b"
    r"|\byou both said yes\b|\bdouble opt-in intro"
    r"|\b(?:want|wanted|like|love)(?: for)? you(?: two| both)? to meet @\d"
    r"|\bhappy to (?:make the )?(?:intro(?:duce|duction)?|connect)(?: you)?(?: two"
    r"| both)?(?: to)? @\d"
    r"|\bhope you (?:two|both|guys) (?:get to )?(?:connect|meet|hit it off)\b|\byou(?:'d"
    r"| would) hit it off"
    r"|\bput(?:ting)? you in (?:touch|contact) with @\d"
    r"|\bvirtually introducing\b|\be-introduc(?:e|ing)\b"
)
_PROMISED = (
    r"|\b(?:promised|discussed|agreed|versprochen|besprochen|promis|convenu|prometi|acordado)\b"
    r".{0,40}\b(?:here is|here's|hier ist|voici|aqui (?:esta|tienes a)) @\d(?!'s|s\b)"
    r"|\b(?:get|bring)(?:ting|ing)? you (?:two |both |guys )?together\b"
    r"|\bfor (?:the two of you|you two|you both) to (?:be in touch|meet|talk|connect|know)\b"
    r"|\bsending @\d your way\b"
)
_PAIR_DE = (
    r"\b(?:verbinde|vernetze) (?:ich )?(?:dich|sie|euch) (?:\w+ ){0,2}mit @\d"
    r"|\bdamit ihr euch (?:\w+ )?kennen ?lernt\b|"
    r"\b(?:verbinde|vernetze|verkupple) (?:ich )?(?:euch|sie) (?!mit )"
    r"|\beuch (?:\w+ ){0,4}(?:(?:zu )?(?:vernetzen|verbinden)|bekannt ?(?:zu )?machen"
    r"|zusammen(?:zu)?bringen)\b"
    r"|\b(?:dich|sie|euch) (?:\w+ ){0,3}mit @\d (?:\w+ ){0,3}(?:bekannt ?machen|vernetzen"
    r"|verbinden"
    r"|zusammenbringen|in (?:kontakt|verbindung) bringen)\b"
    r"|\b(?:bringe|setze) (?:ich )?(?:dich|sie|euch) (?:\w+ |@\d ){0,4}in (?:kontakt|verbindung)\b"
    r"|\bbring\w* (?:ich )?(?:euch|sie) (?:\w+ ){0,3}(?:zusammen|in (?:kontakt|verbindung))\b"
    r"|\bmache? (?:ich )?(?:euch|sie) (?:\w+ ){0,3}bekannt\b"
    r"|\b(?:euch|sie) beide\b.{0,40}\bbekannt ?(?:zu )?machen\b"
    r"|\b(?:euch|sie) (?:beide )?(?:einander|gegenseitig) (?:vor\b|vorzustellen|vorstellen)"
    r"|\bstelle\b.{0,30}\bkontakt\b.{0,60}\bher\b"
    r"|\bvermittle\b.{0,40}\bkontakt\b"
    r"|\bihr\b.{0,20}\b(?:solltet|musst)\b.{0,30}\b(?:kennen(?:lernen)?|miteinander (?:reden"
    r"|sprechen))\b"
    r"|\blernt euch (?:\w+ ){0,2}kennen\b|\blernen sie sich (?:\w+ ){0,2}kennen\b"
    r"|\bdass (?:du|ihr|sie) (?:\w+ |@\d ){0,3}kennen ?lern(?:st|t|en)\b"
    r"|\bbrucke zwischen euch\b|\b(?:sprecht|redet) (?:\w+ ){0,2}miteinander\b"
    r"|\bmeldet euch beieinander\b|\bversprochene kontakt\b"
    r"|\b(?:verbindung|kontakt) zu @\d"
    r"|\bstelle (?:ich )?(?:dir|ihnen|euch) (?:\w+ ){0,3}@\d"
    r"|\b(?:dir|ihnen|euch) (?:\w+ ){0,3}@\d (?:\w+ ){0,3}(?:vorstellen|vorzustellen)\b"
)
_PAIR_FR = (
    r"\bje fais les presentations\b|\bje fais le lien entre\b|\bl'une? a l'autre\b"
    r"|\bje (?:vous|te) mets? (?:\w+ ){0,3}en (?:lien|rapport|contact|relation)\b"
    r"|\bje (?:vous|te) connecte\b|\b(?:plaisir|permets|ravie?|heureux|heureuse|voulais|voudrais)"
    r" (?:de )?(?:vous|te) mettre en (?:lien|rapport|contact|relation)\b(?! avec (?:le|la|nos"
    r"|notre))"
    r"|\bde vous (?:connecter|mettre en (?:lien|rapport|contact|relation))\b"
    r"|\b(?:te|vous|lui) presenter (?:(?:mon|ma|enfin|ici|madame|monsieur|mme|m) ?\S* ?){0,3}@\d"
    r"|\bje (?:te|vous) (?:presente|introduis) (?:(?:mon|ma|ici|donc) ?\S* ?){0,3}@\d"
    r"|\bvous fassiez connaissance\b|\bvous faire (?:faire )?connaissance\b"
    r"|\bvous devriez (?:\w+ ){0,2}(?:rencontrer|parler|connaitre)\b(?! (?:aux?|a|avec|d\w+))"
    r"|\bque tu rencontres @\d|\bque vous vous (?:rencontriez|connaissiez|parliez)\b"
    r"|\b(?:parlez|ecrivez)-vous\b|\b(?:mise|mettre) en (?:contact|relation|lien) demandee?\b"
    r"|\bvous ne vous connaissez pas\b"
)
_PAIR_ES = (
    r"\b(?:os|los|las) (?:conecto|pongo en contacto)\b|\bte (?:conecto|pongo en contacto) con @\d"
    r"|\b(?:conectar|poner)(?:os|los|las)\b(?! (?:a|con) (?:la|el|un|nuestr))"
    r"|\b(?:os|les) presento(?: mutuamente)?\s*[:.,]"
    r"|\bpresentar(?:os|los|las)\b(?! (?:el|la|un|n))"
    r"|\bpresentar(?:te|le|les) a (?:(?:mi|la|el|don|dona) ?\S* ?){0,2}@\d"
    r"|\b(?:te|le|les|os) presento a (?:mi \S+ )?@\d"
    r"|\b(?:queria|quiero|gustaria) (?:que conocieras a|presentar(?:te|os|le|les)(?: a)?) @\d"
    r"|\bponer(?:te|le) en contacto con @\d|\bos queria presentar\b"
    r"|\bhago (?:las presentaciones|de puente)\b"
    r"|\bdeber(?:iais|ian) (?:conoceros|conocerse|hablar)\b"
    r"|\bque os conoci(?:erais|eseis)\b|\bque se conozcan\b|\bque conozcas a @\d|\bconozcanse\b"
    r"|\bescribios\b|\bno os conoceis\b"
)
#: The people addressed are brought together; who they are, the names around tell.
PAIR = re.compile("|".join((_PAIR_EN + _PROMISED, _PAIR_DE, _PAIR_FR, _PAIR_ES)))

#: The writer leaves the two alone: it counts only where both were named.
HANDED_OVER = re.compile(
    r"\btake it from here\b|\bover to (?:you|the two of you)\b"
    r"|\b(?:i'll|i will|i'm|i am) (?:now |just )?(?:step(?:ping)? (?:back|aside|out)"
    r"|bow(?:ing)? out|get(?:ting)? out of (?:the|your) way|leave (?:you (?:two|both|to )|it with"
    r" you)|let you (?:two|both|arrange|find))"
    r"|\b(?:let|leave) you (?:guys |two |both )?(?:to (?:it|connect|chat|talk)|connect|take it"
    r"|to take it)\b"
    r"|\bfeel free to (?:connect|talk|speak) directly\b|\bdropping off this thread\b"
    r"|\bno need to keep me (?:on|in) (?:copy|cc|the loop)\b"
    r"|\bklinke mich (?:\w+ )?aus\b|\bnehme mich (?:\w+ )?(?:he)?raus\b"
    r"|\b(?:ab hier|ab jetzt|den rest|alles weitere) (?:ubernehmt|macht|klart|konnt) ihr\b"
    r"|\bihr konnt (?:ab jetzt|jetzt|gern) direkt\b|\blasse euch (?:\w+ )?(?:allein|machen|reden)"
    r"|\bden rest uberlasse ich euch\b|\bnehmt mich (?:\w+ )?(?:raus|aus dem verteiler)\b"
    r"|\bnicht (?:\w+ )?in (?:kopie|cc) (?:bleiben|sein)\b|\bziehe mich (?:\w+ )?zuruck\b"
    r"|\bje vous laisse (?:\w+ )?(?:echanger|prendre|voir|fixer|discuter|faire|en parler|parler)"
    r"|\bje vous laisse (?:entre vous|la main|le soin)|\bje me retire\b|\bje (?:disparais"
    r"|sors) de la (?:boucle|conversation)\b"
    r"|\ba vous de jouer\b|\binutile de me garder\b"
    r"|\b(?:os|los|las) dejo (?:\w+ )?(?:que|para que|solos|solas|hablar|platicar|seguir)"
    r"|\b(?:os|los|las) dejo en contacto\b|\bya os encargais\b|\bme retiro\b|\bsegu(?:id|is"
    r"|iran?) sin mi\b|\bya hablais\b"
    r"|\bquedo fuera de la conversacion\b|\ba partir de aqui, vosotr[oa]s\b"
)
#: The other one stands in copy, and was spoken of before: together they count like the above.
COPIED = re.compile(
    r"\bcc'?d\b|\bcc'?ing\b|\bcop(?:ied|ying)\b|\bin (?:copy|cc)\b|\bloop(?:ing)? in\b|\(cc\)"
    r"|\bin kopie\b|\bliest (?:hier )?mit\b|\ben copi[ea]\b"
)
TOLD = re.compile(
    r"\b(?:friend|person|one) (?:that |whom |who )?i (?:mentioned|described|told you|spoke)"
    r"|\bi told you (?:all )?about\b|\bapplication i mentioned\b"
    r"|\bvon (?:der|dem) ich (?:dir|ihnen|euch)? ?(?:\w+ )?(?:erzahlt|sprach|gesprochen)"
    r"|\bvon @\d (?:schon )?erzahlt\b|\bfur die ich gefragt\b"
    r"|\bdont je (?:t'|vous |te )?(?:ai|avais|parlais)(?: parle)?\b"
    r"|\bte hable\b|\bte comente\b|\bte mencione\b"
    r"|\bla persona (?:adecuada|que)"
)
#: What makes a sentence no introduction, whatever else it says.
COUNTER = re.compile(
    r"\bintroduc\w+ @\d'?s?'|\bhalfway\b|\b(?:forgot|failed|meant) to introduce\b|"
    r"\b(?:could|can|would|will) you (?:please )?(?:introduce|connect|put)\b"
    r"|\bintroduce (?:me|myself"
    r"|us)\b|\b(?:nice|good|great|lovely|glad|pleased|hope) to (?:e-)?meet\b"
    r"|\bthank(?:s| you)\b.{0,40}\bintro|\b(?:our|my|a) new (?:plan|product|service|app|offer)"
    r"|\bwelcome\b.{0,60}\b(?:team|company|board)\b"
    r"|\bjoin(?:s|ing|ed) (?:us|the (?:team|company))\b"
    r"|\b(?:of the month|read more|register|sign up|click)\b|\balready know\b"
    r"|\bknow each other already"
    r"|\b(?:konnt|konntet|wollt|mochtet) ihr\b"
    r"|\bkonntest du\b|\bkannst du\b|\bkonnten sie\b|\bmich (?:\w+ ){0,3}vorst"
    r"|\bunser\w* (?:neu|angebot)"
    r"|\bdes monats\b|\bdanke?\b.{0,40}\b(?:vorst|bekannt|kontakt|vernetz)"
    r"|\bkennt euch (?:ja|schon|bereits)\b|\bmochte mich\b"
    r"|\bzur verfugung\b|\b(?:sich|euch) vorstellen,? (?:im|in|zu|dass|ob|wie)\b"
    r"|\b(?:pourrais-tu|pourriez-vous|peux-tu|pouvez-vous)\b|\bme presenter?\b|\bdu mois\b"
    r"|\bmerci\b.{0,40}\b(?:mise|present)"
    r"|\bnotre (?:nouve|offre|equipe|service)|\bvous vous connaissez deja\b"
    r"|\b(?:podrias|podriais|podria|puedes|podeis|pueden) (?:pre|pon|con)|\bme presento\b"
    r"|\bdel mes\b|\bgracias por\b.{0,30}\b(?:present|conect|poner)"
    r"|\bnuestr[oa]s? (?:nuev|ofert|equipo|servicio)|\bya os conoceis\b"
)
#: An introduction that is only promised for another day.
LATER = re.compile(
    r"\b(?:will|'ll|shall|should|going to|can|could|might) (?:\w+ )?introduce\b.{0,60}\b(?:at"
    r"|on|when|next"
    r"|tomorrow|tonight|soon|later|one day|some ?day|after|in (?:the|a))\b"
    r"|\b(?:am (?:mo|di|mi|do|fr|sa|so)\w+|morgen|demnachst|bald|nachste\w*|spater|wenn|falls|dann"
    r"|auf (?:dem|der)|beim)\b.{0,60}\b(?:stell\w*|bekannt|vorstell\w*)\b"
    r"|\bstelle? ich\b.{0,40}\b(?:morgen|demnachst|bald|nachste\w*|spater|dann|wenn)\b"
    r"|\bpresenterai\b|\bpresentare\b|\bpondre en contacto\b|\bmettrai en\b"
    r"|\b(?:before|if|in case|when) i (?:introduce|connect|put)\b"
)
#: A subject that announces somebody who stands among those addressed.
SUBJECT = re.compile(
    r"\b(?:e-)?intro(?:duction)?s?\b(?: to|:| -)? ?|\bintroducing\b|\bvorstellung:? "
    r"|\bmise en relation\b"
    r"|\bpresentation:? @|\bkontakt(?:vermittlung)?:? @|\bmeet @\d|<[-=]?>"
)
