"""Words that menus, language bars and share bars consist of."""

from __future__ import annotations

_LANGUAGE_NAMES = """
    english français francais deutsch español espanol italiano português portugues русский українська polski türkçe nederlands
    svenska dansk norsk suomi čeština magyar română ελληνικά עברית العربية عربي عربى عربية فارسی فارسي دری پښتو اردو كوردي کوردی
    kurdî हिन्दी বাংলা தமிழ் 中文 简体中文 繁體中文 日本語 한국어 indonesia melayu kiswahili en fr de es ru ar fa pt it
"""
_SECTION_NAMES = """
    news top home homepage latest updates update world politics business economy sport sports opinion opinions culture
    international national local regional region asia africa europe americas america middle east south north south west
    central countries technology tech science health lifestyle entertainment video videos photos photo gallery more menu search
    subscribe login log in sign up register account contact us about live breaking headlines stories all today e-paper epaper
    letters editorial markets finance travel weather shipping environment education features analysis and share print close
    back to skip main content navigation toggle go next previous show load comments reply follow
"""
_SHARE_WORDS = """
    share shares tweet retweet post facebook twitter x whatsapp telegram linkedin pinterest reddit email e-mail print copy link
    messenger viber line wechat weibo tumblr pocket flipboard instagram youtube threads mastodon bluesky on via this article
    story save bookmark comment comments like and with send to a friend pin it sms vk
"""
_SHARE_BUTTONS = "share tweet facebook twitter whatsapp telegram linkedin pinterest email e-mail print copy"

LANGUAGES = frozenset(_LANGUAGE_NAMES.split())
SECTIONS = frozenset(_SECTION_NAMES.split())
SHARING = frozenset(_SHARE_WORDS.split())
SHARE_BUTTONS = frozenset(_SHARE_BUTTONS.split())
"""One of these must stand in a share bar; the other words alone could be a sentence's."""
