"""Invented news in several languages, and the furniture that a site puts around it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """A headline with its paragraphs, and what the site adds: teasers of other articles, an offer, a notice of cookies."""

    language: str
    headline: str
    paragraphs: tuple[str, ...]
    teasers: tuple[str, ...]
    offer: str
    cookies: str
    menu: tuple[str, ...]
    related: str


ENGLISH = Story(
    "en",
    "Ferry runs aground off Port Halden",
    (
        "A passenger ferry with 212 people on board ran aground in thick fog near Port Halden on Tuesday morning, the coast guard said.",
        "Fourteen people were taken to the district hospital, two of them with broken bones, according to a spokesman for the rescue service.",
        "“We heard a loud scraping noise and then everything stopped,” said Marta Ollin, a nurse who was on her way to work.",
        "The harbour master, Jonas Reed, said the ship had left its lane about ten minutes before it hit the rocks at 7.40 a.m.",
        "The shipping company announced that the route would stay closed until Friday while divers look at the damage to the hull.",
    ),
    (
        "Council votes down the plan for a new fish market hall",
        "Why the old lighthouse will be painted blue this summer",
        "Schools in the valley stay closed after the second storm",
        "Bridge tolls to rise by a fifth from the first of March",
    ),
    "Get the morning briefing: sign up and we will send you the five stories that matter every weekday.",
    "We use cookies and similar methods to show you content that fits your interests. You can change your choice at any time.",
    ("Home", "Politics", "Business", "Culture", "Weather"),
    "You may also like",
)
GERMAN = Story(
    "de",
    "Fähre läuft vor Nordhafen auf Grund",
    (
        "Eine Fähre mit 212 Menschen an Bord ist am Dienstagmorgen im dichten Nebel vor Nordhafen auf Grund gelaufen, teilte die Küstenwache mit.",
        "Vierzehn Menschen kamen ins Kreiskrankenhaus, zwei von ihnen mit Knochenbrüchen, wie ein Sprecher der Rettungsleitstelle sagte.",
        "„Wir hörten ein lautes Kratzen, dann stand alles still“, sagte die Krankenschwester Marta Ollin, die auf dem Weg zur Arbeit war.",
        "Nach Angaben des Hafenmeisters hatte das Schiff etwa zehn Minuten vor dem Aufprall um 7.40 Uhr die Fahrrinne verlassen.",
        "Die Reederei kündigte an, dass die Strecke bis Freitag gesperrt bleibt, während Taucher den Rumpf untersuchen.",
    ),
    (
        "Stadtrat lehnt die Pläne für eine neue Fischhalle ab",
        "Warum der alte Leuchtturm im Sommer blau gestrichen wird",
        "Schulen im Tal bleiben nach dem zweiten Sturm geschlossen",
    ),
    "Das Wichtigste am Morgen: Melden Sie sich an, und wir schicken Ihnen werktags die fünf besten Geschichten.",
    "Wir verwenden Cookies, um Inhalte an Ihre Interessen anzupassen. Sie können Ihre Wahl jederzeit ändern und widerrufen.",
    ("Startseite", "Politik", "Wirtschaft", "Kultur", "Wetter"),
    "Lesen Sie auch",
)
FRENCH = Story(
    "fr",
    "Un ferry s’échoue au large de Port-Halden",
    (
        "Un ferry transportant 212 personnes s’est échoué mardi matin dans un épais brouillard près de Port-Halden, ont indiqué les garde-côtes.",
        "Quatorze personnes ont été conduites à l’hôpital, dont deux avec des fractures, selon un porte-parole des secours.",
        "« Nous avons entendu un grand raclement, puis tout s’est arrêté », raconte Marta Ollin, une infirmière qui allait travailler.",
        "D’après le capitaine du port, le navire avait quitté le chenal une dizaine de minutes avant de heurter les rochers à 7 h 40.",
        "La compagnie a annoncé que la ligne resterait fermée jusqu’à vendredi, le temps que des plongeurs examinent la coque.",
    ),
    (
        "Le conseil rejette le projet de nouvelle halle aux poissons",
        "Pourquoi le vieux phare sera repeint en bleu cet été",
        "Les écoles de la vallée restent fermées après la tempête",
    ),
    "Recevez chaque matin notre lettre d’information : inscrivez-vous pour lire les cinq articles qui comptent.",
    "Nous utilisons des cookies pour adapter les contenus à vos centres d’intérêt. Vous pouvez changer d’avis à tout moment.",
    ("Accueil", "Politique", "Économie", "Culture", "Météo"),
    "À lire aussi",
)
RUSSIAN = Story(
    "ru",
    "Паром сел на мель у Северной Гавани",
    (
        "Паром, на борту которого находились 212 человек, во вторник утром сел на мель в густом тумане, сообщила береговая охрана.",
        "Четырнадцать человек доставили в районную больницу, у двоих из них переломы, рассказал представитель службы спасения.",
        "«Мы услышали громкий скрежет, а потом всё остановилось», — сказала медсестра Марта Оллин, ехавшая на работу.",
        "По словам начальника порта, судно вышло из фарватера примерно за десять минут до удара о скалы в 7:40.",
        "Судоходная компания объявила, что линия будет закрыта до пятницы, пока водолазы осматривают корпус судна.",
    ),
    (
        "Совет отклонил проект нового рыбного рынка",
        "Почему старый маяк летом покрасят в синий цвет",
        "Школы в долине закрыты после бури",
    ),
    "Подпишитесь на утреннюю рассылку, и мы будем присылать вам пять главных новостей каждый рабочий день.",
    "Мы используем файлы cookie, чтобы показывать вам интересные материалы. Вы можете изменить свой выбор в любое время.",
    ("Главная", "Политика", "Экономика", "Культура", "Погода"),
    "Читайте также",
)
CHINESE = Story(
    "zh",
    "北港附近一艘渡轮搁浅",
    (
        "海岸警卫队表示，周二清晨一艘载有212人的渡轮在浓雾中于北港附近搁浅，船上没有人员死亡，救援工作持续了三个小时。",
        "救援部门发言人说，共有十四人被送往地区医院接受治疗，其中两人骨折，其余乘客随后乘坐巴士返回市区。",
        "“我们听到一阵很大的刮擦声，然后一切都停了下来，”当时正前往上班途中的护士玛尔塔说，“大家都很害怕。”",
        "港务长表示，这艘船在早上七点四十分撞上礁石之前大约十分钟就已经偏离了航道，原因仍在调查之中。",
        "航运公司宣布，在潜水员检查船体损坏情况期间，该航线将一直关闭到周五，已购票的旅客可以全额退款。",
    ),
    ("市议会否决新建鱼市场大厅的计划", "为什么老灯塔今年夏天要刷成蓝色", "第二场风暴过后山谷学校继续停课"),
    "订阅我们的早间简报，每个工作日我们都会把五条最重要的新闻发送到您的邮箱。",
    "我们使用Cookie和类似技术来向您展示符合您兴趣的内容，您可以随时更改您的选择。",
    ("首页", "政治", "经济", "文化", "天气"),
    "相关新闻",
)
JAPANESE = Story(
    "ja",
    "北港沖でフェリーが座礁",
    (
        "海上保安庁によると、火曜日の朝、乗客乗員212人を乗せたフェリーが濃い霧の中、北港の近くで座礁した。死者は出ていない。",
        "救助隊の広報担当者は、14人が地区の病院に運ばれ、そのうち2人が骨折していると述べた。残りの乗客はバスで市内に戻った。",
        "「大きなこすれる音がして、それからすべてが止まりました」と、出勤途中だった看護師のマルタさんは話した。",
        "港長によれば、船は午前7時40分に岩にぶつかるおよそ10分前に航路を外れていたという。原因は調査中である。",
        "運航会社は、潜水士が船体の損傷を調べる間、金曜日まで航路を閉鎖すると発表した。切符は全額払い戻される。",
    ),
    ("市議会が新しい魚市場の計画を否決した", "古い灯台がこの夏に青く塗られる理由", "二度目の嵐のあと谷の学校は休校が続く"),
    "朝のニュースレターに登録すると、平日の朝に大切な記事を5本お届けします。",
    "当サイトでは、お客様の関心に合った内容を表示するためにクッキーを使用しています。設定はいつでも変更できます。",
    ("ホーム", "政治", "経済", "文化", "天気"),
    "関連記事",
)
ARABIC = Story(
    "ar",
    "جنوح عبّارة قرب الميناء الشمالي",
    (
        "جنحت عبّارة تقل 212 شخصا صباح الثلاثاء وسط ضباب كثيف قرب الميناء الشمالي، حسبما أعلن خفر السواحل في بيان صدر ظهر اليوم نفسه.",
        "ونقل أربعة عشر شخصا إلى مستشفى المنطقة، اثنان منهم مصابان بكسور في العظام، وفق ما قاله متحدث باسم خدمة الإنقاذ.",
        "وقالت الممرضة مارتا أولين التي كانت في طريقها إلى العمل: «سمعنا صوت احتكاك عاليا ثم توقف كل شيء».",
        "وقال مدير الميناء إن السفينة خرجت عن مسارها قبل نحو عشر دقائق من اصطدامها بالصخور عند الساعة السابعة والأربعين دقيقة.",
        "وأعلنت شركة الملاحة أن الخط سيظل مغلقا حتى يوم الجمعة ريثما يفحص الغواصون الأضرار التي لحقت بهيكل السفينة.",
    ),
    (
        "المجلس يرفض خطة بناء سوق جديد للأسماك",
        "لماذا ستطلى المنارة القديمة باللون الأزرق",
        "مدارس الوادي تبقى مغلقة بعد العاصفة",
    ),
    "اشترك في النشرة الصباحية لنرسل إليك أهم خمسة أخبار كل يوم من أيام العمل.",
    "نستخدم ملفات تعريف الارتباط لنعرض لك محتوى يناسب اهتماماتك. يمكنك تغيير اختيارك في أي وقت تشاء.",
    ("الرئيسية", "سياسة", "اقتصاد", "ثقافة", "طقس"),
    "اقرأ أيضا",
)
TURKISH = Story(
    "tr",
    "Kuzey Limanı açıklarında feribot karaya oturdu",
    (
        "Sahil güvenlik ekipleri, 212 kişiyi taşıyan bir feribotun salı sabahı yoğun siste Kuzey Limanı yakınında karaya oturduğunu bildirdi.",
        "Kurtarma ekibinin sözcüsüne göre on dört kişi ilçe hastanesine kaldırıldı, bunlardan ikisinin kemikleri kırıldı.",
        "İşe gitmekte olan hemşire Marta Ollin, “Yüksek bir sürtünme sesi duyduk, sonra her şey durdu,” dedi.",
        "Liman başkanı, geminin saat 7.40'ta kayalara çarpmadan yaklaşık on dakika önce rotasından çıktığını söyledi.",
        "Denizcilik şirketi, dalgıçlar gövdedeki hasarı incelerken hattın cuma gününe kadar kapalı kalacağını duyurdu.",
    ),
    (
        "Meclis yeni balık hali planını reddetti",
        "Eski deniz feneri bu yaz neden maviye boyanacak",
        "Vadideki okullar fırtınadan sonra kapalı",
    ),
    "Sabah bültenimize kaydolun, her iş günü en önemli beş haberi size gönderelim ve günü birlikte okuyalım.",
    "İlgi alanlarınıza uygun içerik göstermek için çerezler kullanıyoruz. Seçiminizi istediğiniz zaman değiştirebilirsiniz.",
    ("Ana sayfa", "Siyaset", "Ekonomi", "Kültür", "Hava"),
    "İlgili haberler",
)
HINDI = Story(
    "hi",
    "उत्तरी बंदरगाह के पास नौका फंसी",
    (
        "तटरक्षक बल ने कहा कि मंगलवार सुबह घने कोहरे में 212 लोगों को ले जा रही एक नौका उत्तरी बंदरगाह के पास चट्टानों पर फंस गई।",
        "बचाव सेवा के प्रवक्ता के अनुसार चौदह लोगों को जिला अस्पताल ले जाया गया, जिनमें से दो की हड्डियां टूट गई हैं।",
        "काम पर जा रही नर्स मार्ता ओलिन ने कहा, “हमने रगड़ की तेज आवाज सुनी और फिर सब कुछ रुक गया।”",
        "बंदरगाह प्रमुख ने बताया कि सुबह सात बजकर चालीस मिनट पर टकराने से करीब दस मिनट पहले जहाज अपने रास्ते से हट गया था।",
        "जहाजरानी कंपनी ने घोषणा की कि गोताखोरों की जांच पूरी होने तक यह मार्ग शुक्रवार तक बंद रहेगा।",
    ),
    ("परिषद ने नए मछली बाजार की योजना ठुकराई", "पुराना प्रकाश स्तंभ इस गर्मी में नीला क्यों होगा", "दूसरे तूफान के बाद घाटी के स्कूल बंद"),
    "सुबह की खबरों के लिए हमारी सूची में नाम लिखाएं और हर दिन पांच जरूरी खबरें पाएं।",
    "हम आपकी रुचि के अनुसार सामग्री दिखाने के लिए कुकीज़ का उपयोग करते हैं। आप अपनी पसंद कभी भी बदल सकते हैं।",
    ("मुखपृष्ठ", "राजनीति", "व्यापार", "संस्कृति", "मौसम"),
    "यह भी पढ़ें",
)
SPANISH = Story(
    "es",
    "Un transbordador encalla frente a Puerto Halden",
    (
        "Un transbordador con 212 personas a bordo encalló el martes por la mañana entre una densa niebla cerca de Puerto Halden, informó la guardia costera.",
        "Catorce personas fueron trasladadas al hospital comarcal, dos de ellas con fracturas, según un portavoz del servicio de rescate.",
        "«Oímos un fuerte roce y después todo se detuvo», contó Marta Ollin, una enfermera que iba camino del trabajo.",
        "El capitán del puerto dijo que el buque había salido de su ruta unos diez minutos antes de chocar contra las rocas a las 7.40.",
        "La naviera anunció que la línea seguirá cerrada hasta el viernes mientras los buzos revisan los daños del casco.",
    ),
    (
        "El consejo rechaza el plan de una nueva lonja",
        "Por qué el viejo faro se pintará de azul este verano",
        "Las escuelas del valle siguen cerradas",
    ),
    "Suscríbete al boletín de la mañana y te enviaremos las cinco noticias que importan cada día laborable.",
    "Usamos cookies para mostrarle contenidos acordes con sus intereses. Puede cambiar su elección en cualquier momento.",
    ("Portada", "Política", "Economía", "Cultura", "Tiempo"),
    "Noticias relacionadas",
)
STORIES = {
    story.language: story for story in (ENGLISH, GERMAN, FRENCH, RUSSIAN, CHINESE, JAPANESE, ARABIC, TURKISH, HINDI, SPANISH)
}


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)


def links(texts: tuple[str, ...], tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/a/{number}">{text}</a></{tag}>\n' for number, text in enumerate(texts))


def site(story: Story, content: str, *, head: str = "", body_class: str = "") -> str:
    """A page of the story's site: cookie notice, menu, the content, an offer, teasers and a foot around it."""
    return f"""<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8">
<title>{story.headline} | Harbour Courier</title>{head}</head><body class="{body_class}">
<div class="cc-window" role="dialog"><p>{story.cookies}</p><button>OK</button></div>
<div class="top"><ul class="main-menu">{links(story.menu)}</ul></div>
{content}
<div class="rail"><h3>{story.related}</h3><ul>{links(story.teasers)}</ul></div>
<div class="foot-zone"><ul>{links(story.menu)}</ul><p>© 2021 Harbour Courier</p></div>
</body></html>"""
