"""Pleas go, wherever they stand; no sentence of the story goes with them."""

import pytest

from truceline.read.boilerplate import left_out_of
from truceline.read.paragraphs import paragraphs
from truceline.read.plea_words import plea_words

BEFORE = "The ministry published its report on Friday in the capital."
AFTER = "Nothing further was known by the evening."
PLEA = "If you value our journalism, please support us monthly. Donate today!"

# Words of pleas, newsletters and menus, in news.
STORY = (
    "NATO allies agreed to chip in $5 billion for air defence.",
    "Donors pledged to support the clinics with a monthly contribution.",
    '"Please support us monthly," the head of the clinic told donors. "Your donation saves lives."',
    "The mayor asked residents to donate blood and to follow the instructions of the civil defence.",
    "Supporters of the rebels subscribe to a harder line than their leaders.",
    "The army said it would support the truce as long as the rebels did.",
    "Follow-up talks are planned for Monday.",
    "Readers of the newspaper marched to support press freedom.",
    "The newspaper asked its readers to donate after a shell hit its office.",
    "Ukraine should consider becoming a member of NATO, he said.",
    "It takes less than a minute for a missile to reach the city.",
    "Unlike many others, the village was spared.",
    "Support for the rebels grew after the raid.",
    "Please spare our children, the mothers wrote on a banner.",
    '"We rely on donations," said a volunteer. "If you can, give today."',
    "The journalists were freed on Sunday after mediation by Qatar.",
    "Residents said the hotline can be reached at night only.",
    "The group gives fighters a small gift every month, a defector said.",
    "He paid a monthly contribution to the rebels for years, prosecutors say.",
    "The president thanked allies for their support and asked them to give more.",
    "Qatar will fund salaries for a year; Egypt will contribute fuel.",
    "Sign-up centres for volunteers opened in Kyiv on Monday.",
    "“You have given us your support, and we will not forget it,” President Aliyev told soldiers in Fizuli.",
    "The UN appealed for $4.1 billion, its largest ever request; donors have given a tenth.",
    "An independent newspaper, Novaya Gazeta, said its reporters had counted 40 graves.",
    "The rebels' newsletter claimed 40 dead.",
    "The emails, seen by this newspaper, show that the army knew of the raid.",
    "By Monday, the army had taken the town.",
    "By Monday evening in Goma, Bukavu and Uvira, shops were closed.",
    "Watch towers along the border were shelled.",
    "More than 400 people have fled, the UN said.",
    "Related fighting was reported in Lachin.",
    "Share of the blame lies with both sides, he said.",
    "Live fire was heard in Omdurman.",
    "Advertisement boards were torn down by shells.",
    "Home after home was burned.",
    "Save the Children said 12 children had been killed.",
    "Search and rescue teams pulled 14 people from the rubble.",
    "Contact was lost with the convoy near Shire.",
    "This is a developing crisis, aid groups warn.",
    "Correction of the border was discussed in Geneva.",
    "The committee to protect journalists said three reporters had been killed; their editors asked for help.",
    "Give us back our dead, mothers in Yerevan demanded on Sunday.",
    "Members of the group get $50 a month and a phone.",
    "Ads on state television call on men to join the army.",
    "Like the capital, the town was shelled for weeks.",
    "Read the small print of the agreement, diplomats said, and the gaps show.",
    "Back in Geneva, envoys met for a second day.",
    "Pay for soldiers has not come since March.",
    "Support from abroad kept the clinics open.",
    "Join forces was the order of the day in both camps, he said.",
    "Our correspondent in Goma saw the trucks arrive.",
    "Gift parcels for the front were collected in schools.",
    "Leave was cancelled for all officers.",
    "We saw eleven graves behind the school; the caretaker gave us the names.",
)
PLEAS = (
    "… we have a small favor to ask.",
    "Your support, no matter how small, makes a world of difference.",
    "You are reading this for free because others paid for it.  Please help our newsroom with $5 a month.",
    "The Valley Post is funded by our readers. We do not have a paywall. Become a member today.",
    "Dear reader, it has been a hard winter for newsrooms like ours. If each of you gave the price of a coffee, "
    "we could go on.",
    "Sign up for our newsletter and get the day's news in your inbox.",
    "Subscribe now for unlimited access. Cancel anytime.",
    "We use cookies to make this site work. By continuing to use this site you accept them.",
    "Did you find this article useful? Fund our next one.",
    "Follow us on Telegram for more.",
    "This article was amended on 3 May to correct the name of the village.",
    "You have 2 free articles remaining.",
)


def left_out(text: str) -> list[str]:
    return [piece.text for piece in left_out_of(text, paragraphs(text))]


@pytest.mark.parametrize("sentence", STORY)
@pytest.mark.parametrize(
    "frame",
    [
        "{before}\n\n{sentence}\n\n{after}",
        "{before} {sentence} {after}",
        "{before}\n\n{sentence}\n\n{plea}",
        "{before}\n\n{before} {sentence} {plea}",
        "{before}\n\n{plea}\n\n{sentence}\n\n{after}",
        "{before}\n\n{plea} {sentence} {after}",
    ],
    ids=["alone", "amid", "before a plea", "plea run on", "behind a plea", "run on behind a plea"],
)
def test_a_story_sentence_is_never_left_out(sentence, frame):
    text = frame.format(before=BEFORE, sentence=sentence, after=AFTER, plea=PLEA)
    assert left_out(text) == ([PLEA] if "{plea}" in frame else [])


@pytest.mark.parametrize("plea", PLEAS)
def test_a_plea_between_paragraphs_is_left_out(plea):
    assert left_out(f"{BEFORE}\n\n{plea}\n\n{AFTER}") == [plea]


@pytest.mark.parametrize("plea", PLEAS[:3])
def test_a_plea_behind_the_last_sentence_is_cut_from_it(plea):
    assert left_out(f"{BEFORE}\n\n{AFTER} {plea}") == [plea]


def test_the_button_under_a_plea_is_part_of_it():
    assert left_out(f"{BEFORE}\n\n{PLEA}\n\n\nRead more") == [f"{PLEA}\n\n\nRead more"]


def test_a_speech_that_asks_for_support_is_a_story():
    speech = "\n\n".join(
        [
            "We thank you for your support.",
            "You gave us weapons when we had none, and we pay with our lives.",
            "Our people will not forget that you helped us every month of this war.",
            "We ask you to give more: our cities need your help.",
            "Your contribution to our defence is a gift to all of Europe.",
            "We will win.",
        ]
    )
    assert left_out(speech) == []


def test_the_country_is_not_us():
    assert plea_words().hints("US aid") == set()
    assert plea_words().hints("aid for us") == {"voice"}


def test_a_quotation_over_several_sentences_stays_whole():
    quoted = '"We are few. If you can, donate to us every month. Please help our reporters," the editor said.'
    mixed = '"They fear for their jobs,” he said. "We give you our support and you pay us for it."'
    assert left_out(f"{BEFORE}\n\n{quoted}\n\n{mixed}\n\n{AFTER}") == []


def test_a_quotation_that_began_a_paragraph_before_stays():
    opened = "“We are few."
    going_on = "If you can, donate to us every month. Please help our reporters,” the editor said."
    assert left_out(f"{BEFORE}\n\n{opened}\n\n{going_on}\n\n{AFTER}") == []


def test_kinds_are_told_apart():
    lines = ["Advertisement", "Read more: Talks resume in Geneva", "Related articles", "We use cookies.", "Comments"]
    text = "\n\n".join([BEFORE, *lines])
    kinds = [piece.kind for piece in left_out_of(text, paragraphs(text))]
    assert kinds == ["advertisement", "read_more", "related", "cookies", "comments"]


def test_offsets_point_at_the_words():
    text = f"Support The Valley Post!\r\n\r\n{BEFORE}\r\n\r\n{PLEA}\r\n"
    pieces = left_out_of(text, paragraphs(text))
    assert [text[piece.start : piece.end] for piece in pieces] == [piece.text for piece in pieces]
    assert [piece.text for piece in pieces] == ["Support The Valley Post!", PLEA]
