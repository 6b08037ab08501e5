"""The words of invented stories, in many languages and both directions of writing."""

from __future__ import annotations

LANGUAGES = ("en", "en", "ar", "en", "zh", "de", "he", "en", "ja", "fa", "en", "ru", "ko", "hi", "en")
"""The languages of a story's articles, in turns."""

PLACES = "Torvik Halsand Ostmark Lundby Kvamnes Rosdal Ekeby Stenholm Brovik Marlund Varnes Norrick".split()
SPEAKERS = ("Anna Berg", "Jon Falk", "Ines Rolo", "Mara Lind", "Erik Vale", "Sana Haddad", "Li Wen", "Oren Katz")

TITLES = {
    "en": "Water rises in {place}: what is known of the evacuation, part {n}",
    "de": "Hochwasser in {place}: was über die Räumung bekannt ist, Teil {n}",
    "ru": "Вода в {place} поднимается: что известно об эвакуации, часть {n}",
    "ar": "ارتفاع المياه في {place}: ما نعرفه عن الإخلاء، الجزء {n}",
    "fa": "آب در {place} بالا می‌آید: آنچه از تخلیه می‌دانیم، بخش {n}",
    "he": "המים עולים ב-{place}: מה ידוע על הפינוי, חלק {n}",
    "zh": "{place}水位上涨:关于疏散的已知情况(第{n}部分)",
    "ja": "{place}で水位上昇、避難について分かっていること(第{n}部)",
    "ko": "{place}의 수위 상승: 대피에 대해 알려진 것, {n}부",
    "hi": "{place} में पानी बढ़ा: निकासी के बारे में क्या पता है, भाग {n}",
}

TOLD = {
    "en": "By Tuesday evening {n} people had been brought out of the lower streets of {place}, according to {speaker}, who leads the rescue service there.",
    "de": "Bis Dienstagabend waren {n} Menschen aus den unteren Straßen von {place} gebracht worden, sagte {speaker} vom Rettungsdienst.",
    "ru": "К вечеру вторника из нижних улиц {place} вывезли {n} человек, сообщил руководитель спасателей {speaker}.",
    "ar": "حتى مساء الثلاثاء أُخرج {n} شخصًا من الشوارع المنخفضة في {place}، بحسب {speaker} الذي يرأس فرق الإنقاذ هناك.",
    "fa": "تا عصر سه‌شنبه {n} نفر از خیابان‌های پایین {place} بیرون آورده شدند، به گفتهٔ {speaker} رئیس امدادگران.",
    "he": "עד יום שלישי בערב הוצאו {n} בני אדם מהרחובות הנמוכים של {place}, לדברי {speaker}, העומדת בראש שירות ההצלה שם.",
    "zh": "当地救援负责人{speaker}表示,截至星期二晚上,已有{n}人从{place}的低洼街道撤离。",
    "ja": "救助隊を率いる{speaker}によると、火曜日の夜までに{place}の低い通りから{n}人が運び出された。",
    "ko": "구조대를 이끄는 {speaker}에 따르면 화요일 저녁까지 {place}의 낮은 거리에서 {n}명이 대피했다.",
    "hi": "बचाव दल के प्रमुख {speaker} के अनुसार मंगलवार शाम तक {place} की निचली सड़कों से {n} लोग निकाले गए।",
}

SAID = {
    "en": "🚨 “We counted {n} houses in {place} that nobody can go back to before the winter,” {speaker} told reporters, “and we have not seen all of them.”",
    "de": "„Wir haben {n} Häuser in {place} gezählt, in die vor dem Winter niemand zurückkann“, sagte {speaker} 👩‍🚒 vor der Presse.",
    "ru": "«Мы насчитали в {place} {n} домов, куда до зимы никто не вернётся», — сказал журналистам {speaker}.",
    "ar": "قال {speaker} للصحفيين 🚨: «أحصينا {n} بيتًا في {place} لن يعود إليها أحد قبل الشتاء، ولم نرها كلها بعد».",
    "fa": "{speaker} به خبرنگاران گفت: «در {place} {n} خانه شمردیم که تا زمستان کسی به آن‌ها برنمی‌گردد.»",
    "he": "״ספרנו {n} בתים ב-{place} שאיש לא יוכל לחזור אליהם לפני החורף״, אמר {speaker} 👨‍👩‍👧 לכתבים.",
    "zh": "{speaker}对记者说:“我们在{place}数到{n}栋房屋,入冬之前没有人能回去。”",
    "ja": "{speaker}は記者団に「{place}では冬までに誰も戻れない家を{n}軒数えた」と述べた。",
    "ko": "{speaker}는 기자들에게 “{place}에서 겨울 전에 아무도 돌아갈 수 없는 집을 {n}채 세었다”고 말했다.",
    "hi": "{speaker} ने पत्रकारों से कहा, “हमने {place} में {n} घर गिने जिनमें सर्दी से पहले कोई नहीं लौट सकता।”",
}

DENIED = {
    "en": "The council of {place} denied that the {n} pumps it had ordered in the spring had stood unused, as {speaker} had claimed.",
    "de": "Der Rat von {place} bestritt, dass die {n} im Frühjahr bestellten Pumpen ungenutzt standen, wie {speaker} behauptet hatte.",
    "ru": "Совет {place} отрицал, что {n} насосов, заказанных весной, стояли без дела, как утверждал {speaker}.",
    "ar": "نفى مجلس {place} أن تكون المضخات الـ{n} التي طلبها في الربيع قد تُركت بلا استعمال كما زعم {speaker}.",
    "fa": "شورای {place} رد کرد که {n} پمپ سفارش‌شده در بهار بی‌استفاده مانده باشد، چنان‌که {speaker} مدعی بود.",
    "he": "מועצת {place} הכחישה ש-{n} המשאבות שהזמינה באביב עמדו ללא שימוש, כפי שטען {speaker}.",
    "zh": "{place}议会否认{speaker}的说法,即春天订购的{n}台水泵一直闲置。",
    "ja": "{place}の議会は、春に注文した{n}台のポンプが使われていなかったとする{speaker}の主張を否定した。",
    "ko": "{place} 의회는 봄에 주문한 펌프 {n}대가 쓰이지 않았다는 {speaker}의 주장을 부인했다.",
    "hi": "{place} की परिषद ने {speaker} के इस दावे को नकारा कि वसंत में मँगाए गए {n} पंप बेकार पड़े रहे।",
}

ASIDES = {
    "en": (
        "The road along the river stayed closed through the night, and buses turned back at the old mill.",
        "Schools said they would decide in the morning whether lessons could begin; many teachers live on the far bank.",
        "Rain is expected to ease towards the weekend, though the ground can hold little more of it.",
    ),
    "de": ("Die Uferstraße blieb die ganze Nacht gesperrt, die Busse kehrten an der alten Mühle um.",),
    "ru": ("Дорога вдоль реки оставалась закрытой всю ночь, автобусы разворачивались у старой мельницы.",),
    "ar": ("ظل الطريق المحاذي للنهر مغلقًا طوال الليل، وعادت الحافلات أدراجها عند الطاحونة القديمة.",),
    "fa": ("جادهٔ کنار رود تمام شب بسته ماند و اتوبوس‌ها کنار آسیاب قدیمی دور زدند.",),
    "he": ("הכביש שלאורך הנהר נשאר סגור כל הלילה, והאוטובוסים חזרו על עקבותיהם ליד הטחנה הישנה.",),
    "zh": ("沿河公路整夜封闭,公共汽车在旧磨坊处折返,学校将在早晨决定是否上课。",),
    "ja": ("川沿いの道路は一晩中閉鎖され、バスは古い水車小屋で折り返した。",),
    "ko": ("강변 도로는 밤새 닫혀 있었고 버스는 오래된 방앗간에서 돌아갔다.",),
    "hi": ("नदी के किनारे की सड़क रात भर बंद रही और बसें पुरानी चक्की से लौट गईं।",),
}
