"""Names of currencies and every way they are written: signs, ISO 4217 codes, local short forms, names, nations.

Source: ISO 4217 and the central banks' own notation (CIA World Factbook, "Exchange rates", for the short forms).
"""

from __future__ import annotations

SIGNS = {
    "$": "dollar", "£": "pound sterling", "€": "euro", "¥": "japanese yen", "₹": "indian rupee", "₽": "ruble",
    "₿": "bitcoin", "₺": "turkish lira", "₩": "south korean won", "₪": "israeli shekel", "₴": "hryvnia",
    "₦": "naira", "₫": "vietnamese dong", "₡": "costa rican colón", "₾": "georgian lari", "₭": "lao kip",
    "₱": "philippine peso", "฿": "baht", "؋": "afghani", "元": "chinese yuan", "円": "japanese yen", "¢": "cent",
    "₨": "rupee", "৳": "taka", "₵": "ghanaian cedi", "₸": "tenge", "₼": "azerbaijani manat", "₮": "tugrik",
    "₲": "guaraní", "៛": "riel", "﷼": "rial", "֏": "armenian dram", "₤": "pound sterling", "₣": "french franc",
    "원": "south korean won", "₥": "mill", "₯": "drachma", "₧": "peseta", "₳": "austral", "₢": "cruzeiro",
}  # fmt: skip
# What the letters before or right after a sign make of it: "A$", "$A", "E£", "£E", "CN¥".
SIGN_LETTERS: dict[str, dict[str, str]] = {
    "$": {
        "us": "dollar", "u.s": "dollar", "u.s.": "dollar", "usd": "dollar", "u": "dollar", "c": "canadian dollar",
        "ca": "canadian dollar", "can": "canadian dollar", "cad": "canadian dollar", "cdn": "canadian dollar",
        "a": "australian dollar", "au": "australian dollar", "aud": "australian dollar", "aus": "australian dollar",
        "nz": "new zealand dollar", "nzd": "new zealand dollar", "hk": "hong kong dollar", "hkd": "hong kong dollar",
        "s": "singapore dollar", "sg": "singapore dollar", "sgd": "singapore dollar", "nt": "taiwan dollar",
        "ntd": "taiwan dollar", "tw": "taiwan dollar", "twd": "taiwan dollar", "mex": "mexican peso", "mx": "mexican peso",
        "mxn": "mexican peso", "r": "brazilian real", "brl": "brazilian real", "j": "jamaican dollar",
        "ja": "jamaican dollar", "tt": "trinidad and tobago dollar", "ec": "east caribbean dollar",
        "bds": "barbadian dollar", "b": "bahamian dollar", "bz": "belize dollar", "g": "guyanese dollar",
        "gy": "guyanese dollar", "n": "namibian dollar", "z": "zimbabwean dollar", "zw": "zimbabwean dollar",
        "zim": "zimbabwean dollar", "l": "liberian dollar", "ld": "liberian dollar", "fj": "fijian dollar",
        "f": "fijian dollar", "si": "solomon islands dollar", "bn": "brunei dollar", "srd": "surinamese dollar",
        "rd": "dominican peso", "ar": "argentine peso", "arg": "argentine peso", "cl": "chilean peso",
        "clp": "chilean peso", "col": "colombian peso", "cop": "colombian peso", "uy": "uruguayan peso",
        "mop": "macanese pataca", "t": "tongan paʻanga", "ws": "samoan tala", "ar.": "argentine peso",
    },
    "£": {
        "e": "egyptian pound", "eg": "egyptian pound", "le": "egyptian pound", "ir": "irish pound", "i": "irish pound",
        "cy": "cypriot pound", "l": "lebanese pound", "ll": "lebanese pound", "syr": "syrian pound", "gb": "pound sterling",
        "s": "syrian pound", "sd": "sudanese pound", "ls": "sudanese pound",
        "ss": "south sudanese pound", "fk": "falkland islands pound", "gi": "gibraltar pound", "uk": "pound sterling",
        "stg": "pound sterling", "a": "australian pound",
    },
    "¥": {"cn": "chinese yuan", "cny": "chinese yuan", "rmb": "chinese yuan", "jp": "japanese yen", "jpy": "japanese yen"},
    "¢": {"gh": "ghanaian cedi", "ghs": "ghanaian cedi"},
    "₵": {"gh": "ghanaian cedi", "ghs": "ghanaian cedi"},
}  # fmt: skip
# In capitals only, but for `LOWER_CODES`.
CODES = {
    "usd": "dollar", "eur": "euro", "gbp": "pound sterling", "jpy": "japanese yen", "cny": "chinese yuan",
    "rmb": "chinese yuan", "cnh": "chinese yuan", "aud": "australian dollar", "cad": "canadian dollar",
    "nzd": "new zealand dollar", "hkd": "hong kong dollar", "sgd": "singapore dollar", "twd": "taiwan dollar",
    "ntd": "taiwan dollar", "chf": "swiss franc", "inr": "indian rupee", "pkr": "pakistani rupee",
    "lkr": "sri lankan rupee", "npr": "nepalese rupee", "mur": "mauritian rupee", "scr": "seychellois rupee",
    "afn": "afghani", "bdt": "taka", "rub": "ruble", "rur": "ruble", "byn": "belarusian ruble", "uah": "hryvnia",
    "kzt": "tenge", "uzs": "uzbekistani som", "kgs": "kyrgyzstani som", "tjs": "somoni", "tmt": "turkmenistani manat",
    "azn": "azerbaijani manat", "mnt": "tugrik", "mxn": "mexican peso", "ars": "argentine peso", "clp": "chilean peso",
    "uyu": "uruguayan peso", "php": "philippine peso", "brl": "brazilian real", "pyg": "guaraní", "crc": "costa rican colón",
    "gtq": "quetzal", "hnl": "lempira", "nio": "nicaraguan córdoba", "jmd": "jamaican dollar",
    "ttd": "trinidad and tobago dollar", "bbd": "barbadian dollar", "bzd": "belize dollar", "gyd": "guyanese dollar",
    "xcd": "east caribbean dollar", "fjd": "fijian dollar", "pgk": "kina", "zar": "south african rand",
    "sek": "swedish krona", "nok": "norwegian krone", "dkk": "danish krone", "isk": "icelandic króna", "pln": "zloty",
    "czk": "czech koruna", "huf": "forint", "bgn": "bulgarian lev", "rsd": "serbian dinar", "hrk": "croatian kuna",
    "mkd": "macedonian denar", "mdl": "moldovan leu", "krw": "south korean won", "kpw": "north korean won",
    "vnd": "vietnamese dong", "thb": "baht", "idr": "rupiah", "myr": "ringgit", "mmk": "kyat", "khr": "riel",
    "aed": "dirham", "sar": "saudi riyal", "qar": "qatari riyal", "omr": "omani rial", "kwd": "kuwaiti dinar",
    "bhd": "bahraini dinar", "jod": "jordanian dinar", "irr": "iranian rial", "yer": "yemeni rial", "ils": "israeli shekel",
    "nis": "israeli shekel", "egp": "egyptian pound", "lbp": "lebanese pound", "syp": "syrian pound",
    "sdg": "sudanese pound", "ssp": "south sudanese pound", "iqd": "iraqi dinar", "lyd": "libyan dinar",
    "tnd": "tunisian dinar", "dzd": "algerian dinar", "ngn": "naira", "ghs": "ghanaian cedi", "kes": "kenyan shilling",
    "ugx": "ugandan shilling", "tzs": "tanzanian shilling", "etb": "birr", "zmw": "zambian kwacha",
    "mwk": "malawian kwacha", "bwp": "pula", "xof": "cfa franc", "xaf": "cfa franc", "fcfa": "cfa franc",
    "xpf": "cfp franc", "cdf": "congolese franc", "rwf": "rwandan franc", "bif": "burundian franc", "gnf": "guinean franc",
    "aoa": "kwanza", "mzn": "metical", "zwl": "zimbabwean dollar", "btc": "bitcoin", "eth": "ether", "rs": "rupee",
    "rs.": "rupee",
}  # fmt: skip
# Codes that are written in small letters too and are no English words.
LOWER_CODES = frozenset("usd eur gbp jpy cny rmb aud cad nzd inr btc chf rs".split())
# Codes that are names, words or other short forms too: money only before an amount that cannot be anything else.
DOUBTFUL_CODES = {
    "try": "turkish lira", "cop": "colombian peso", "pen": "peruvian sol", "mad": "moroccan dirham", "ron": "romanian leu",
    "gel": "georgian lari", "dop": "dominican peso", "bam": "convertible mark", "lak": "lao kip", "mop": "macanese pataca",
    "mga": "ariary", "ves": "bolívar", "nad": "namibian dollar",
}  # fmt: skip
# Local short forms, letter for letter. No other use stands right before a number.
LOCAL = {
    "RM": "ringgit", "Rp": "rupiah", "Tk": "taka", "KSh": "kenyan shilling", "Ksh": "kenyan shilling",
    "KShs": "kenyan shilling", "Kshs": "kenyan shilling", "KSH": "kenyan shilling", "KSHS": "kenyan shilling",
    "TSh": "tanzanian shilling", "Tsh": "tanzanian shilling", "TShs": "tanzanian shilling", "Tshs": "tanzanian shilling",
    "USh": "ugandan shilling", "Ush": "ugandan shilling", "UShs": "ugandan shilling", "Ushs": "ugandan shilling",
    "Shs": "shilling", "Dh": "dirham", "Dhs": "dirham", "Dhm": "dirham", "Rmb": "chinese yuan", "Php": "philippine peso",
    "PhP": "philippine peso", "SKr": "swedish krona", "Skr": "swedish krona", "NKr": "norwegian krone",
    "Nkr": "norwegian krone", "DKr": "danish krone", "Dkr": "danish krone", "IKr": "icelandic króna", "SFr": "swiss franc",
    "Sfr": "swiss franc", "SwFr": "swiss franc", "FFr": "french franc", "BFr": "belgian franc", "DM": "deutsche mark",
    "CFA": "cfa franc", "CFAF": "cfa franc", "Ps": "peso",
    "Kč": "czech koruna", "zł": "zloty", "GHc": "ghanaian cedi", "kr": "krone", "Kr": "krone",
    "Rbs": "ruble", "L.E.": "egyptian pound",
    "Ft": "forint", "SLRs": "sri lankan rupee", "SLRe": "sri lankan rupee", "NRs": "nepalese rupee",
    "MRs": "mauritian rupee", "SRs": "seychellois rupee", "PRs": "pakistani rupee",
    "Frw": "rwandan franc", "FRw": "rwandan franc", "Bt": "baht", "Stg": "pound sterling",
}  # fmt: skip
# One or two letters, also names of roads, models and laws: money only before an amount that cannot be anything else.
DOUBTFUL_LOCAL = {
    "R": "south african rand", "P": "philippine peso", "N": "naira", "K": "kwacha", "D": "dalasi", "Q": "quetzal",
    "L": "lempira", "W": "south korean won", "Y": "japanese yen", "B": "baht", "LE": "egyptian pound", "LL": "lebanese pound",
    "TL": "turkish lira", "YTL": "turkish lira", "SR": "saudi riyal", "QR": "qatari riyal", "RO": "omani rial",
    "BD": "bahraini dinar", "KD": "kuwaiti dinar", "JD": "jordanian dinar", "ID": "iraqi dinar", "LD": "libyan dinar",
    "TD": "tunisian dinar", "DA": "algerian dinar", "DH": "dirham", "Br": "birr", "Bs": "bolivar", "Le": "leone",
    "Sh": "shilling", "MK": "malawian kwacha", "ZK": "zambian kwacha", "FF": "french franc", "BF": "belgian franc",
    "Fr": "franc", "Lt": "litas", "Ls": "lats", "GH": "ghanaian cedi", "MT": "metical", "Kz": "kwanza", "RP": "rupiah",
    "Yn": "chinese yuan",
    "Won": "south korean won", "Kn": "croatian kuna",
}  # fmt: skip
# Letters that a slash ties to the amount: "S/40 million", "B/. 4,000".
SLASHED = {"S": "peruvian sol", "B": "balboa"}
# Short forms that stand behind a number: "5 million zł", "200 Kč".
LOCAL_AFTER = {
    "zł": "zloty", "kč": "czech koruna", "kr": "krone", "tk": "taka", "dh": "dirham", "dhs": "dirham", "ksh": "kenyan shilling",
    "kshs": "kenyan shilling", "tsh": "tanzanian shilling", "ush": "ugandan shilling", "shs": "shilling",
    "skr": "swedish krona", "l.e.": "egyptian pound", "tl": "turkish lira",
    "nkr": "norwegian krone", "dkr": "danish krone", "sfr": "swiss franc", "fcfa": "cfa franc",
    "cfa": "cfa franc", "cfaf": "cfa franc", "дин": "dinar", "руб": "ruble",
}  # fmt: skip
NAMES = {
    "dollar": "dollar", "buck": "dollar", "euro": "euro", "cent": "cent", "penny": "penny", "pence": "penny",
    "pennies": "penny", "paise": "paisa", "paisa": "paisa",
    "yen": "japanese yen", "yuan": "chinese yuan", "renminbi": "chinese yuan",
    "kuai": "chinese yuan", "franc": "franc", "rupee": "rupee", "peso": "peso", "ruble": "ruble", "rouble": "ruble",
    "rand": "rand", "ringgit": "ringgit", "baht": "baht", "naira": "naira", "shilling": "shilling",
    "riyal": "riyal", "dinar": "dinar", "dirham": "dirham", "lira": "lira", "lire": "lira", "zloty": "zloty",
    "zlotys": "zloty", "złoty": "zloty", "zloties": "zloty", "forint": "forint", "krona": "krona", "kronor": "krona",
    "króna": "króna", "krone": "krone", "kroner": "krone", "koruna": "koruna", "rial": "rial", "afghani": "afghani",
    "hryvnia": "hryvnia", "hryvna": "hryvnia", "shekel": "shekel", "crown": "crown", "bitcoin": "bitcoin", "satoshi": "satoshi",
    "peseta": "peseta", "guilder": "guilder", "markka": "markka", "taka": "taka", "kwacha": "kwacha", "cedi": "cedi",
    "birr": "birr", "rupiah": "rupiah", "toman": "toman", "reais": "brazilian real", "tenge": "tenge",
    "dong": "vietnamese dong",
    "kyat": "kyat", "riel": "riel", "tugrik": "tugrik", "togrog": "tugrik", "manat": "manat", "lari": "georgian lari",
    "somoni": "somoni", "leva": "bulgarian lev", "lei": "leu", "denar": "denar", "kuna": "kuna", "dalasi": "dalasi",
    "pula": "pula", "metical": "metical", "meticais": "metical", "kwanza": "kwanza", "ariary": "ariary", "ouguiya": "ouguiya",
    "nakfa": "nakfa", "quetzal": "quetzal", "lempira": "lempira", "córdoba": "nicaraguan córdoba", "bolívar": "bolívar",
    "bolivar": "bolívar", "bolivares": "bolívar", "bolívares": "bolívar", "boliviano": "boliviano", "guaraní": "guaraní",
    "guarani": "guaraní", "guaranies": "guaraní", "gourde": "gourde", "pataca": "macanese pataca", "rufiyaa": "rufiyaa",
    "ngultrum": "ngultrum", "kina": "kina", "drachma": "drachma", "escudo": "escudo", "deutschmark": "deutsche mark",
    "deutschemark": "deutsche mark",
}  # fmt: skip
NATIONS = frozenset(
    "us u.s. u.s american australian canadian zealand kong singapore taiwan jamaican mexican argentine chilean "
    "colombian philippine turkish swiss french belgian danish norwegian swedish czech egyptian lebanese syrian "
    "sudanese israeli indian pakistani lankan nepalese indonesian kuwaiti iraqi jordanian iranian saudi qatari "
    "omani emirati japanese chinese korean russian ukrainian belarusian brazilian dutch finnish german italian "
    "spanish british english irish african kenyan ugandan tanzanian somali rican singaporean taiwanese fijian "
    "namibian zimbabwean liberian bahamian barbadian trinidadian guyanese belizean bruneian surinamese cuban dominican "
    "uruguayan icelandic moroccan algerian tunisian libyan bahraini yemeni serbian croatian romanian bulgarian moldovan "
    "ghanaian nigerian zambian malawian rwandan burundian congolese guinean ethiopian mauritian georgian cypriot cfa cfp "
    "nepali nz hk nt aussie kiwi cdn".split()
)
NATION_FIRSTS = frozenset("new hong sri south north west costa".split())
# Nations by another name than the one their money goes by.
NATION_NAMES = {
    "singaporean": "singapore", "taiwanese": "taiwan", "nz": "new zealand", "hk": "hong kong", "nt": "taiwan",
    "nepali": "nepalese", "aussie": "australian", "kiwi": "new zealand", "cdn": "canadian",
    "bruneian": "brunei", "belizean": "belize",
    "trinidadian": "trinidad and tobago",
}  # fmt: skip
PLAIN_DOLLARS = frozenset("us u.s. u.s american united".split())
# What a nation named beside a bare sign makes of it: "$10 million (Canadian)", "Egyptian £5 million".
NATION_SIGNS = {
    "$": frozenset(
        "australian canadian new_zealand hong_kong singapore taiwan jamaican fijian namibian zimbabwean liberian bahamian "
        "barbadian guyanese surinamese brunei belize trinidad_and_tobago".split()
    ),
    "£": frozenset("egyptian lebanese syrian sudanese south_sudanese irish cypriot".split()),
}
NATION_MONEY = {
    (sign, nation.replace("_", " ")): f"{nation.replace('_', ' ')} {'dollar' if sign == '$' else 'pound'}"
    for sign, nations in NATION_SIGNS.items()
    for nation in nations
} | {
    ("$", "mexican"): "mexican peso",
    ("$", "argentine"): "argentine peso",
    ("$", "chilean"): "chilean peso",
    ("$", "colombian"): "colombian peso",
    ("$", "uruguayan"): "uruguayan peso",
    ("$", "cuban"): "cuban peso",
    ("$", "dominican"): "dominican peso",
}  # fmt: skip
# Names that one nation alone uses, by the name its sign or code is given.
FULL_NAMES = {
    "rand": "south african rand", "cedi": "ghanaian cedi", "koruna": "czech koruna", "czech crown": "czech koruna",
    "króna": "icelandic króna", "icelandic crown": "icelandic króna", "shekel": "israeli shekel", "kuna": "croatian kuna",
    "swedish crown": "swedish krona", "norwegian crown": "norwegian krone", "danish crown": "danish krone",
    "real": "brazilian real", "korean won": "south korean won", "us dollar": "dollar", "russian ruble": "ruble",
    "indonesian rupiah": "rupiah", "malaysian ringgit": "ringgit", "nigerian naira": "naira", "thai baht": "baht",
    "polish zloty": "zloty", "hungarian forint": "forint",
}  # fmt: skip
CURRENCIES = (
    frozenset(SIGNS.values())
    | frozenset(CODES.values())
    | frozenset(DOUBTFUL_CODES.values())
    | frozenset(LOCAL.values())
    | frozenset(DOUBTFUL_LOCAL.values())
    | frozenset(SLASHED.values())
    | frozenset(NAMES.values())
    | frozenset(name for letters in SIGN_LETTERS.values() for name in letters.values())
    | frozenset(NATION_MONEY.values())
    | {"won"}
)
"""Every name of money the tables give; the nation may stand before one ("egyptian pound")."""
