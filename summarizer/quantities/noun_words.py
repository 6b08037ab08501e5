"""Closed-class words and irregular plurals that bound and name a counted noun."""

from __future__ import annotations

# A counted noun phrase ends before any of these.
STOP_WORDS = frozenset(
    "a an the this that these those my your his her its our their whose which who whom what when where why how "
    "i you he she it we they me him us them myself himself herself itself ourselves themselves "
    "and or but nor so yet if because while although though as than then whether unless until till since "
    "of in on at by for with without from to into onto upon over under above below between among amid through "
    "during before after against about around across along behind beyond near off out up down toward towards via "
    "per plus minus inside outside within throughout despite except like unlike versus vs "
    "is are was were be been being am has have had having do does did done can could will would shall should may "
    "might must ought not no never also just only even still already ever now ago today yesterday tomorrow "
    "tonight later earlier soon again too very there here all each every both either neither any some such "
    "said says say saying told tells added adds reported announced according see sees saw seen make "
    "made take took taken come came go went gone give gave get got find found "
    "show showed know knows think thinks want need use become becomes became remain "
    "remained include included including face faced leave left stand stood lie lay "
    "hit win won lose loses lost run ran keep kept put set let lets begin began begun "
    "died dead killed wounded injured missing hurt arrested detained displaced rescued feared confirmed believed "
    "anywhere everywhere somewhere nowhere elsewhere "
    "apiece respectively overall altogether once twice instead however therefore "
    "higher lower longer shorter larger smaller older younger better worse more less fewer most least "
    "away long wide tall deep high thick back ahead east west north south northeast northwest southeast southwest "
    "one two three four five six seven eight nine ten twelve dozen hundred thousand million billion trillion "
    "january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec "
    "am pm gmt edt est pdt pst cet bst utc o'clock etc eg ie mr mrs ms dr prof gen sen rep gov".split()
)
# Verbs anywhere in a phrase, nouns right after a number: "12 wins", "three sets".
VERBS_LIKE_PLURALS = frozenset(
    "wins runs sets shows stands leaves needs finds makes takes uses comes goes puts lies gives gets keeps "
    "wants begins includes remains faces reports hits".split()
)
# Past forms that end a singular noun phrase: "one student wrote".
VERBS_AFTER_NOUN = frozenset(
    "wrote threw met held sent led fell rose felt spent paid built heard meant brought caught taught thought fought "
    "bought sold grew knew drew flew blew broke spoke chose drove ate sang sank wore tore shook shot hit cut drew "
    "can may must stuck spread struck stole swore tried hoped asked called noted argued wonders thinks hopes calls "
    "asks notes writes argues".split()
)
# In capitals these are names: "13 US marines", "18 IS fighters".
NAMES_IN_CAPITALS = frozenset({"us", "is", "it", "who", "un"})
# Words that may stand between number and noun and say nothing about what is counted.
SKIPPED = frozenset("more other additional further extra of the these those his her its their our my your such most".split())
# Plurals with an s that qualify another noun: "arms deals", "sales figures".
QUALIFYING_PLURALS = frozenset(
    "sales arms sports news customs securities savings operations human communications systems services women's "
    "peoples plainclothes overseas goods earnings economics politics physics defense aids us".split()
)
_GRADED = (
    "large larger largest|small smaller smallest|big bigger biggest|old older oldest|young younger youngest|"
    "long longer longest|short shorter shortest|high higher highest|low lower lowest|tall taller tallest|"
    "great greater greatest|strong stronger strongest|weak weaker weakest|rich richer richest|poor poorer poorest|"
    "wide wider widest|deep deeper deepest|new newer newest|hot hotter hottest|cheap cheaper cheapest|"
    "good better best|bad worse worst|deadly deadlier deadliest|busy busier busiest|heavy heavier heaviest|"
    "wealthy wealthier wealthiest|early earlier earliest|fast faster fastest|close closer closest|near nearer nearest"
)
PLAIN_FORMS = {graded: forms.split()[0] for forms in _GRADED.split("|") for graded in forms.split()[1:]}
"""Comparatives and superlatives; a unit is named with the plain adjective."""
# An s at the end that makes no plural.
# Endings of compounds whose last part has an irregular plural: "crewmen", "grandchildren".
PLURAL_COMPOUNDS = {"women": "woman", "children": "child", "men": "man"}
NO_COMPOUNDS = frozenset(
    "specimen regimen acumen abdomen omen semen yemen amen ramen stamen bitumen cyclamen hymen dolmen gravamen lumen "
    "albumen rumen cerumen foramen turkmen yemen examen women men children".split()
)
# Verbs anywhere else, nouns behind these: "13 home runs", "two box sets".
COMPOUND_SECONDS = {
    "runs": frozenset({"home", "earned", "ski"}),
    "sets": frozenset({"box", "tv", "film", "chess", "data"}),
    "shows": frozenset({"talk", "tv", "chat", "game", "live", "trade", "fashion"}),
}
# Plurals behind these words: "three straight wins", "two critical reports".
MOSTLY_NOUNS = frozenset("reports hits wins runs sets shows finds stands needs".split())
SERIAL_ADJECTIVES = frozenset(
    "straight consecutive successive separate new different recent league home away big small major minor extra more "
    "other further first last best previous early late full unbeaten live".split()
)
ADJECTIVE_ENDINGS = ("ical", "ial", "onal", "ive", "ous", "ful", "able", "ible", "ary")
NOUNS_IN_LY = frozenset(
    "family assembly ally supply reply bully fly rally belly jelly lily anomaly monopoly butterfly weekly monthly daily "
    "bly holly trolley italy july".split()
)
NOT_PLURAL_ENDINGS = ("ss", "us", "is", "'s")
# Plurals of nouns in i, most of them names of peoples: "12 Iraqis", "three taxis".
PLURALS_IN_IS = frozenset(
    "iraqis israelis pakistanis saudis kuwaitis omanis qataris bahrainis emiratis yemenis somalis bangladeshis nepalis azeris "
    "bengalis punjabis kashmiris sindhis yazidis gujaratis marathis "
    "houthis nazis sahrawis swazis taxis rabbis skis bikinis safaris wikis alibis corgis "
    "khakis tsunamis kiwis martinis yetis jihadis sufis "
    "sunnis salafis wahhabis".split()
)
IRREGULAR_PLURALS = {
    "people": "people", "persons": "people", "person": "people",
    "men": "man", "women": "woman", "children": "child", "policemen": "policeman",
    "servicemen": "serviceman", "gunmen": "gunman", "firemen": "fireman", "fishermen": "fisherman",
    "spokesmen": "spokesman", "congressmen": "congressman", "lawmen": "lawman", "horsemen": "horseman",
    "feet": "foot", "teeth": "tooth", "geese": "goose", "mice": "mouse", "oxen": "ox", "police": "police",
    "personnel": "personnel", "troops": "troop", "staff": "staff", "aircraft": "aircraft", "spacecraft": "spacecraft",
    "hovercraft": "hovercraft", "sheep": "sheep", "deer": "deer", "fish": "fish", "cattle": "cattle",
    "offspring": "offspring", "species": "species", "series": "series", "crew": "crew", "infantry": "infantry",
    "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf", "leaves": "leaf", "shelves": "shelf",
    "halves": "half", "loaves": "loaf", "thieves": "thief", "selves": "self", "calves": "calf",
    "crises": "crisis", "analyses": "analysis", "bases": "base", "theses": "thesis", "diagnoses": "diagnosis",
    "criteria": "criterion", "phenomena": "phenomenon", "bacteria": "bacterium", "media": "medium",
    "viruses": "virus", "buses": "bus", "campuses": "campus", "bonuses": "bonus", "statuses": "status",
    "choruses": "chorus", "censuses": "census", "gases": "gas", "lenses": "lens", "heroes": "hero",
    "potatoes": "potato", "tomatoes": "tomato", "torpedoes": "torpedo", "vetoes": "veto", "mosquitoes": "mosquito",
    "volcanoes": "volcano", "echoes": "echo", "movies": "movie", "cookies": "cookie", "zombies": "zombie",
    "rookies": "rookie", "selfies": "selfie", "calories": "calorie", "ties": "tie", "pies": "pie", "lies": "lie",
    "quizzes": "quiz", "headaches": "headache", "caches": "cache", "psyches": "psyche", "personae": "persona",
    "rbi": "rbi", "rbis": "rbi", "passersby": "passerby",
    "dead": "dead", "wounded": "wounded", "alumni": "alumnus", "fungi": "fungus", "nuclei": "nucleus",
    **{word: word[:-1] for word in PLURALS_IN_IS},
    "mujahideen": "mujahideen", "mujahedeen": "mujahedeen", "taliban": "taliban", "aids": "aid",
}  # fmt: skip
