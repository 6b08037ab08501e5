"""The words that stand before an author's name or an outlet's, in many languages."""

from __future__ import annotations

BY = (
    r"by|par|von|por|di|door|av|af|oleh|przez|(?:written|words|report|reported|posted|published|reporting|additional\s+reporting"
    r"|written\s+and\s+reported|story|opinion|analysis|commentary|column|essay|feature|explainer|perspective|review)\s+by|text\s+von|ein(?:e\s+(?:reportage|analyse)|\s+bericht)\s+von|(?:écrit|rédigé|publié|propos\s+recueillis)\s+par"
    r"|(?:escrito|publicado|texto)\s+por|scritto\s+da|a\s+cura\s+di|geschreven\s+door|ditulis\s+oleh|skrivet\s+av|skrevet\s+a[fv]|מאת|بقلم|إعداد"
)
AUTHOR = (
    r"authors?|author\(s\)|autor(?:in|es|as|a|i|en)?|auteure?s?|autor[ei]|autrici?e?|verfasser(?:in)?|text[eo]?|testo|tekst|bericht|byline|writer|reporters?"
    r"|автори?|авторы|текст|корреспондент|кореспондент|oprac\.?|opracował[ai]?|napisał[ai]?|yazar|yazan|haber|muhabir|hazırlayan|penulis|reporter"
    r"|作者|記者|记者|撰文|撰稿|執筆|取材・文|取材|筆者|通讯员|文|글|기자|취재|작성자"
    r"|الكاتب|كاتب|كتبت?|المؤلف|نویسنده|گزارش|خبرنگار|כתב|כותב|लेखक|रिपोर्टर|संवाददाता"
    r"|szerző|írta|napsal[ai]?|forfatter|författare|kirjoittaja|tekijä|συντάκτης|tác\s+giả|ผู้เขียน"
)
SOURCE = (
    r"source|quelle|fuente|fonte|источник|джерело|źródło|المصدر|مصدر|منبع|kaynak|מקור|sumber|bron|nguồn|स्रोत|kilde|källa|lähde|zdroj|forrás"
    r"|来源|來源|稿源|出典|出处|출처"
)
EDITOR = (
    r"责任编辑|責任編輯|责编|编辑|編輯|編集|编审|editors?|redaktor(?:in)?|redakteur|redactor|редактор|المحرر|محرر|editör|편집"
)
