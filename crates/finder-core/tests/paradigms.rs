//! Latvian words declined and conjugated by the grammar's tables: every form meets every other, typed with its diacritics
//! or without, whichever of them a catalogue holds. The words are common ones, of every declension and every change of
//! consonants. What does not meet, as it would bring others together: the first person of the future in *-īšu*
//! (*lasīšu*; *brālīšu* is of *brālītis*), and verbs whose stem changes in other ways (*pirkt*, *pērk*).

use finder_core::text::{Language, fold};

/// Endings by declension, after the stem; with `~` after the stem with its consonant changed.
const I: &str = "s a am u ā i iem us os";
const I_SOFT: &str = "š a am u ā i iem us os";
const II: &str = "is ~a im i ī ~i ~u ~iem ~us ~os";
const II_HARD: &str = "is a im i ī i u iem us os";
const II_S: &str = "s im i ī ~i ~u ~iem ~us ~os";
const III: &str = "us um u ū i iem os";
const IV: &str = "a as ai u ā ām ās";
const V: &str = "e es ei i ē ~u ēm ēs";
const V_HARD: &str = "e es ei i ē u ēm ēs";
const VI: &str = "s ij i ī is ~u īm īs";
const VI_HARD: &str = "s ij i ī is u īm īs";
const VERBAL_NOUN: &str = "šana šanas šanai šanu šanā šanām šanās";
const ADJECTIVE: &str = "s a am u ā i iem us os as ai ām ās \
    ais ajam o ajā ie ajiem ajos ajai ajās ajām";
const PRESENT_PARTICIPLE: &str = "ošs oša ošam ošu ošā oši ošiem ošus ošos ošas ošai ošām ošās \
    ošais ošajam ošo ošajā ošie ošajiem ošajos ošajām ot";
const PAST_PARTICIPLE: &str =
    "ts ta tam tu tā ti tiem tus tos tas tai tām tās tais tajam to tajā tie tajiem tajos tajām";
/// *strādāt*: present, past, imperative, participles, the verbal noun.
const SECOND: &str = "t ju jam jat jām jāt ja ji s jiet jis jusi juši jot šana šanas šanu šanai";
/// *pieskatīt*, after the stem without its vowel; with `~` after the stem with it.
const THIRD: &str = "u a ām ~t ~ju ~ja ~jām ~s ~jis ~jusi ~juši ~šana ~šanas ~šanu";
/// Future and conditional, beside what they are to meet. Without diacritics they look like nouns (*gramatu*).
const LATER_OF_SECOND: &str = "t ju s si sim siet tu šana";
const LATER_OF_THIRD: &str = "u a ~t ~s ~sim ~siet ~tu ~šana";

/// Endings of a paradigm, and words: a stem, and where it changes the changed one.
const PARADIGMS: [(&str, &str); 22] = [
    (
        I,
        "tēv draug vīr gald cilvēk bērn centr pakalpojum nam darb dārz kabinet asistent pabalst logoped invalīd dzīvniek \
         atbalst kurs pagast novad park ārst vecāk spēk birojs autobus transport klub pasākum speciālist zvan \
         biedr fond internāt jautājum plān amat rat vask kaul dokument dienest traucējum autism",
    ),
    (I_SOFT, "ceļ vēj kar teļ dvieļ kaimiņ treniņ"),
    (
        II,
        "brīd:brīž dzīvokl:dzīvokļ brāl:brāļ jauniet:jaunieš latviet:latvieš pensionār:pensionār kuģ lāc:lāč zirn:zirņ \
         viln:viļņ kāpsl:kāpšļ zizl:zižļ bried:briež gail:gaiļ ābol:āboļ trus:truš \
         mēnes:mēneš naz:naž skap:skapj kurm:kurmj pacient",
    ),
    (II_HARD, "vies tēt suit aks"),
    (II_S, "mēnes:mēneš akmen:akmeņ ūden:ūdeņ asmen:asmeņ ruden:rudeņ ziben:zibeņ"),
    (III, "tirg led al liet med vid"),
    (
        IV,
        "māj dien skol palīdzīb rok kāj mamm om vajadzīb terapij klīnik istab grup bērnīb drošīb \
         rotaļ iel pilsēt telp nom darbnīc stund aukl mās sēt bibliotēk atpūt nodarbīb slimīb veļ patversm \
         naud lapiņ uzņemšan vientulīb rampiņ ģimn demencīt epilepsij autoskol ergoterapij",
    ),
    (
        V,
        "iestād:iestāž ģimen:ģimeņ aprūp:aprūpj invaliditāt:invaliditāš māt:māš up:upj zem:zemj egl:egļ sēn:sēņ zvaigzn:zvaigžņ \
         kundz:kundž rindiņ:rindiņ virtuv:virtuvj vecmāmiņ:vecmāmiņ kurp:kurpj bit:biš puķ:puķ pus:puš laim:laimj \
         svec:sveč roz:rož universitāt:universitāš aktivitāt:aktivitāš nometn:nometņ nodarb:nodarbj \
         spēl:spēļ krūz:krūž saul:sauļ meiten:meiteņ sieviet:sievieš kafejnīc:kafejnīc adres:adreš vest:vesš",
    ),
    (V_HARD, "pas gāz"),
    (
        VI,
        "pil:piļ sird:sirž nakt:nakš krāsn:krāšņ cilt:cilš asin:asiņ durv:durvj gov:govj klēt:klēš ugun:uguņ ziv:zivj telt:telš smilt:smilš",
    ),
    (VI_HARD, "valst pirt ac brokast bals debes aus"),
    (
        ADJECTIVE,
        "garīg sociāl vec jaun liel maz lab fizisk pieejam grūt smag intelektuāl vientuļ bezmaks slim vesel pastāvīg \
         plaš ilgstoš dziļ nepieciešam pilngadīg speciāl patstāvīg kust sāpīg tuv vāj",
    ),
    (PRESENT_PARTICIPLE, "strādāj dzīvoj slimoj runāj meklēj"),
    (PAST_PARTICIPLE, "pārbaudī apmācī meklē aprūpē atbalstī adaptē kopī integrē"),
    (SECOND, "strādā dzīvo meklē runā mazgā aprūpē slimo atbildē dāvā konsultē vingro kalpo"),
    (
        THIRD,
        "pieskat:pieskatī pārvald:pārvaldī kust:kustē nodarbin:nodarbinā atbalst:atbalstī audzin:audzinā skait:skaitī",
    ),
    (VERBAL_NOUN, "mazgā dzīvo pieskatī mācī ārstē aprūpē palīdzē ēdinā kop peldē izmitinā iekārto konsultē"),
    ("ties šanās šanos jos jas jies jamies", "mazgā konsultē gatavo"),
    ("s a am u ie ais ajam ajā āks āka ākam āki ākas ākiem ākais", "lab jaun maz liel smag augst dārg lēt"),
    ("āks āka ākam āki ākas ākiem ākais ākajā ākajiem", "lab jaun maz liel smag augst dārg lēt"),
    ("t ~ ~u ~a ~am ~at ~ot", "brauk:brauc snieg:sniedz beig:beidz lūg:lūdz nāk:nāc sāk:sāc"),
    ("is usi uši uša ušam ušas ušai ušiem ušais ušie ušo ušajiem ušajām", "ciet atrad palik sasirg"),
];

/// The same for words that are typed with their diacritics: without them they look like others.
const WRITTEN: [(&str, &str); 8] = [
    // *-tu* is a noun's ending too, *-si* an adjective's.
    (LATER_OF_SECOND, "strādā dzīvo meklē runā mazgā aprūpē konsultē"),
    (LATER_OF_THIRD, "pieskat:pieskatī nodarbin:nodarbinā atbalst:atbalstī audzin:audzinā"),
    // *lasiju* is like *liniju*.
    (THIRD, "las:lasī māc:mācī"),
    ("t ju ja šu šana", "strādā meklē mazgā aprūpē konsultē"),
    // *zibakajam* may as well be of *zibaks*.
    ("s a ie ais ajam āks āka ākais ākajā ākajiem", "lab jaun maz liel smag augst dārg lēt"),
    // *rupe* is too short to be taken for a verb.
    ("ties jos jies jamies sies simies šos", "rūpē mazgā"),
    ("u ošs oša ošiem ošajiem ot", "palīdz"),
    ("is ij ī īs ~u", "Cēs:Cēs"),
];

/// The forms of a paradigm's words that do not meet, each with the one it was typed as.
fn missed(paradigms: &[(&str, &str)], spellings: impl Fn(&str) -> Vec<String>) -> Vec<String> {
    let mut missed = vec![];
    for (endings, words) in paradigms {
        for word in words.split_whitespace() {
            let (stem, changed) = word.split_once(':').unwrap_or((word, word));
            let form = |ending: &str| match ending.strip_prefix('~') {
                Some(ending) => format!("{changed}{ending}").to_lowercase(),
                None => format!("{stem}{ending}").to_lowercase(),
            };
            let forms: Vec<String> = endings.split_whitespace().map(form).collect();
            for (held, typed) in forms.iter().flat_map(|held| forms.iter().map(move |typed| (held, typed))) {
                let written = Language::Latvian.stems(held, &fold(held), true);
                for typed in spellings(typed) {
                    let asked = Language::Latvian.stems(&typed, &fold(&typed), false);
                    if !written.iter().any(|stem| asked.iter().any(|other| stem == other)) {
                        missed.push(format!("{held} {typed}"));
                    }
                }
            }
        }
    }
    missed
}

#[test]
fn forms_of_a_word_meet() {
    let missed = missed(&PARADIGMS, |typed| vec![typed.to_owned(), fold(typed)]);
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn forms_typed_as_they_are_written_meet() {
    let missed = missed(&WRITTEN, |typed| vec![typed.to_owned()]);
    assert!(missed.is_empty(), "{missed:#?}");
}
