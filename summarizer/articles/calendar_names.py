"""Names of months and weekdays in some forty languages, in small letters and without a closing point.

They are those of the Unicode locale data (https://cldr.unicode.org, as Babel gives them): wide and short, as they stand
alone and in a date; besides, spellings without accents, and with the Hebrew "in" in front. "_" stands for a space.
"""

from __future__ import annotations

LOCALES = (
    "en",
    "de",
    "fr",
    "es",
    "pt",
    "it",
    "nl",
    "ru",
    "uk",
    "pl",
    "ar",
    "ar_LB",
    "ar_DZ",
    "ar_MA",
    "fa",
    "tr",
    "he",
    "hi",
    "id",
    "ms",
    "cs",
    "sk",
    "sv",
    "da",
    "nb",
    "fi",
    "el",
    "ro",
    "hu",
    "bg",
    "sr",
    "hr",
    "sl",
    "et",
    "lv",
    "lt",
    "be",
    "ca",
    "gl",
    "eu",
    "az",
    "th",
    "ur",
    "bn",
    "sw",
)
"""The locales whose names the tables hold."""
_MONTHS = (
    """
    de_gen de_gener ene enero gen gener gennaio ian ianuarie jaan jaanuar jan janeiro januar januara januari january janv
    janvaris janvier led leden ledna oca ocak saus sausio sausis sij sijecanj sijecnja sty styczen stycznia tammi tammikuu
    tammikuuta urt urtarrila xan xaneiro yan yanvar január januára janvāris jänner siječanj siječnja styczeń ιαν
    ιανουάριος ιανουαρίου сту студзень студзеня січ січень січня янв январь января яну януари јан јануар בינואר בינו׳
    ינואר ינו׳ جانفي جنوری كانون_الثاني يناير ژانویه ژانویهٔ जनवरी जन॰ জানু জানুয়ারী ม.ค มกราคม
    """,
    """
    de_febr de_febrer feb febbraio febr febreiro febrer febrero februar februara februari februarie februaris february fev
    fevereiro fevr fevral fevrier helmi helmikuu helmikuuta lut lutego luty ots otsaila sub subat uno unor unora vas
    vasario vasaris veebr veebruar velj veljaca veljace február februára februāris févr février veljača veljače úno únor
    února şub şubat φεβ φεβρουάριος φεβρουαρίου лют лютага лютий лютого люты феб фебруар фев февр февраль февраля февруари
    בפברואר בפבר׳ פברואר פבר׳ شباط فبراير فروری فوریه فوریهٔ فيفري फरवरी फर॰ फ़रवरी फ़र॰ ফেব ফেব্রুয়ারী ก.พ กุมภาพันธ์
    """,
    """
    bre brezen brezna de_marc kov kovas kovo maalis maaliskuu maaliskuuta maart mac machi maerz mar marc marca march
    marcius marco marec maret mars mart martie marts martxoa marz marzec marzo mrt mrz ozu ozujak ozujka bře březen března
    de_març març março márc március mär märts märz ožu ožujak ožujka μάρ μάρτιος μαρ μαρτίου бер березень березня мар март
    марта сак сакавік сакавіка במרץ מרץ آذار مارس مارچ मार्च মার্চ มี.ค มีนาคม
    """,
    """
    abr abril api apirila apr aprel april aprila aprile aprili aprilie aprilis aprill avr avril bal balandis balandzio dub
    duben dubna huhti huhtikuu huhtikuuta kwi kwiecien kwietnia nis nisan tra travanj travnja apríl apríla aprīlis
    balandžio d’abr d’abril kwiecień ápr április απρ απρίλιος απριλίου апр апрель апреля април квіт квітень квітня кра
    красавік красавіка אפריל אפר׳ באפריל באפר׳ آوریل أبريل أفريل ابريل اپریل نيسان अप्रैल এপ্রি এপ্রিল เม.ย เมษายน
    """,
    """
    de_maig geg geguze geguzes kve kveten kvetna mag maggio mai maiatza maig maijs maio maj maja majus may mayis mayo mei
    svi svibanj svibnja touko toukokuu toukokuuta gegužė gegužės kvě květen května mayıs máj mája május μάι μάιος μαΐ
    μαΐου май мая мај трав травень травня במאי מאי أيار مئی ماي مايو مه مهٔ मई মে พ.ค พฤษภาคม
    """,
    """
    birz birzelio birzelis cerven cervna cvn cze czerwca czerwiec de_juny eka ekaina giu giugno haz haziran iun iunie iyn
    iyun juin jun juna june junho juni junij junijs junio junius juny juuni kesa kesakuu kesakuuta lipanj lipnja xuno birž
    birželio birželis jún júna június jūn jūnijs kesä kesäkuu kesäkuuta xuño červen června čvn ιουν ιουνίου ιούν ιούνιος
    июн июнь июня черв червень червня чэр чэрвень чэрвеня юни јун ביוני יוני جوان جون حزيران يونيو ژوئن जून জুন มิ.ย
    มิถุนายน
    """,
    """
    cervence cervenec cvc de_jul de_juliol heina heinakuu heinakuuta iul iulie iyl iyul juil juillet jul jula julai julho
    juli julij julijs julio juliol julius july juuli liep liepa liepos lipca lipiec lug luglio srpanj srpnja tem temmuz
    uzt uztaila xul xullo heinä heinäkuu heinäkuuta júl júla július jūl jūlijs července červenec čvc ιουλ ιουλίου ιούλ
    ιούλιος июл июль июля лип липень липня ліп ліпень ліпеня юли јул ביולי יולי تموز جولائی جويلية يوليو يوليوز ژوئیه
    ژوئیهٔ जुलाई जुल॰ জুল জুলাই ก.ค กรกฎาคม
    """,
    """
    abu abuztua ag ago agost agosti agosto agu agustos agustus aout aug august augusta augusti augusts augustus augusztus
    avg avgust avq avqust elo elokuu elokuuta kol kolovoz kolovoza ogo ogos rugp rugpjucio rugpjutis sie sierpien sierpnia
    srpen srpna août ağu ağustos d’ag d’agost rugpjūtis rugpjūčio sierpień αυγ αυγούστου αύγ αύγουστος авг август августа
    жні жнівень жніўня серп серпень серпня אוגוסט אוג׳ באוגוסט באוג׳ آب أغسطس أوت اغسطس اوت اگست غشت अगस्त अग॰ আগ আগস্ট
    ส.ค สิงหาคม
    """,
    """
    de_set de_setembre eyl eylul ira iraila rugs rugsejis rugsejo ruj rujan rujna sen sentyabr sep sept septemba september
    septembra septembre septembrie septembris septiembre set setembre setembro setiembre settembre syys syyskuu syyskuuta
    szept szeptember wrz wrzesien wrzesnia zar zari eylül rugsėjis rugsėjo wrzesień września zář září σεπ σεπτέμβριος
    σεπτεμβρίου вер верасень верасня вересень вересня сент сентябрь сентября сеп септембар септември בספטמבר בספט׳ ספטמבר
    ספט׳ أيلول سبتمبر ستمبر سپتامبر شتنبر सितंबर सित॰ সেপ সেপ্টেম্বর ก.ย กันยายน
    """,
    """
    eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktoba oktober oktobra oktobris oktoober
    oktyabr ott ottobre out outubro paz pazdziernik pazdziernika rij rijen rijna spal spalio spalis urr urria d’oct
    d’octubre október októbra paź październik października říj říjen října οκτ οκτωβρίου οκτώβριος жовт жовтень жовтня кас
    кастрычнік кастрычніка окт октобар октомври октябрь октября אוקטובר אוק׳ באוקטובר באוק׳ أكتوبر أوكتوبر اكتوبر اکتبر
    اکتوبر تشرين_الأول अक्टूबर अक्टू॰ অক্টো অক্টোবর ต.ค ตุลาคม
    """,
    """
    aza azaroa de_nov de_novembre kas kasim lapkr lapkricio lapkritis listopadu marras marraskuu marraskuuta noiembrie nov
    novemba november novembra novembre novembris novembro noviembre noy noyabr stu studeni studenoga kasım lapkričio νοέ
    νοέμβριος νοε νοεμβρίου лист листопад листопада ліс лістапад лістапада нов новембар ное ноември нояб ноябрь ноября
    בנובמבר בנוב׳ נובמבר נוב׳ تشرين_الثاني نوامبر نوفمبر نومبر نونبر नवंबर नव॰ নভে নভেম্বর พ.ย พฤศจิกายน
    """,
    """
    abe abendua ara aralik de_des de_desembre dec december decembra decembre decembrie decembris decembro dek dekabr des
    desemba desember desembre dets detsember dez dezember dezembro dic dicembre diciembre dis disember gru grudnia
    grudzien gruod gruodis gruodzio joulu joulukuu joulukuuta pro prosinac prosinca prosince prosinec aralık déc décembre
    grudzień gruodžio δεκ δεκέμβριος δεκεμβρίου груд грудень грудня дек декабрь декабря декември дец децембар сне снежань
    снежня בדצמבר בדצמ׳ דצמבר דצמ׳ دجنبر دسامبر دسمبر ديسمبر كانون_الأول दिसंबर दिस॰ ডিসে ডিসেম্বর ธ.ค ธันวาคม
    """,
)
_WEEKDAYS = (
    """
    astelehena dilluns esmaspaev hetfo isnin jumatatu lundi lunedi lunes luni luns maanantai maanantaina maandag mandag
    monday montag pazartesi pirmadienis pirmdiena pondeli pondelok ponedeljek ponedjeljak segunda-feira senin bazar_ertəsi
    esmaspäev hétfő lunedì måndag pondělí poniedziałek δευτέρα панядзелак понеделник понедельник понедељак понеділок
    ביום_שני יום_שני الاثنين دوشنبه सोमवार সোমবার วันจันทร์
    """,
    """
    antradienis asteartea dienstag dimarts dinsdag jumanne kedd mardi martedi martes marti otrdiena sali selasa teisipaev
    terca-feira tiistai tiistaina tirsdag tisdag torek tuesday utery utorak utorok wtorek martedì marți salı teisipäev
    terça-feira çərşənbə_axşami çərşənbə_axşamı úterý τρίτη аўторак вторник вівторок уторак ביום_שלישי יום_שלישי الثلاثاء
    سه‌شنبه منگل मंगलवार মঙ্গলবার วันอังคาร
    """,
    """
    asteazkena carsamba dimecres jumatano keskiviikko keskiviikkona kolmapaev mercoledi mercores mercredi miercoles
    miercuri mittwoch onsdag quarta-feira rabu sreda srijeda sroda streda szerda treciadienis tresdiena wednesday woensdag
    kolmapäev mercoledì miércoles mércores středa trečiadienis trešdiena çarşamba çərşənbə środa τετάρτη серада середа
    среда сряда ביום_רביעי יום_רביעי الأربعاء چهارشنبه बुधवार বুধবার วันพุธ
    """,
    """
    alhamisi cetrtek ceturtdiena cetvrtak csutortok ctvrtek czwartek dijous donderdag donnerstag giovedi jeudi jueves
    kamis ketvirtadienis khamis neljapaev osteguna persembe quinta-feira stvrtok thursday torsdag torstai torstaina xoves
    csütörtök cümə_axşami cümə_axşamı giovedì neljapäev perşembe četrtek četvrtak čtvrtek štvrtok πέμπτη чацвер четвер
    четверг четвртак четвъртък ביום_חמישי יום_חמישי الخميس جمعرات پنجشنبه गुरुवार বৃহস্পতিবার วันพฤหัสบดี
    """,
    """
    cuma divendres fredag freitag friday ijumaa jumaat jumat ostirala patek penktadienis pentek perjantai perjantaina
    petak petek piatek piatok piektdiena reede sexta-feira vendredi venerdi venres viernes vineri vrijdag cümə piątek
    pátek péntek venerdì παρασκευή пʼятниця петак петък пятница пятніца ביום_שישי יום_שישי الجمعة جمعه جمعہ शुक्रवार
    শুক্রবার วันศุกร์
    """,
    """
    cumartesi dissabte jumamosi larunbata lauantai lauantaina laupaev lordag sabado sabato sabtu sambata samedi samstag
    saturday sestadienis sestdiena sobota subota szombat zaterdag laupäev lördag lørdag sábado sâmbătă şənbə šeštadienis
    σάββατο суббота субота събота ביום_שבת יום_שבת السبت شنبه ہفتہ शनिवार শনিবার วันเสาร์
    """,
    """
    ahad bazar dimanche diumenge domenica domingo duminica igandea jumapili minggu nedela nedele nedelja nedjelja
    niedziela pazar puhapaev sekmadienis sondag sonntag sunday sunnuntai svetdiena vasarnap zondag duminică nedeľa neděle
    pühapäev svētdiena söndag søndag vasárnap κυριακή воскресенье неделя недеља неділя нядзеля ביום_ראשון יום_ראשון اتوار
    الأحد یکشنبه रविवार রবিবার วันอาทิตย์
    """,
)
_SHORT = """
    ahd al an ar az b.e c.a car cet ceturtd cmt cs ct cum czw dc dg di dim dj dl do dom ds dt dum dv fr fre fri gio ig isn
    jeu jue jum kam ke kha kt la lor lr lun lör lør ma man mar mer mi mie min mié mo mon mån mér ne ned niedz og ons or
    otrd pa paz pe per pet pi piektd pirmd pn po pon pr pt pzt pá qua qui rab sa sab sal sam sat seg sel sen sestd sex sk
    so sob son sr sre sri st su sub sun svetd svētd sze szo sáb sâm sön søn ter thu ti tir tirs tis to tor tors tr tresd
    trešd tue ut uto ven vie vin vr wed wo wt xov za zo ç.a çar út čet čt śr št δευ κυρ πέμ παρ σάβ τετ τρί аў вс вт нд
    нед пет пн пон пт сб ср сре суб уто чет чт чц ביום_א׳ ביום_ב׳ ביום_ג׳ ביום_ד׳ ביום_ה׳ ביום_ו׳ בשבת יום_א׳ יום_ב׳
    יום_ג׳ יום_ד׳ יום_ה׳ יום_ו׳ שבת गुरु बुध मंगल रवि शनि शुक्र सोम বুধ বৃহস্পতি মঙ্গল রবি শনি শুক্র সোম พฤ อา
"""
SHARED_MONTHS = {
    "listopad": {"pl": 11, "cs": 11, "hr": 10},
    "listopada": {"pl": 11, "hr": 10},
    "lis": {"pl": 11, "cs": 11, "hr": 10},
    "lip": {"pl": 7, "hr": 6},
    "srp": {"cs": 8, "hr": 7},
}
"""Names that mean another month in another language: the number in each."""
MONTHS = {name.replace("_", " "): number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
WEEKDAYS = {name.replace("_", " "): number for number, names in enumerate(_WEEKDAYS) for name in names.split()}
"""0 (Monday) to 6; full names only."""
SHORT_WEEKDAYS = frozenset(name.replace("_", " ") for name in _SHORT.split())
