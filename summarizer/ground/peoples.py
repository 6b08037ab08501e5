"""Countries and the words for their peoples, which say the same of whom something is told ("from France", "French")."""

from __future__ import annotations

from functools import cache

_PEOPLES = (
    "afghanistan:afghan albania:albanian algeria:algerian andorra:andorran angola:angolan argentina:argentine,argentinian "
    "armenia:armenian australia:australian,aussie austria:austrian azerbaijan:azerbaijani,azeri bahrain:bahraini "
    "bangladesh:bangladeshi barbados:barbadian belarus:belarusian belgium:belgian belize:belizean benin:beninese "
    "bhutan:bhutanese bolivia:bolivian bosnia:bosnian botswana:botswanan brazil:brazilian britain:british,briton,UK "
    "bulgaria:bulgarian burundi:burundian cambodia:cambodian cameroon:cameroonian canada:canadian chad:chadian chile:chilean "
    "china:chinese colombia:colombian congo:congolese croatia:croatian,croat cuba:cuban cyprus:cypriot czechia:czech "
    "denmark:danish,dane djibouti:djiboutian ecuador:ecuadorian egypt:egyptian england:english eritrea:eritrean "
    "estonia:estonian eswatini:swazi ethiopia:ethiopian europe:european fiji:fijian finland:finnish,finn france:french "
    "gabon:gabonese gambia:gambian georgia:georgian germany:german ghana:ghanaian greece:greek guatemala:guatemalan "
    "guinea:guinean guyana:guyanese haiti:haitian honduras:honduran hungary:hungarian iceland:icelandic,icelander "
    "india:indian indonesia:indonesian iran:iranian iraq:iraqi ireland:irish israel:israeli italy:italian jamaica:jamaican "
    "japan:japanese jordan:jordanian kazakhstan:kazakh kenya:kenyan kosovo:kosovar kuwait:kuwaiti kyrgyzstan:kyrgyz "
    "laos:lao,laotian latvia:latvian lebanon:lebanese liberia:liberian libya:libyan lithuania:lithuanian "
    "madagascar:malagasy malawi:malawian malaysia:malaysian maldives:maldivian mali:malian malta:maltese "
    "mauritania:mauritanian mauritius:mauritian mexico:mexican moldova:moldovan mongolia:mongolian montenegro:montenegrin "
    "morocco:moroccan mozambique:mozambican myanmar:burmese namibia:namibian nepal:nepali,nepalese "
    "netherlands:dutch nicaragua:nicaraguan niger:nigerien nigeria:nigerian norway:norwegian oman:omani pakistan:pakistani "
    "palestine:palestinian panama:panamanian paraguay:paraguayan peru:peruvian philippines:philippine,filipino "
    "poland:polish,pole portugal:portuguese qatar:qatari romania:romanian russia:russian rwanda:rwandan scotland:scottish,scot "
    "senegal:senegalese serbia:serbian,serb singapore:singaporean slovakia:slovak,slovakian slovenia:slovenian,slovene "
    "somalia:somali spain:spanish,spaniard sudan:sudanese suriname:surinamese sweden:swedish,swede switzerland:swiss "
    "syria:syrian taiwan:taiwanese tajikistan:tajik tanzania:tanzanian thailand:thai togo:togolese tunisia:tunisian "
    "turkey:turkish,turk turkmenistan:turkmen uganda:ugandan ukraine:ukrainian uruguay:uruguayan uzbekistan:uzbek "
    "venezuela:venezuelan vietnam:vietnamese wales:welsh yemen:yemeni zambia:zambian zimbabwe:zimbabwean "
    "africa:african asia:asian america:american,US,USA korea:korean lanka:lankan emirates:emirati "
    "chechnya:chechen tibet:tibetan kashmir:kashmiri"
)


@cache
def _of_one_country() -> dict[str, frozenset[str]]:
    """For each word, the words for the same country and its people, plurals among them."""
    table: dict[str, frozenset[str]] = {}
    for entry in _PEOPLES.split():
        country, _, peoples = entry.partition(":")
        words = [country, *peoples.split(",")]
        family = frozenset(words) | frozenset(f"{word}s" for word in words[1:] if word.islower())
        table |= dict.fromkeys(family, family)
    return table


def words_of_country(low: str) -> frozenset[str]:
    """The words for the country or the people that a word names, in small letters or as initials; empty if it names none."""
    return _of_one_country().get(low, frozenset())
