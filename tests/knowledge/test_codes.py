"""ISO 3166-1, Gleditsch-Ward and Correlates of War numbers, of states that came after others, too."""

import datetime

import pytest

from truceline.knowledge.codes import all_codes, codes_of
from truceline.knowledge.files import knowledge_marks

# alpha-3, ISO numeric, Gleditsch-Ward, Correlates of War
NOW = """
AFG 4 700 700      AGO 24 540 540    ARM 51 371 371    AZE 31 373 373    BDI 108 516 516   BFA 854 439 439
BIH 70 346 346     CAF 140 482 482   CMR 120 471 471   COD 180 490 490   COG 178 484 484   COL 170 100 100
CZE 203 316 316    DEU 276 260 255   DZA 12 615 615    EGY 818 651 651   ERI 232 531 531   ETH 231 530 530
FRA 250 220 220    GBR 826 200 200   GEO 268 372 372   HRV 191 344 344   HTI 332 41 41     IND 356 750 750
IRN 364 630 630    IRQ 368 645 645   ISR 376 666 666   KEN 404 501 501   KHM 116 811 811   LBN 422 660 660
LBY 434 620 620    LKA 144 780 780   MLI 466 432 432   MMR 104 775 775   MNE 499 341 341   MOZ 508 541 541
NER 562 436 436    NGA 566 475 475   NPL 524 790 790   PAK 586 770 770   PHL 608 840 840   RUS 643 365 365
RWA 646 517 517    SDN 729 625 625   SOM 706 520 520   SRB 688 340 345   SSD 728 626 626   SVK 703 317 317
SYR 760 652 652    TCD 148 483 483   THA 764 800 800   TLS 626 860 860   TUR 792 640 640   UGA 800 500 500
UKR 804 369 369    USA 840 2 2       VNM 704 816 816   YEM 887 678 679
"""


def test_numbers_now():
    words = NOW.split()
    listed = [words[nth : nth + 4] for nth in range(0, len(words), 4)]
    found = [(codes.iso3, codes.iso_num, codes.gw, codes.cow) for iso3, *_ in listed if (codes := codes_of(iso3))]
    assert found == [(iso3, *map(int, numbers)) for iso3, *numbers in listed]
    assert len(found) > 50


@pytest.mark.parametrize(
    ("iso3", "day", "gw", "cow"),
    [
        ("XKX", "1999-01-15", 345, 345),
        ("XKX", "2007-01-01", 340, 345),
        ("XKX", "2024-01-01", 347, 347),
        ("SSD", "2011-07-08", 625, 625),
        ("SSD", "2011-07-09", 626, 626),
        ("TLS", "1999-09-01", 850, 850),
        ("ERI", "1990-02-10", 530, 530),
        ("AZE", "1990-01-20", 365, 365),
        ("BIH", "1995-10-05", 346, 346),
        ("SRB", "1999-03-24", 345, 345),
    ],
)
def test_numbers_of_the_day(iso3, day, gw, cow):
    codes = codes_of(iso3, datetime.date.fromisoformat(day))
    assert (codes.gw, codes.cow) == (gw, cow)


def test_what_is_no_state_has_no_number():
    assert [(codes_of(iso3).gw, codes_of(iso3).cow) for iso3 in ("PSE", "ESH", "GRL")] == [(None, None)] * 3
    assert codes_of("XKX").iso_num is None
    assert codes_of("XXX") is None


def test_the_table_of_all_has_each_once_a_time():
    rows = [(codes.iso3, until) for codes, until in all_codes()]
    assert len(rows) == len(set(rows)) > 250


def test_knowledge_has_a_mark():
    assert len(knowledge_marks()["knowledge"]) == 12
