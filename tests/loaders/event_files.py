"""Small files of events, written in the layouts that the data sets publish."""

from __future__ import annotations

from typing import Any

from communique.loaders.events.layouts import Layout, layouts

RESEARCH, ICEWS = layouts("icews")
GDELT_1, GDELT_2 = layouts("gdelt")
(POLECAT,) = layouts("polecat")


def line(form: Layout, /, **values: Any) -> str:
    """Return a line with the values of some columns; blanks in their names are underscores. The others are empty."""
    named = {name.replace(" ", "_"): name for name in form.columns}
    given = {named[key]: str(value) for key, value in values.items()}
    return "\t".join(given.get(column, "") for column in form.columns) + "\n"


def header(form: Layout) -> str:
    """Return the first line of a form that has one."""
    return "\t".join(form.columns) + "\n"


def icews(number: int, **values: Any) -> str:
    """Return a coded event of ICEWS: China makes a visit to Russia, unless told otherwise."""
    usual = {
        "Event_ID": number,
        "Event_Date": "2014-05-20",
        "Source_Name": "Foreign Affairs (China)",
        "Source_Sectors": "Executive,Foreign Ministry,Government",
        "Source_Country": "China",
        "Event_Text": "Make a visit",
        "CAMEO_Code": "042",
        "Intensity": "1.9",
        "Target_Name": "Russia",
        "Target_Country": "Russian Federation",
        "Story_ID": "31",
        "Sentence_Number": "2",
        "Publisher": "Xinhua News Agency",
        "City": "Moscow",
        "Province": "Moskva",
        "Country": "Russian Federation",
        "Latitude": "55.7522",
        "Longitude": "37.6156",
    }
    return line(ICEWS, **{**usual, **values})


def gdelt(form: Layout, number: int, **values: Any) -> str:
    """Return an event of GDELT: China's government consults Russia, unless told otherwise."""
    usual = {
        "GLOBALEVENTID": number,
        "SQLDATE": "20150218",
        "MonthYear": "201502",
        "Year": "2015",
        "FractionDate": "2015.1315",
        "Actor1Code": "CHNGOV",
        "Actor1Name": "CHINA",
        "Actor1CountryCode": "CHN",
        "Actor1Type1Code": "GOV",
        "Actor2Code": "RUS",
        "Actor2Name": "MOSCOW",
        "Actor2CountryCode": "RUS",
        "IsRootEvent": "1",
        "EventCode": "040",
        "EventBaseCode": "040",
        "EventRootCode": "04",
        "QuadClass": "1",
        "GoldsteinScale": "1.0",
        "NumMentions": "4",
        "NumSources": "1",
        "NumArticles": "4",
        "AvgTone": "2.5",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Moscow, Moskva, Russia",
        "ActionGeo_CountryCode": "RS",
        "ActionGeo_Lat": "55.7522",
        "ActionGeo_Long": "37.6156",
        "DATEADDED": "20150218230000",
        "SOURCEURL": "https://example.org/news",
    }
    return line(form, **{**usual, **values})


def backfile(number: int, **values: Any) -> str:
    """Return an event of the backfile of GDELT 1.0, which lacks the last column."""
    return gdelt(GDELT_1, number, SOURCEURL="", **values).rstrip("\n").removesuffix("\t") + "\n"


def polecat(name: str, **values: Any) -> str:
    """Return an event of POLECAT: Wang Yi visits Russia, unless told otherwise."""
    usual = {
        "Event_ID": name,
        "Event_Date": "2023-03-20",
        "Event_Type": "CONSULT",
        "Event_Mode": "visit",
        "Intensity": "4",
        "Quad_Code": "VERBAL COOPERATION",
        "Contexts": "diplomatic; military",
        "Actor_Name": "Wang Yi",
        "Actor_Country": "CHN",
        "Actor_COW": "710",
        "Primary_Actor_Sector": "GOV",
        "Actor_Name_Raw": "Chinese foreign minister",
        "Recipient_Name": "Russia",
        "Recipient_Country": "RUS",
        "Recipient_COW": "365",
        "Recipient_Name_Raw": "Moscow",
        "City": "Moscow",
        "Province": "Moskva",
        "Country": "RUS",
        "Latitude": "55.7522",
        "Longitude": "37.6156",
        "Source": "Xinhua News Agency",
        "Publication_Date": "2023-03-21",
        "Language": "en",
        "Version": "NGEC_v1",
    }
    return line(POLECAT, **{**usual, **values})
