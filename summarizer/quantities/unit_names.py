"""Unit names: canonical name, dimension, factor to the base unit, and the ways it is written.

Base units: metre, square metre, litre, kilogram, second, metre per second, watt, joule, byte, hertz, celsius,
degree (angle). Factors are exact definitions (BIPM SI brochure, 9th ed.; NIST Handbook 44, appendix C) but for
month and year, which are the mean Gregorian ones. "pound" alone is no entry: money.py tells mass from money.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

_TABLE = """
kilometre|length|1000|km kms kilometre kilometer
metre|length|1|m mtr metre meter
centimetre|length|0.01|cm cms centimetre centimeter
millimetre|length|0.001|mm millimetre millimeter
decimetre|length|0.1|dm decimetre decimeter
micrometre|length|0.000001|µm micrometre micrometer micron
nanometre|length|0.000000001|nanometre nanometer
picometre|length|0.000000000001|picometre picometer
mile|length|1609.344|mi mile
nautical mile|length|1852|nmi nautical_mile sea_mile
yard|length|0.9144|yd yds yard
foot|length|0.3048|ft foot feet
inch|length|0.0254|inch inches in
light year|length|9460730472580800|light_year
parsec|length|30856775814913673|parsec
fathom|length|1.8288|fathom
furlong|length|201.168|furlong
square kilometre|area|1000000|km² km2 km_2 sq_km square_kilometre square_kilometer sqkm sq_kilometre sq_kilometer
square metre|area|1|m² m2 m_2 sq_m square_metre square_meter sqm sq_metre sq_meter
square mile|area|2589988.110336|sq_mi sq_mile square_mile mi² mi2
square foot|area|0.09290304|sq_ft square_foot square_feet ft² ft2 sqft sq_foot sq_feet
square inch|area|0.00064516|square_inch square_inches sq_in sq_inch in²
square yard|area|0.83612736|sq_yd square_yard sq_yard
square centimetre|area|0.0001|cm² cm2 sq_cm square_centimetre square_centimeter
square millimetre|area|0.000001|mm² mm2 sq_mm square_millimetre square_millimeter
hectare|area|10000|ha hectare
acre|area|4046.8564224|acre
cubic metre|volume|1000|m³ m3 cubic_metre cubic_meter cu_m
cubic foot|volume|28.316846592|cubic_foot cubic_feet ft³ cu_ft ft3
cubic inch|volume|0.016387064|cubic_inch cubic_inches cu_in
cubic yard|volume|764.554857984|cubic_yard cu_yd
cubic mile|volume|4168181825440.579584|cubic_mile
cubic kilometre|volume|1000000000000|km³ km3 cubic_kilometre cubic_kilometer
acre foot|volume|1233481.83754752|acre_foot acre_feet
cubic centimetre|volume|0.001|cc cm³ cubic_centimetre cubic_centimeter cm3
litre|volume|1|l litre liter ltr
millilitre|volume|0.001|ml millilitre milliliter
centilitre|volume|0.01|cl centilitre centiliter
decilitre|volume|0.1|dl decilitre deciliter
hectolitre|volume|100|hl hectolitre hectoliter
kilolitre|volume|1000|kilolitre kiloliter
megalitre|volume|1000000|megalitre megaliter
gigalitre|volume|1000000000|gigalitre gigaliter
quart|volume|0.946352946|quart
fluid ounce|volume|0.0295735295625|fl_oz fluid_ounce
gallon|volume|3.785411784|gal gallon
pint|volume|0.473176473|pint
barrel|volume|158.987294928|bbl barrel
cup|volume|0.2365882365|cup
tablespoon|volume|0.01478676478125|tbsp tablespoon
teaspoon|volume|0.00492892159375|tsp teaspoon
kilogram|mass|1|kg kgs kilo kilogram kilogramme
gram|mass|0.001|g gram gramme
milligram|mass|0.000001|mg milligram milligramme
microgram|mass|0.000000001|µg mcg microgram microgramme
metric ton|mass|1000|t tonne metric_ton metric_tonne
gigatonne|mass|1000000000000|gt gigatonne gigaton
quintal|mass|100|quintal
long ton|mass|1016.0469088|long_ton imperial_ton
hundredweight|mass|50.80234544|cwt hundredweight
ton|mass|907.18474|ton short_ton
kiloton|tnt|1|kt kiloton kilotonne
megaton|tnt|1000|megaton megatonne
pound-mass|mass|0.45359237|lb lbs
ounce|mass|0.028349523125|oz ounce
stone|mass|6.35029318|stone
carat|mass|0.0002|carat
second|time|1|sec secs second
millisecond|time|0.001|ms millisecond
microsecond|time|0.000001|µs microsecond
nanosecond|time|0.000000001|nanosecond
minute|time|60|min mins minute
hour|time|3600|h hr hrs hour
day|time|86400|day
night|night|1|night
week|time|604800|week wk wks
fortnight|time|1209600|fortnight
month|time|2629746|month
year|time|31556952|year yr yrs
decade|time|315569520|decade
century|time|3155695200|century centuries
millennium|time|31556952000|millennium millennia
celsius|temperature|1|celsius celcius centigrade centigrate
celsius|temperature|1|°_c °c °_celsius degree_c degree_celsius degree_celcius degree_centigrade deg_c deg_celsius
fahrenheit|temperature|1|fahrenheit farenheit
fahrenheit|temperature|1|°_f °f °_fahrenheit degree_f degree_fahrenheit degree_farenheit deg_f deg_fahrenheit
kelvin|temperature|1|kelvin
degree|angle|1|° degree deg
radian|angle|57.29577951308232|rad radian
turn|angle|360|turn
mile per hour|speed|0.44704|mph
kilometre per hour|speed|0.2777777777777777777777777778|kph kmph kmh
knot|speed|0.5144444444444444444444444444|kt_speed knot
revolutions per minute|rotation|1|rpm
beat per minute|pulse|1|bpm
word per minute|typing|1|wpm
frame per second|frame rate|1|fps
mile per gallon|fuel economy|1|mpg
point per game|points a game|1|ppg
rebound per game|rebounds a game|1|rpg
assist per game|assists a game|1|apg
steal per game|steals a game|1|spg
percentage|share|0.01|% percent per_cent pct pc percentage procent
fraction|share|1|fraction
percentage point|percentage point|1|percentage_point percent_point pp ppt %_point pct_point ppts percent_points percentage_pts
basis point|percentage point|0.01|bp bps basis_point
parts per million|parts|1|ppm part_per_million parts_per_million
parts per billion|parts|0.001|ppb part_per_billion parts_per_billion
point|point|1|point pt pts
horsepower|power|745.69987158227022|hp horsepower ps
brake horsepower|power|745.69987158227022|bhp brake_horsepower
watt|power|1|w watt
kilowatt|power|1000|kw kilowatt
megawatt|power|1000000|mw megawatt
gigawatt|power|1000000000|gw gigawatt
terawatt|power|1000000000000|tw terawatt
milliwatt|power|0.001|milliwatt
kilowatt hour|energy|3600000|kwh kilowatt_hour
megawatt hour|energy|3600000000|mwh megawatt_hour
gigawatt hour|energy|3600000000000|gwh gigawatt_hour
terawatt hour|energy|3600000000000000|twh terawatt_hour
joule|energy|1|j joule
calorie|energy|4184|cal kcal calorie
kilojoule|energy|1000|kj kilojoule
megajoule|energy|1000000|mj megajoule
gigajoule|energy|1000000000|gj gigajoule
watt hour|energy|3600|wh watt_hour
british thermal unit|energy|1055.05585262|btu
pound-foot|torque|1.3558179483314004|lb_ft pound_foot pound_feet foot_pound ft_lb
newton metre|torque|1|nm newton_metre newton_meter
newton|force|1|newton
kilonewton|force|1000|kn kilonewton
pascal|pressure|1|pascal
hectopascal|pressure|100|hpa hectopascal
kilopascal|pressure|1000|kpa kilopascal
megapascal|pressure|1000000|mpa megapascal
millibar|pressure|100|millibar
pound per square inch|pressure|6894.757293168|psi pound_per_square_inch
kilopound per square inch|pressure|6894757.293168|ksi
volt|voltage|1|v volt
kilovolt|voltage|1000|kv kilovolt
millivolt|voltage|0.001|millivolt
ohm|resistance|1|ohm
ampere|current|1|amp ampere
milliampere|current|0.001|milliamp milliampere
milliampere hour|charge|1|mah
ampere hour|charge|1000|ah amp_hour ampere_hour
hertz|frequency|1|hz hertz
kilohertz|frequency|1000|khz kilohertz
megahertz|frequency|1000000|mhz megahertz
gigahertz|frequency|1000000000|ghz gigahertz
bit|data|0.125|bit
megabit|data|125000|mbit megabit
byte|data|1|byte
kilobyte|data|1000|kb kilobyte
megabyte|data|1000000|mb megabyte
gigabyte|data|1000000000|gb gig gigabyte
terabyte|data|1000000000000|tb terabyte
petabyte|data|1000000000000000|pb petabyte
kilobit|data|125|kbit kilobit
gigabit|data|125000000|gbit gigabit
megabit per second|data rate|1|mbps
gigabit per second|data rate|1000|gbps
kilobit per second|data rate|0.001|kbps
terabit per second|data rate|1000000|tbps
megapixel|resolution|1|mp megapixel
pixel|resolution|0.000001|pixel
pixel per inch|pixel density|1|ppi
dot per inch|dot density|1|dpi
magnitude|magnitude|1|magnitude
decibel|sound|1|db decibel
sievert|dose|1|sievert
millisievert|dose|0.001|msv millisievert
microsievert|dose|0.000001|µsv microsievert
becquerel|activity|1|bq becquerel
lumen|light|1|lumen
barrel per day|flow|1|bpd
count|times|1|time fold x
"""
TIMES = "count"
"""The unit of "three times" and "sixfold"."""
# One letter, or a common word: a unit only when it is glued to the digits ("5g", "75l").
GLUED_ONLY = frozenset("in g l t h w v j cal pt ps pc kt pp ms mp nm ha mi cc x gt ah wh pb kn mj bq cl dl hl tw spg".split())
# These end in s without being plurals.
_NO_PLURAL = frozenset("celsius hertz centuries inches feet millennia fold x".split())


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement: `factor` of the base unit of `dimension` make one."""

    name: str
    dimension: str
    factor: Decimal


def _parse(line: str) -> tuple[Unit, list[str]]:
    name, dimension, factor, surfaces = line.split("|")
    return Unit(name, dimension, Decimal(factor)), surfaces.split()


def _surface_keys(surface: str) -> set[str]:
    key = surface.replace("_", " ")
    plural = len(key) > 2 and key[-1].isalpha() and key not in _NO_PLURAL  # noqa: PLR2004 - "ms" is no plural of "m"
    first, _, rest = key.partition(" ")
    degrees = {f"{first}s {rest}", f"{first}. {rest}"} if first in {"degree", "deg"} and rest else set()
    return {key} | ({f"{key}s"} if plural else set()) | degrees


_ENTRIES = [_parse(line) for line in _TABLE.strip().splitlines()]
UNITS_BY_NAME = {unit.name: unit for unit, _ in _ENTRIES}
UNITS_BY_SURFACE = {key: unit for unit, surfaces in _ENTRIES for surface in surfaces for key in _surface_keys(surface)}
FIRST_WORDS = frozenset(key.partition(" ")[0] for key in UNITS_BY_SURFACE)
"""What a unit begins with."""
BEGINNINGS = frozenset(
    " ".join(words[:size]) for key in UNITS_BY_SURFACE for words in [key.split()] for size in range(1, len(words))
)
"""What a unit of several words begins with, up to its last word."""
