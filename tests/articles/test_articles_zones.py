"""Zones: what is set aside, and above all what must not be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles.zoning.zones import mark_zones, running_text
from summarizer.terms import ZoneKind

FIRST = "The harbour master said on Monday that forty boats had been moved to the inner dock before the storm came in."
SECOND = "Nobody was hurt, but the roof of the fish market was torn off and two cranes fell into the water, he added."
THIRD = "The mayor promised money for repairs and said that the market would be open again before the end of the month."
BODY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
LONG = f"{FIRST} {SECOND} {THIRD}"


def kinds(text, title=None):
    return [(zone.kind.value, text[zone.start : zone.end]) for zone in mark_zones(text, title).zones]


def rest(text):
    return running_text(text, mark_zones(text).zones)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- Advertisement -", "advert"),
        ("ADVERTISMENT", "advert"),
        ("Sign up for our morning newsletter", "advert"),
        ("Read more: Two held after theft of nets", "related"),
        ("Photo: The market without its roof. A. Nyman", "caption"),
        ("Photo by Ada Nyman / Harbour Post", "caption"),
        ("The market on Tuesday (photograph by Ada Nyman)", "caption"),
        ("© 2024 Harbour Post", "footer"),
        ("Harbour Post Ltd. All rights reserved.", "footer"),
        ("Share Tweet WhatsApp Email", "navigation"),
        ("Show More", "navigation"),
        ("About admin", "footer"),
        ("Reporting by Ada Nyman", "byline"),
        ("1,204", "navigation"),
        ("2:31", "navigation"),
        ("About us", "footer"),
        ("Log in to comment", "comments"),
        ("Sort by newest", "comments"),
        ("Sort by: Most liked", "comments"),
        ("Please sign in to leave a comment.", "comments"),
        ("View 3 replies", "comments"),
        ("Like · Reply · 2d", "comments"),
        ("Be the first to comment", "comments"),
        ("Watch: A crane falls into the dock", "related"),
        ("WATCH | A crane falls into the dock", "related"),
        ("VIDEO: A crane falls into the dock 2:31", "caption"),
        ("Coming up at 8: what the storm of 1953 cost. Phone in on 555 0100.", "related"),
        ("Up next: The sound of the storm", "related"),
        ("▶ A crane falls into the dock", "related"),
        ("Now playing: A crane falls into the dock", "related"),
        ("Video duration 2 minutes 31 seconds 02:31", "related"),
        ("https://win.example/a https://win.example/b", "spam"),
    ],
)
def test_furniture_between_paragraphs_is_set_aside_alone(line, kind):
    text = f"{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}\n"
    assert kinds(text) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Video by activists shows twelve damaged boats in the inner dock, the coast guard said on Tuesday evening.",
        "Reporting by local radio has shown that the cranes were too old, the union said in a statement on Tuesday.",
        "The newsletter of the union, printed on Monday, said that the cranes had not been tested for eleven years.",
        "Copyright law does not cover the photographs of the fallen cranes, a court in the capital said on Tuesday.",
        "More – much more – is needed to mend the market, the mayor said after a walk through the ruins on Tuesday.",
        "Follow-up checks on the other cranes showed no faults, the harbour master told reporters on Wednesday noon.",
        "Log in to comment, the page said, though nobody could: its servers had stood in the cellar since the storm.",
        "Sort by weight, not by age: so the fishermen of the bay have graded their catch since the time of the war.",
        "Watch officers on the pier saw the second crane fall at 2:31.",
        "Video of the fall was shown to the court at 10:45",
        "Coming up the stairs, two guards met the water.",
        "2015",
        "22 percent",
        "About us and the sea",
        "Reply came late",
        "Share prices of the two insurers fell by four percent.",
        "Related work on the outer dock will go on until May.",
        "The cost, 12 comments from experts, and what comes next",
        "Education and markets in the storm's wake",
    ],
)
def test_sentences_and_subheadings_that_begin_like_furniture_stay(line):
    text = f"{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}\n"
    assert kinds(text) == []


TITLE = "Storm wrecks fish market"


@pytest.mark.parametrize(
    "line",
    [TITLE, f"3 June 2015 {TITLE}", f"June 3, 2015 – {TITLE}", f"{TITLE} | 3 June 2015", f"Published 3 June 2015: {TITLE}"],
)
@pytest.mark.parametrize("form", [f"{TITLE}\n\n{FIRST}\n\n{{}}\n\n{SECOND}\n", f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{{}}\n"])
def test_a_headline_that_comes_again_below_is_set_aside_with_its_date(line, form):
    assert kinds(form.format(line)) == [("title", TITLE), ("navigation", line)]


def test_a_line_that_says_more_than_the_headline_stays():
    text = f"{TITLE}\n\n{FIRST}\n\n{TITLE} and two cranes\n\nOn 3 June 2015 a {TITLE}\n\n{SECOND}\n"
    assert [kind for kind, _ in kinds(text)] == ["title"]


def test_a_known_headline_behind_its_date_is_found():
    marked = mark_zones(f"3 June 2015 {TITLE}\n\n{BODY}\n", TITLE)
    assert [(zone.kind.value, zone.end) for zone in marked.zones] == [("byline", 12), ("title", 36)]
    assert str(marked.facts.dates[0].stamp.date) == "2015-06-03"


@pytest.mark.parametrize("front", ["", "3 June 2015 ", "Posted on June 3, 2015: "])
def test_a_known_headline_in_front_of_the_first_paragraph_is_no_part_of_it(front):
    text = f"{front}{TITLE}. {FIRST} {SECOND}\n"
    assert kinds(text, TITLE) == [("title", f"{front}{TITLE}.")]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE} AFP {FIRST}",
        f"On 3 June 2015 the big {TITLE}. {FIRST}",
        f"{TITLE}s. {FIRST}",
        f"{TITLE}.",
        f"{FIRST} {TITLE}. {SECOND}",
    ],
)
def test_a_headline_that_is_part_of_a_sentence_stays_in_it(text):
    assert kinds(text, TITLE) == []


@pytest.mark.parametrize("table", ["Boats lost\n12\nCranes lost\n2", "Boats lost:\n12"])
def test_a_number_below_its_label_is_no_furniture(table):
    assert kinds(f"{FIRST}\n\n{table}\n\n{SECOND}\n") == []


ABOUT = "The Harbour Post is the leading independent news site of the coast, read in forty towns."


@pytest.mark.parametrize(
    "line",
    [
        ABOUT,
        "Bay Radio is the oldest non-profit broadcaster of the islands.",
        "Skerry Wire is an award-winning online newspaper, founded in 1998.",
        "Coast.example is your trusted source of news from the harbour and the islands.",
    ],
)
def test_what_an_outlet_says_of_itself_at_the_end_is_a_footer(line):
    assert kinds(f"{BODY}\n\n{line}\n") == [("footer", line)]
    assert kinds(f"{BODY}\n\nAbout us\n\n{line}\n\n© Reader\n") == [("footer", f"About us\n\n{line}\n\n© Reader")]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n\n{ABOUT}\n\n{SECOND}\n",
        f"{FIRST}\n\nThe Harbour Post was searched on Monday by officers who carried off its servers and all its papers.\n\n{ABOUT}\n",
        f"{BODY}\n\nBay Radio is the oldest broadcaster of the islands, its editor said.\n",
        f"{BODY}\n\nThe market is the largest on the coast and a source of income for forty towns.\n",
    ],
)
def test_an_outlet_that_the_article_is_about_stays(text):
    assert kinds(text) == []


def test_words_about_ourselves_below_a_heading_at_the_end_are_a_footer():
    about = "About us\n\nWe bring you what happens on the coast. Our office is in the old customs house."
    assert kinds(f"{BODY}\n\n{about}\n") == [("footer", about)]
    assert kinds(f"{FIRST}\n\nAbout us\n\n{SECOND}\n\n{THIRD}\n") == [("footer", "About us")]


def test_the_top_of_a_saved_page():
    text = f"English   Deutsch   فارسی\nHome / News / Storm wrecks fish market\nWorldNews\n\nStorm wrecks fish market\n\nHarbour Post\n\n{BODY}\n"
    assert kinds(text) == [
        ("navigation", "English   Deutsch   فارسی\nHome / News / Storm wrecks fish market\nWorldNews"),
        ("title", "Storm wrecks fish market"),
        ("byline", "Harbour Post"),
    ]


def test_a_menu_path_glued_to_the_title_is_not_the_title():
    text = f"RegionsCoastStorm wrecks old fish market\n\nStorm wrecks old fish market\n\n{BODY}\n"
    assert kinds(text) == [
        ("navigation", "RegionsCoastStorm wrecks old fish market"),
        ("title", "Storm wrecks old fish market"),
    ]


def test_a_repeated_title_is_set_aside_and_a_standfirst_is_not():
    text = f"Storm wrecks fish market\nMarket may reopen within a month\nStorm wrecks fish market\n\n{BODY}\n"
    assert [kind for kind, _ in kinds(text)] == ["title", "navigation"]
    assert "Market may reopen" in rest(text)


def test_teasers_below_a_heading_are_set_aside_to_the_end():
    teasers = f"Must read\n\nWhy do cranes fall?\n\n{FIRST}\n\nNew roof for the town hall\n\n{SECOND}"
    text = f"{BODY}\n\n{teasers}\n"
    assert kinds(text) == [("related", teasers)]


def test_running_text_below_a_heading_in_the_middle_is_kept_and_said():
    text = f"{FIRST}\n\nRelated Articles\n\nWhy do cranes fall?\nNew roof for the town hall\n\n{SECOND}\n\n{THIRD}\n\n{FIRST}\n"
    marked = mark_zones(text)
    assert [text[z.start : z.end] for z in marked.zones] == [
        "Related Articles\n\nWhy do cranes fall?\nNew roof for the town hall"
    ]
    assert any("stands in the middle" in note for note in marked.notes)


def test_a_long_paragraph_right_below_such_a_heading_is_the_article():
    text = f"{FIRST}\n\nOther news\n\n{LONG}\n\n{SECOND}\n"
    assert kinds(text) == [("related", "Other news")]


def test_a_subheading_that_begins_with_more_from_swallows_nothing():
    text = f"{FIRST}\n\nMore from the inner dock\n\n{SECOND}\n\nWhat comes next\n\n{THIRD}\n"
    assert SECOND in rest(text)
    assert THIRD in rest(text)


def test_long_paragraphs_set_aside_are_said():
    text = f"{BODY}\n\nLatest news\n\nA headline of another story\n\n{LONG}\n"
    assert any("set aside; check" in note for note in mark_zones(text).notes)


def test_a_comment_form_and_what_readers_wrote_below_it():
    form = f"3 comments\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\nLeave a Reply\n\nYour email address will not be published."
    text = f"{BODY}\n\n{LONG}\n\n{form}\n"
    assert kinds(text) == [("comments", form)]


def test_a_comment_heading_above_most_of_the_article_does_not_swallow_it():
    text = f"{FIRST}\n\nLeave a comment\n\n{SECOND}\n\n{THIRD}\n\n{LONG}\n"
    assert kinds(text) == [("comments", "Leave a comment")]


def test_details_below_a_caption_belong_to_it():
    caption = "Image: The inner dock from the air.\nDate: 28 May 2012\nSource: Town archive\nAuthor: A. Nyman"
    text = f"{BODY}\n\n{caption}\n\n{LONG}\n"
    assert kinds(text) == [("caption", caption)]


def test_a_source_line_without_a_caption_stays():
    text = f"{BODY}\n\nSource: the harbour master's log\n\n{LONG}\n"
    assert kinds(text) == []


def test_links_behind_a_teaser_are_spam_of_their_own():
    text = f"{BODY}\n\nCheck Also\n\nA roof for the hall\n\nWorkers began … https://a.example/ https://b.example/\n"
    assert kinds(text)[-1] == ("spam", "https://a.example/ https://b.example/")


def test_a_source_link_in_a_sentence_is_no_spam():
    text = f"{BODY}\n\nThe report is at https://harbour.example/report and was printed in May by the town.\n"
    assert kinds(text) == []


def test_footer_links_above_a_copyright_line():
    text = f"{BODY}\n\nPapers of the coast\n\nPapers of the islands\n\n© Reader\n"
    assert [kind for kind, _ in kinds(text)] == ["footer"]


def test_a_last_line_with_a_figure_stays():
    text = f"{BODY}\n\n- 12 boats lost\n\n© Reader\n"
    assert "12 boats lost" in rest(text)


def test_where_everything_looks_like_furniture_nothing_is_set_aside():
    marked = mark_zones("Show More\nShare\n© Reader\n")
    assert marked.zones == ()
    assert any("nothing was set aside" in note for note in marked.notes)


def test_the_note_counts_characters_by_kind_and_leaves_out_the_title():
    text = f"Storm wrecks fish market\n\n{BODY}\n\n- Advertisement -\n"
    assert mark_zones(text).notes == ("characters set aside as not the article: advert 17",)


LINES = st.lists(
    st.one_of(
        st.sampled_from([
            FIRST, SECOND, LONG, "Related Articles", "About us", "22", "2:31", "Sort by newest", "Bay Radio is the leading news site.", "Leave a Reply", "Must read", "- Advertisement -", "Photo: x", "By Ada Nyman",
            "Date: 3 June 2015", "Title: A storm", "© x", "https://a.example https://b.example", "Home > News", "More from x", "\t", "",
            "KABUL, June 3, 2015 (AFP) - A thing happened there.", "Posted on 3 June 2015",
        ]),
        st.text(max_size=60),
    ),
    max_size=25,
)  # fmt: skip


@given(LINES)
def test_zones_are_in_range_sorted_and_disjoint(lines):
    text = "\n".join(lines)
    position = 0
    for zone in mark_zones(text).zones:
        assert position <= zone.start < zone.end <= len(text)
        position = zone.end


def test_only_known_kinds_are_used():
    assert {kind for kind, _ in kinds(f"Home > News\n\nA storm came\n\n{BODY}\n")} <= {kind.value for kind in ZoneKind}


def test_a_heading_of_teasers_may_end_in_dots():
    text = f"{BODY}\n\nYou may also like...\n"
    assert kinds(text) == [("related", "You may also like...")]
