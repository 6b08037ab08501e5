"""Words that tell whether "12m" is a length or a count."""

from __future__ import annotations

SIZED = frozenset(
    "tall long wide deep high thick broad away apart underwater underground offshore inland upstream downstream uphill "
    "downhill deeper higher longer wider taller shorter thicker asl sq radius diameter across beneath further farther "
    "ahead north south east west northeast northwest southeast southwest northwards southwards ashore distant".split()
)
"""Right after the letter these make it a length."""
SPORTS = frozenset(
    "freestyle backstroke breaststroke butterfly medley relay hurdle hurdles steeplechase sprint sprints dash race "
    "races final semi-final semifinal heat heats run swim record champion championship runner sprinter individual rifle "
    "pistol platform springboard title gold silver bronze world olympic olympics paralympic women's men's".split()
)
PLACED_AFTER = frozenset(
    "from off below above under underneath by x up down out into behind over past inside to back short".split()
)
AUXILIARIES = frozenset("were are have had do did will would could may might must should has live lived fled died".split())
"""Right after the letter these have what was counted as their subject."""
OF_MANY = frozenset("the its their his her our your my those these all them us you whom which".split())
CAME_OR_WENT = frozenset(
    "came went saw left fell took made gave got lost won sought bought spent heard read live work vote use watch speak "
    "remain need face lack depend rely suffer die attend follow receive own".split()
)
"""Verbs without -ed that have people as their subject."""
SHAPED = frozenset(
    "wall fence tree pole cliff boat yacht ship vessel ferry crane tower mast pylon statue tunnel shark whale crocodile "
    "snake ladder rope cable pipe hose chain bridge dam barrier trench hole crater pit shaft ditch ledge drop hedge "
    "sculpture cross flagpole antenna chimney turbine rocket column pillar beam plank telescope banner flag board path "
    "corridor lane strip belt zone ravine gorge sinkhole embankment levee stretch length section road track coastline "
    "shoreline rail runway building skyscraper stadium skeleton drone missile lorry trailer catamaran submarine barge "
    "canoe pool tank dyke dike dinghy screen stage python anaconda squid fish dinosaur fossil spire dome minaret monument "
    "memorial arch doorway passage crack fissure chasm exclusion buffer boundary wave swell plunge climb walk swim dive "
    "fabric timber steel wire tape".split()
)
"""Things told by their length or height; many of them may also be counted."""
METRE_WORDS = frozenset(
    "metre metres meter meters ft feet foot km cm dm yards yard height depth width altitude elevation distance diameter "
    "radius tall deep wide thick wave waves swell swells tide tides surge tsunami avalanche drift drifts river lake sea "
    "seabed ocean water snow ice mud rock soil sand rubble reservoir flood floodwater floodwaters glacier summit peak "
    "mountain ridge slope waterfall borehole well mine jump throw javelin discus vault sprint hurdles freestyle "
    "backstroke breaststroke butterfly medley relay track pool swim dive diver divers wingspan cordon perimeter "
    "visibility canyon cave reef wreck span anchor queue balcony roof window ladder ground terrain parachute ravine "
    "gorge crevasse storey stories".split()
)
PEOPLES = frozenset(
    "population electorate workforce poor poorest hungry homeless unemployed jobless elderly young dead displaced".split()
)
"""What a number of people is taken of, in the singular: "2m of the city's poor"."""
BODIES = frozenset("nation country city state region province crowd audience electorate workforce army market total".split())
"""What is told by the number of its people or parts: "a nation of 24m"."""
LENGTHS = frozenset("metres meters kilometres kilometers miles yards feet km ft".split())
"""Right after the letter these are a unit of their own, so the letter is none: "2m km of roads", "9m cubic feet"."""
MOVED_ON = frozenset(
    "falling plunging climbing diving descending digging drilling running walking swam swim swims swimming ran sprinted "
    "jogged walked walks crawled dived dove plunged plunges tumbled dug drilled bored tunnelled tunneled burrowed "
    "travelled traveled flew buried drifted sank dragged hurled thrown flung abseiled descended ascended leapt rowed "
    "sailed skidded slid towed paddled waded".split()
)
FELL = frozenset("fell falls fallen falling dropped drops climbed rose plunged plunges tumbled jumped leapt".split())
ACTS_ON_MANY = frozenset(
    "ask asks asked "
    "carry carries carried leave leaves left leaving affect affects affected displace displaces displaced help helps "
    "helped serve serves served employ employs employed kill kills killed feed feeds fed threaten threatens threatened "
    "infect infects infected insure insures insured vaccinate vaccinated pay pays paid paying cost costs costing spend "
    "spends spent spending owe owes owed earn earns earned fined worth buy buys bought sell sells sold donate donates "
    "donated lend lends lent borrow borrows borrowed lose loses lost win wins won seek seeks sought want wants wanted "
    "need needs needed offer offers offered raise raises raised pledge pledges pledged attract attracts attracted draw "
    "draws drew recruit recruits recruited watched viewed seen read used downloaded shared inhabited shelter shelters "
    "sheltered host hosts hosted allocate allocated invest invests refund refunds refunded repay compensate compensated "
    "add adds added created create creates invested saved save saves receive receives received get gets awarded among".split()
)
"""Verbs, active or before "by", whose object is people or money."""
HALTED = frozenset("stopped stop stops halted landed crashed braked ended died finished came".split())
"""Before a length that is left to a place: "stopped 5m short of the cliff"."""
PERSONS = frozenset("he she who they boy girl man woman climber worker i we".split())
COUNT_WORDS = frozenset(
    "population people user subscriber subscribership viewer viewership audience listener reader readership follower "
    "member membership customer consumer client passenger visitor tourist resident inhabitant voter turnout electorate "
    "vote ballot refugee migrant worker workforce employee job unemployed jobless unemployment sale sold copy copies "
    "unit download subscription account household home family families child children pupil student patient infection "
    "dose jab vaccination vaccine death dead killed displaced number total count estimate revenue profit turnover "
    "earning earnings debt budget output production barrel tonne signature petition ticket attendance registered voted "
    "watched signed affected speaker believer device vehicle car phone shipment circulation enrolment enrollment "
    "readers crowd hungry poor poverty homeless citizen taxpayer pensioner woman women men adult teenager soldier troop "
    "delivery deliveries booking parcel message app installation payment loss losses income fund funding money prize "
    "salary wage deal loan donation spending aid sum price toll".split()
)
"""Things that run into millions, and money."""
COUNT_PLURALS = frozenset(
    "hit click view stream case share import export order page post install value cost figure price fee fine bid stake".split()
)
"""Such things by their plural only: in the singular they are verbs, or one thing."""
SAID_OF_PEOPLE = frozenset(
    "who whose eligible homeless unemployed jobless hungry poor adults without living facing needing waiting suffering "
    "working using watching aged uninsured stateless".split()
)
"""Right after the letter these tell that people were counted."""
FINANCED = frozenset(
    "deal fund loan investment grant budget package contract bid takeover lawsuit fine bailout scheme programme program "
    "prize jackpot debt deficit payout sale transfer signing upgrade refurbishment revamp fee bonus settlement ransom "
    "overdraft surplus profit loss funding bill price stake buyout acquisition facility windfall plan heist scandal "
    "fraud appeal campaign initiative makeover robbery raid donation project user population".split()
)
"""What a sum without its sign is told of: "a 35m deal"."""
GOT_MONEY = frozenset(
    "raised raise raises raising borrowed received got stole stolen took taken won collected secured earned made poured "
    "pumped invested put injected ploughed sank profit loss drew attracted recruited gained lost sought seek seeks "
    "wanted wants".split()
)
LEVELS_BEFORE = frozenset(
    "hits reaches nears tops passes crosses to at than some about nearly almost around over reached hit topped passed "
    "exceeded total totalled totaled of roughly approximately surpassed crossed exceeds exceed under estimated says "
    "said from by has have had with".split()
)
