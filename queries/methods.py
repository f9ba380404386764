"""The catalogue as methods; written by ``python -m communique.queries.method_text``, never by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from communique.graph.store import Result


class Catalogue:
    """A method for each query of the catalogue; all return rows."""

    def run(self, query: str, /, **values: Any) -> Result:
        """Run a query of the catalogue by its name."""
        raise NotImplementedError

    def according_to_whom(
        self,
        fact: str,
    ) -> Result:
        """According to whom.

        Every report of one fact: which article gives it, where, as what, and through which chain of voices.

        Parameters
        ----------
        fact
            Id of an act or a detail.

        Returns
        -------
        Result
            Rows with the columns `chain`, the voices from the outermost to the innermost (empty: the article
            itself); `factuality`, asserted, denied, planned, mentioned ...; `holds`, whether the whole chain
            asserts it and nobody infers it; `hedge`, how it is limited (maybe); `phrase`, words quoted; `date`, the
            date that this report gives; `said_date`, the words for the date (Tuesday); `publisher`, who published
            the article; `published`, when; `article`, id of the article; `paragraph`, its paragraph there; `mark`,
            reported, attributed, inferred or derived; `via`, id of the statement that claims it; `fact`, id of the
            fact; `publisher_id`, id of the publisher.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.according_to_whom(fact="us-brandishes-sanctions")
        >>> found.columns[0]
        'chain'
        """
        return self.run(
            "according-to-whom",
            fact=fact,
        )

    def acts_about_a_topic(
        self,
        topic: str,
        *,
        actor: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        status: str | None = None,
        limit: int = 500,
    ) -> Result:
        """What was said and done about a topic.

        Acts about a topic, and those in a series of its name.

        Parameters
        ----------
        topic
            What it is about. Any name.
        actor
            Who speaks or acts; a state stands also for its side. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.
        status
            Denied, planned, predicted, called_for, possible, inferred ...; else what holds.
        limit
            At most so many acts, the first of them.

        Returns
        -------
        Result
            Rows with the columns `date`, when, as it was given (2019-07 is a month; empty: not given); `certain`,
            whether the act certainly lies in the window (a vague or partial date may not); `kind`, what kind of
            act; `who`, names of those who speak or act; `whom`, names of those at whom it is aimed; `addressee`,
            names of those to whom it is addressed; `summary`, the act in one sentence; `status`, asserted,
            contested ...; `act`, id of the act; `who_id`, ids of those who speak or act; `whom_id`, ids of those at
            whom it is aimed; `addressee_id`, ids of those to whom it is addressed; `article`, id of the article
            that reports it first (of coded events, the data set); `paragraph`, its paragraph there (of coded
            events, the row); `mark`, reported, attributed, inferred or derived; `chain`, the voices through which
            it is reported, from the outermost (empty: the article itself); `reports`, how often articles report it;
            `according-to-whom` lists them all; `earliest`, first day that it can have been; `latest`, last day that
            it can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.acts_about_a_topic(topic="joint-air-patrols")
        >>> found.columns[0]
        'date'
        """
        return self.run(
            "acts-about-a-topic",
            topic=topic,
            actor=actor,
            since=since,
            until=until,
            status=status,
            limit=limit,
        )

    def acts_by_year(
        self,
        *,
        actor: str | None = None,
        target: str | None = None,
        kind: str | None = None,
    ) -> Result:
        """How often, year by year.

        The number of acts of a kind in each year, with their mean score; acts whose year is not certain are left
        out. A state stands also for those who act for it (SIDE).

        Parameters
        ----------
        actor
            Who speaks or acts. Any name.
        target
            At whom it is aimed. Any name.
        kind
            Only acts of this kind. Any name.

        Returns
        -------
        Result
            Rows with the columns `year`, the year; `acts`, number of acts; `goldstein`, mean score from -10
            (conflict) to 10 (cooperation), as ICEWS has it, to a tenth; `scored`, number of acts that have a score;
            `act`, id of one of them.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.acts_by_year()
        >>> found.columns[0]
        'year'
        """
        return self.run(
            "acts-by-year",
            actor=actor,
            target=target,
            kind=kind,
        )

    def acts_of_an_actor(
        self,
        actor: str,
        *,
        kind: str | None = None,
        target: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        status: str | None = None,
        limit: int = 500,
    ) -> Result:
        """What somebody said and did.

        Acts of one actor, of one kind or all, toward somebody or anybody. An actor that is a state stands also for
        those who act for it (SIDE). A coded event stays as coded, and is found from either side where both do the
        same (consult) or it has a name from there too (host, visit).

        Parameters
        ----------
        actor
            Who speaks or acts. Any name.
        kind
            Only acts of this kind. Any name.
        target
            At whom it is aimed or to whom it is addressed. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.
        status
            Denied, planned, predicted, called_for, possible, inferred ...; else what holds.
        limit
            At most so many acts, the first of them.

        Returns
        -------
        Result
            Rows with the columns `date`, when, as it was given (2019-07 is a month; empty: not given); `certain`,
            whether the act certainly lies in the window (a vague or partial date may not); `kind`, what kind of
            act; `who`, names of those who speak or act; `whom`, names of those at whom it is aimed; `addressee`,
            names of those to whom it is addressed; `summary`, the act in one sentence; `status`, asserted,
            contested ...; `act`, id of the act; `who_id`, ids of those who speak or act; `whom_id`, ids of those at
            whom it is aimed; `addressee_id`, ids of those to whom it is addressed; `article`, id of the article
            that reports it first (of coded events, the data set); `paragraph`, its paragraph there (of coded
            events, the row); `mark`, reported, attributed, inferred or derived; `chain`, the voices through which
            it is reported, from the outermost (empty: the article itself); `reports`, how often articles report it;
            `according-to-whom` lists them all; `earliest`, first day that it can have been; `latest`, last day that
            it can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.acts_of_an_actor(actor="putin")
        >>> found.columns[0]
        'date'
        """
        return self.run(
            "acts-of-an-actor",
            actor=actor,
            kind=kind,
            target=target,
            since=since,
            until=until,
            status=status,
            limit=limit,
        )

    def acts_toward_an_actor(
        self,
        target: str,
        *,
        kind: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        status: str | None = None,
        limit: int = 500,
    ) -> Result:
        """What was said and done to somebody.

        Acts that are aimed at, addressed to or said to affect one actor. A state stands also for those who act for
        it (SIDE). A coded event stays as coded, and is found from either side where both do the same (consult) or
        it has a name from there too (host, visit).

        Parameters
        ----------
        target
            Who is at the receiving end. Any name.
        kind
            Only acts of this kind. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.
        status
            Denied, planned, predicted, called_for, possible, inferred ...; else what holds.
        limit
            At most so many acts, the first of them.

        Returns
        -------
        Result
            Rows with the columns `date`, when, as it was given (2019-07 is a month; empty: not given); `certain`,
            whether the act certainly lies in the window (a vague or partial date may not); `kind`, what kind of
            act; `who`, names of those who speak or act; `whom`, names of those at whom it is aimed; `addressee`,
            names of those to whom it is addressed; `summary`, the act in one sentence; `status`, asserted,
            contested ...; `act`, id of the act; `who_id`, ids of those who speak or act; `whom_id`, ids of those at
            whom it is aimed; `addressee_id`, ids of those to whom it is addressed; `article`, id of the article
            that reports it first (of coded events, the data set); `paragraph`, its paragraph there (of coded
            events, the row); `mark`, reported, attributed, inferred or derived; `chain`, the voices through which
            it is reported, from the outermost (empty: the article itself); `reports`, how often articles report it;
            `according-to-whom` lists them all; `earliest`, first day that it can have been; `latest`, last day that
            it can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.acts_toward_an_actor(target="usa")
        >>> found.columns[0]
        'date'
        """
        return self.run(
            "acts-toward-an-actor",
            target=target,
            kind=kind,
            since=since,
            until=until,
            status=status,
            limit=limit,
        )

    def articles(
        self,
        *,
        publisher: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
    ) -> Result:
        """Articles and what they hold.

        The loaded articles, with how many acts, statements, details and inferences each reports.

        Parameters
        ----------
        publisher
            Only of this publisher. Any name.
        since
            Published from this day on. A day, month or year.
        until
            Published up to this day. A day, month or year.

        Returns
        -------
        Result
            Rows with the columns `article`, id of the article; `published`, when; `publisher`, by whom; `headline`,
            its headline; `events`, number of events that it reports; `statements`, number of statements; `details`,
            number of figures and other details; `inferred`, number of facts that the writers infer; `places`, where
            it was written; `publisher_id`, id of the publisher.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.articles()
        >>> found.columns[0]
        'article'
        """
        return self.run(
            "articles",
            publisher=publisher,
            since=since,
            until=until,
        )

    def before_and_after_an_act(
        self,
        act: str,
        *,
        actor: str | None = None,
        kind: str | None = None,
        days: int | None = None,
        limit: int = 500,
    ) -> Result:
        """What happened before and after an act.

        Acts strictly before or after another, at the precision of its date; the act itself and what may fall
        together with it are left out.

        Parameters
        ----------
        act
            Id of the act.
        actor
            Who takes part; a state stands also for those who act for it (SIDE). Any name.
        kind
            Only acts of this kind. Any name.
        days
            At most so many days away.
        limit
            At most so many acts, the nearest.

        Returns
        -------
        Result
            Rows with the columns `relation`, before or after; `days`, days between the two, at least; `date`, when,
            as it was given (2019-07 is a month; empty: not given); `kind`, what kind of act; `who`, names of those
            who speak or act; `whom`, names of those at whom it is aimed; `summary`, the act in one sentence;
            `follows`, whether a source joins the two by FOLLOWS, RESPONDS_TO or MOTIVATED_BY; `act`, id of the
            other act; `who_id`, ids of those who speak or act; `whom_id`, ids of those at whom it is aimed;
            `article`, id of the article that reports it first (of coded events, the data set); `paragraph`, its
            paragraph there (of coded events, the row); `mark`, reported, attributed, inferred or derived; `chain`,
            the voices through which it is reported, from the outermost (empty: the article itself); `reports`, how
            often articles report it; `according-to-whom` lists them all; `earliest`, first day that it can have
            been; `latest`, last day that it can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.before_and_after_an_act(act="flight-2020-12-22")
        >>> found.columns[0]
        'relation'
        """
        return self.run(
            "before-and-after-an-act",
            act=act,
            actor=actor,
            kind=kind,
            days=days,
            limit=limit,
        )

    def common_targets(
        self,
        one: str,
        other: str,
        *,
        kind: str | None = None,
    ) -> Result:
        """Common targets of two parties.

        At whom both parties aimed acts of a kind (all kinds, if none is given), with how many and one of each. A
        party that is a state stands also for those who act for it (SIDE); a target that is none is named itself.

        Parameters
        ----------
        one
            The one party. Any name.
        other
            The other party. Any name.
        kind
            Only acts of this kind. Any name.

        Returns
        -------
        Result
            Rows with the columns `target`, name of the common target; `acts_of_one`, number of acts of the one
            party; `acts_of_other`, number of acts of the other party; `joint_acts`, number of acts that both did
            together, counted in both numbers; `act_of_one`, id of an act of the one party; `act_of_other`, id of an
            act of the other party; `target_id`, id of the common target.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.common_targets(one="china", other="russia")
        >>> found.columns[0]
        'target'
        """
        return self.run(
            "common-targets",
            one=one,
            other=other,
            kind=kind,
        )

    def conflicting_dates(
        self,
        *,
        act: str | None = None,
    ) -> Result:
        """Acts that sources date differently.

        Two reports of one act whose dates cannot both be right. A month does not contradict one of its days;
        approximate and uncertain dates and intervals are left out.

        Parameters
        ----------
        act
            Only this act.

        Returns
        -------
        Result
            Rows with the columns `summary`, the act in one sentence; `one`, the one date; `one_article`, id of the
            article that gives it; `one_paragraph`, its paragraph there; `one_chain`, the voices, from the
            outermost; `other`, the other date; `other_article`, id of the article that gives it; `other_paragraph`,
            its paragraph there; `other_chain`, the voices, from the outermost; `act`, id of the act.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.conflicting_dates()
        >>> found.columns[0]
        'summary'
        """
        return self.run(
            "conflicting-dates",
            act=act,
        )

    def conflicting_figures(
        self,
        *,
        act: str | None = None,
    ) -> Result:
        """Figures that contradict each other.

        Two figures of one act that count the same thing, of the same party, from different sources (or one that
        corrects itself), and cannot both be right. `about` is taken as a tenth more or less; `more than 10` and
        `12` do not contradict each other, nor do six bombers and nineteen aircraft.

        Parameters
        ----------
        act
            Only this act.

        Returns
        -------
        Result
            Rows with the columns `summary`, the act in one sentence; `attribute`, what is given; `party`, of whom;
            `one`, the one figure; `one_article`, id of the article that gives it; `one_paragraph`, its paragraph
            there; `one_chain`, the voices that give it; `other`, the other figure; `other_article`, id of the
            article that gives it; `other_paragraph`, its paragraph there; `other_chain`, the voices that give it;
            `act`, id of the act; `one_id`, id of the one figure; `other_id`, id of the other figure.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.conflicting_figures()
        >>> found.columns[0]
        'summary'
        """
        return self.run(
            "conflicting-figures",
            act=act,
        )

    def conflicting_roles(
        self,
        *,
        act: str | None = None,
    ) -> Result:
        """Participants and places that sources tell differently.

        Two participants (or places) of one act in the same role, each named only by articles that do not name the
        other.

        Parameters
        ----------
        act
            Only this act.

        Returns
        -------
        Result
            Rows with the columns `summary`, the act in one sentence; `role`, BY, TO, TOWARD, AFFECTS or AT; `one`,
            name of the one; `one_articles`, ids of the articles that name it; `other`, name of the other;
            `other_articles`, ids of the articles that name it; `act`, id of the act; `one_id`, id of the one;
            `other_id`, id of the other.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.conflicting_roles()
        >>> found.columns[0]
        'summary'
        """
        return self.run(
            "conflicting-roles",
            act=act,
        )

    def contested_acts(
        self,
        *,
        act: str | None = None,
    ) -> Result:
        """What one source asserts and another denies.

        Acts that are asserted in one report and denied in another, with both sources.

        Parameters
        ----------
        act
            Only this act.

        Returns
        -------
        Result
            Rows with the columns `summary`, the act in one sentence; `asserted_by`, the voices that assert it, from
            the outermost (empty: the article itself); `asserted_article`, id of the article; `asserted_paragraph`,
            its paragraph there; `asserted_mark`, reported, attributed or inferred; `denied_by`, the voices that
            deny it, from the outermost (empty: the article itself); `denied_article`, id of the article;
            `denied_paragraph`, its paragraph there; `denied_mark`, reported, attributed or inferred; `act`, id of
            the act.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.contested_acts()
        >>> found.columns[0]
        'summary'
        """
        return self.run(
            "contested-acts",
            act=act,
        )

    def corroboration(
        self,
        *,
        act: str | None = None,
        actor: str | None = None,
        kind: str | None = None,
        least: int = 2,
        limit: int = 500,
    ) -> Result:
        """How many sources say so.

        Acts that articles report as a fact or claim (not only mention), with how many articles, publishers and
        original sources do, and who denies them. Acts that are said to be the same count as one. An actor that is a
        state stands also for those who act for it (SIDE).

        Parameters
        ----------
        act
            Only this act.
        actor
            Who takes part in it, in any role. Any name.
        kind
            A kind of act, with its narrower kinds. Any name.
        least
            At least so many original sources.
        limit
            At most so many acts, those with most sources.

        Returns
        -------
        Result
            Rows with the columns `summary`, the act in one sentence; `articles`, number of articles; `publishers`,
            number of independent publishers; the agency counts in place of the papers that print it; `sources`,
            number of independent original sources; those who speak for one state are one; `source`, their names:
            the outermost voice that is no paper or agency, else the agency, else the publisher; `side`, the states
            for which they speak, else themselves; `publisher`, names of the publishers and agencies; `denied_by`,
            names of the original sources that deny it; `date`, when, as it was given (2019-07 is a month; empty:
            not given); `status`, asserted, contested ...; `act`, id of the act; `same_as`, ids of acts that are
            said to be the same; `source_id`, ids of the sources; `side_id`, ids of the sides; `publisher_id`, ids
            of the publishers and agencies; `denied_by_id`, ids of those who deny it; `article`, ids of the
            articles.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.corroboration()
        >>> found.columns[0]
        'summary'
        """
        return self.run(
            "corroboration",
            act=act,
            actor=actor,
            kind=kind,
            least=least,
            limit=limit,
        )

    def denials(
        self,
        *,
        actor: str | None = None,
        party: str | None = None,
        topic: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
    ) -> Result:
        """What is denied, and by whom.

        Acts that a speaker or an article says did not happen.

        Parameters
        ----------
        actor
            Who denies: a speaker, a publisher in its own words, a state for its side. Any name.
        party
            Who takes part in what is said; a state stands also for its side. Any name.
        topic
            What it is about. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.

        Returns
        -------
        Result
            Rows with the columns `chain`, the voices, from the outermost (empty: the article itself); `summary`,
            what is said, in one sentence; `factuality`, asserted, denied, predicted ...; `hedge`, how it is limited
            (maybe); `phrase`, words quoted; `date`, when it is said to be, as it was given; `statement`, the
            statement in which it is said, in one sentence; `said_on`, when that was said; `certain`, whether what
            is said certainly lies in the window; `act`, id of what is said; `via`, id of the statement; `article`,
            id of the article; `paragraph`, its paragraph there; `mark`, reported, attributed, inferred or derived.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.denials()
        >>> found.columns[0]
        'chain'
        """
        return self.run(
            "denials",
            actor=actor,
            party=party,
            topic=topic,
            since=since,
            until=until,
        )

    def descriptions(
        self,
        *,
        actor: str | None = None,
        place: str | None = None,
        topic: str | None = None,
    ) -> Result:
        """What is told of an actor, place or topic.

        Details that articles give of an actor, place or topic: offices, locations, descriptions, names; each with
        its source.

        Parameters
        ----------
        actor
            Of whom. Any name.
        place
            Of which place. Any name.
        topic
            Of which topic. Any name.

        Returns
        -------
        Result
            Rows with the columns `thing`, name of the actor, place or topic; `attribute`, what is given; `value`,
            as written; `toward`, toward whom (a hard-liner against Russia); `factuality`, asserted, denied ...;
            `hedge`, how it is limited (maybe); `phrase`, words quoted; `article`, id of the article; `paragraph`,
            its paragraph there; `mark`, reported, attributed, inferred or derived; `chain`, the voices, from the
            outermost (empty: the article itself); `detail`, id of the detail; `thing_id`, id of the actor, place or
            topic.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.descriptions()
        >>> found.columns[0]
        'thing'
        """
        return self.run(
            "descriptions",
            actor=actor,
            place=place,
            topic=topic,
        )

    def events_at_a_place(
        self,
        place: str,
        *,
        kind: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        status: str | None = None,
        limit: int = 500,
    ) -> Result:
        """What happened at a place.

        Acts at a place, and at the places that lie in it, with how the place belongs to the act (over, between).

        Parameters
        ----------
        place
            A place or a state. Any name.
        kind
            Only acts of this kind. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.
        status
            Denied, planned, predicted, called_for, possible, inferred ...; else what holds.
        limit
            At most so many acts, the first of them.

        Returns
        -------
        Result
            Rows with the columns `place`, name of the place where it happened; `preposition`, over, between, into
            ...; `date`, when, as it was given (2019-07 is a month; empty: not given); `certain`, whether the act
            certainly lies in the window (a vague or partial date may not); `kind`, what kind of act; `who`, names
            of those who speak or act; `whom`, names of those at whom it is aimed; `addressee`, names of those to
            whom it is addressed; `summary`, the act in one sentence; `status`, asserted, contested ...; `act`, id
            of the act; `who_id`, ids of those who speak or act; `whom_id`, ids of those at whom it is aimed;
            `addressee_id`, ids of those to whom it is addressed; `article`, id of the article that reports it first
            (of coded events, the data set); `paragraph`, its paragraph there (of coded events, the row); `mark`,
            reported, attributed, inferred or derived; `chain`, the voices through which it is reported, from the
            outermost (empty: the article itself); `reports`, how often articles report it; `according-to-whom`
            lists them all; `earliest`, first day that it can have been; `latest`, last day that it can have been;
            `place_id`, id of the place where it happened; `articles`, the articles that name this place.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.events_at_a_place(place="japan")
        >>> found.columns[0]
        'place'
        """
        return self.run(
            "events-at-a-place",
            place=place,
            kind=kind,
            since=since,
            until=until,
            status=status,
            limit=limit,
        )

    def fact_with_evidence(
        self,
        fact: str,
    ) -> Result:
        """One fact with everything about it.

        The participants, reports, claims, details and links of one act or detail, each with its evidence.

        Parameters
        ----------
        fact
            Id of an act or a detail.

        Returns
        -------
        Result
            Rows with the columns `aspect`, the relationship: BY, TO, REPORTS, CLAIMS, OF, RESPONDS_TO ...;
            `direction`, `out` where it leaves the fact, `in` where it leads to it; `other`, name of what is at the
            other end; `note`, office, preposition, place in a series, role, or whom somebody acts for;
            `factuality`, for reports and claims: asserted, denied ...; `phrase`, words quoted; `articles`, ids of
            the articles that say so (empty: derived from the vocabulary); `paragraph`, the paragraph there; `mark`,
            reported, attributed, inferred or derived; `chain`, the voices, from the outermost (of reports);
            `other_id`, id of what is at the other end; `fact`, id of the fact.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.fact_with_evidence(fact="flight-2020-12-22")
        >>> found.columns[0]
        'aspect'
        """
        return self.run(
            "fact-with-evidence",
            fact=fact,
        )

    def facts_of_an_article(
        self,
        article: str,
        *,
        mark: str | None = None,
    ) -> Result:
        """What an article reports.

        Every fact of an article, in the order of its paragraphs, with mark, factuality and chain.

        Parameters
        ----------
        article
            Id of the article.
        mark
            Only reported, attributed, inferred or derived.

        Returns
        -------
        Result
            Rows with the columns `paragraph`, where; `sort`, event, statement or detail; `summary`, the fact in one
            sentence; `mark`, reported, attributed, inferred or derived; `factuality`, asserted, denied, planned,
            mentioned ...; `chain`, the voices, from the outermost (empty: the article itself); `hedge`, how it is
            limited (maybe); `phrase`, words quoted; `date`, the date that the article gives; `fact`, id of the
            fact; `via`, id of the statement that claims it.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.facts_of_an_article(article="jn-2020-12-25")
        >>> found.columns[0]
        'paragraph'
        """
        return self.run(
            "facts-of-an-article",
            article=article,
            mark=mark,
        )

    def figures_of_an_event(
        self,
        act: str,
        *,
        attribute: str | None = None,
    ) -> Result:
        """Figures of an event, by source.

        Every figure and other detail of an act, each with the source that gave it; figures worked out from others
        say so.

        Parameters
        ----------
        act
            Id of the act.
        attribute
            Only this one (aircraft, duration ...).

        Returns
        -------
        Result
            Rows with the columns `attribute`, what is given; `value`, as written; `number`, the figure; `unit`,
            what it counts; `comparator`, `=`, `>` more than, `<` less than, `~` about ...; `ratio`, how many times
            the figure of another act; `than`, that act; `party`, of whom; `derived_from`, the details from which it
            was worked out; `factuality`, asserted, denied ...; `phrase`, words quoted; `article`, id of the
            article; `paragraph`, its paragraph there; `mark`, reported, attributed, inferred or derived; `chain`,
            the voices that give it, from the outermost (empty: the article itself); `detail`, id of the detail;
            `than_id`, id of the act compared with; `party_id`, ids of the parties.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.figures_of_an_event(act="flight-2020-12-22")
        >>> found.columns[0]
        'attribute'
        """
        return self.run(
            "figures-of-an-event",
            act=act,
            attribute=attribute,
        )

    def first_and_last_of_a_kind(
        self,
        kind: str,
        *,
        actor: str | None = None,
        target: str | None = None,
        topic: str | None = None,
    ) -> Result:
        """The first and the last of a kind.

        The acts of a kind that can be the first or the last in the graph. Acts without a date of their own are left
        out, and the first here need not be the first of all: `number` is the place in a series that a source gives.

        Parameters
        ----------
        kind
            Which kind. Any name.
        actor
            Who speaks or acts; a state stands also for its side. Any name.
        target
            At whom it is aimed; a state stands also for those who act for it (SIDE). Any name.
        topic
            What it is about, or its series. Any name.

        Returns
        -------
        Result
            Rows with the columns `which`, first or last; `certain`, false where a partial date leaves open which of
            several it is, or they fall on one day; `date`, when, as it was given (2019-07 is a month; empty: not
            given); `who`, names of those who speak or act; `summary`, the act in one sentence; `series`, the series
            in which a source counts it; `number`, its place in that series; `act`, id of the act; `who_id`, ids of
            those who speak or act; `series_id`, id of the series; `article`, id of the article that reports it
            first (of coded events, the data set); `paragraph`, its paragraph there (of coded events, the row);
            `mark`, reported, attributed, inferred or derived; `chain`, the voices through which it is reported,
            from the outermost (empty: the article itself); `reports`, how often articles report it; `according-to-
            whom` lists them all; `earliest`, first day that it can have been; `latest`, last day that it can have
            been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.first_and_last_of_a_kind(kind="joint-flight")
        >>> found.columns[0]
        'which'
        """
        return self.run(
            "first-and-last-of-a-kind",
            kind=kind,
            actor=actor,
            target=target,
            topic=topic,
        )

    def hedged_claims(
        self,
        *,
        actor: str | None = None,
        party: str | None = None,
        topic: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
    ) -> Result:
        """What is said with reservations.

        Acts that a source limits by a word such as maybe, or calls possible.

        Parameters
        ----------
        actor
            Who says so: a speaker, a publisher in its own words, a state for its side. Any name.
        party
            Who takes part in what is said; a state stands also for its side. Any name.
        topic
            What it is about. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.

        Returns
        -------
        Result
            Rows with the columns `chain`, the voices, from the outermost (empty: the article itself); `summary`,
            what is said, in one sentence; `factuality`, asserted, denied, predicted ...; `hedge`, how it is limited
            (maybe); `phrase`, words quoted; `date`, when it is said to be, as it was given; `statement`, the
            statement in which it is said, in one sentence; `said_on`, when that was said; `certain`, whether what
            is said certainly lies in the window; `act`, id of what is said; `via`, id of the statement; `article`,
            id of the article; `paragraph`, its paragraph there; `mark`, reported, attributed, inferred or derived.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.hedged_claims()
        >>> found.columns[0]
        'chain'
        """
        return self.run(
            "hedged-claims",
            actor=actor,
            party=party,
            topic=topic,
            since=since,
            until=until,
        )

    def inferences_of_the_writers(
        self,
        *,
        article: str | None = None,
        actor: str | None = None,
    ) -> Result:
        """What the writers infer.

        Readings that an article gives as its own and not as reported: acts, figures, motives, aims and causes.

        Parameters
        ----------
        article
            Only of this article.
        actor
            Who takes part in it; a state stands also for those who act for it (SIDE). Any name.

        Returns
        -------
        Result
            Rows with the columns `what`, fact, or the link by which two acts are joined: AIMS_AT, MOTIVATED_BY,
            DERIVED_FROM ...; `summary`, the inferred fact, or the act from which the link leads; `other`, the act
            or detail to which the link leads; `factuality`, asserted, planned, possible ... (of facts); `article`,
            id of the article; `paragraph`, its paragraph there; `publisher`, who published it; `fact`, id of the
            fact, or of the act from which the link leads; `other_id`, id of the act or detail to which the link
            leads; `publisher_id`, id of the publisher.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.inferences_of_the_writers()
        >>> found.columns[0]
        'what'
        """
        return self.run(
            "inferences-of-the-writers",
            article=article,
            actor=actor,
        )

    def intensity(
        self,
        one: str,
        other: str,
        *,
        period: str = "month",
        kind: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
    ) -> Result:
        """How intense, month by month.

        Acts between two parties in each month or year: how many each way, how friendly, and how many of each quad
        class. A state stands also for those who act for it (SIDE). Whom an act is only told to counts where it is
        aimed at nobody. Acts whose month (or year) is not certain are left out.

        Parameters
        ----------
        one
            The one party. Any name.
        other
            The other party. Any name.
        period
            Month or year.
        kind
            Only acts of this kind. Any name.
        since
            Only acts that certainly lie on or after this day. A day, month or year.
        until
            Only acts that certainly lie on or before this day. A day, month or year.

        Returns
        -------
        Result
            Rows with the columns `period`, the month (2010-05) or year; `acts`, number of acts; `one_to_other`,
            number of those in which the one acts toward the other; `other_to_one`, number of those in which the
            other acts toward the one; `joint`, number of those in which both act; `goldstein`, mean score from -10
            (conflict) to 10 (cooperation), as ICEWS has it, to a tenth; `plover`, mean PLOVER score from -10 to 10,
            to a tenth; `verbal_cooperation`, number of acts of quad class 1; `material_cooperation`, number of acts
            of quad class 2; `verbal_conflict`, number of acts of quad class 3; `material_conflict`, number of acts
            of quad class 4; `act`, id of one of them.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.intensity(one="china", other="russia")
        >>> found.columns[0]
        'period'
        """
        return self.run(
            "intensity",
            one=one,
            other=other,
            period=period,
            kind=kind,
            since=since,
            until=until,
        )

    def known_by(
        self,
        date: date | str,
        *,
        actor: str | None = None,
        other: str | None = None,
        kind: str | None = None,
        topic: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        limit: int = 500,
    ) -> Result:
        """What was known by a day.

        What articles published by a day report, and what these reports alone come to, in order of time. A coded
        event counts as known from its own day.

        Parameters
        ----------
        date
            Known by this day, itself included. A day, month or year.
        actor
            Who takes part or is affected; a state stands also for those who act for it. Any name.
        other
            Only what passed between `actor` and this one. Any name.
        kind
            Only acts of this kind. Any name.
        topic
            Only what is about this topic. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.
        limit
            At most so many acts, the first of them.

        Returns
        -------
        Result
            Rows with the columns `date`, when, as it was given (2019-07 is a month; empty: not given); `kind`, what
            kind of act; `who`, names of those who speak or act, as the articles of then have it; `whom`, names of
            those at whom it is aimed; `addressee`, names of those to whom it is addressed; `summary`, the act in
            one sentence; `status`, what the reports of then come to; those possibly published by then count where
            no other is there; `status_now`, what all reports come to; `certain`, whether it was certainly known (an
            article that is dated by its month may be later); `articles`, ids of the articles that were certainly
            out and report it (of coded events, the data set); `possibly`, ids of the articles that were possibly
            out and report it; `dates`, the dates that all these articles give; `later`, dates that only later
            articles give; `within`, dates that all these articles give to what it was during or part of;
            `published`, last day on which the first of these articles can have been published; `act`, id of the
            act; `who_id`, ids of those who speak or act; `whom_id`, ids of those at whom it is aimed;
            `addressee_id`, ids of those to whom it is addressed; `earliest`, first day that it can have been;
            `latest`, last day that it can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.known_by(date="2020-12-25")
        >>> found.columns[0]
        'date'
        """
        return self.run(
            "known-by",
            date=date,
            actor=actor,
            other=other,
            kind=kind,
            topic=topic,
            since=since,
            until=until,
            limit=limit,
        )

    def largest_changes(
        self,
        *,
        one: str | None = None,
        other: str | None = None,
        period: str = "year",
        since: date | str | None = None,
        until: date | str | None = None,
        least: int = 20,
        limit: int = 20,
    ) -> Result:
        """The largest changes.

        Where the mean score between two parties changed most from one month or year to the next that has enough
        acts: of all pairs, of one party, or of one pair. A state stands also for those who act for it; what stays
        within one state is left out.

        Parameters
        ----------
        one
            A party, as a state where it acts for one. Any name.
        other
            The other party. Any name.
        period
            Month or year.
        since
            Only acts that certainly lie on or after this day. A day, month or year.
        until
            Only acts that certainly lie on or before this day. A day, month or year.
        least
            How many acts a period must have, since the mean of a few says little.
        limit
            At most so many changes, the largest.

        Returns
        -------
        Result
            Rows with the columns `one`, name of the one party; `other`, name of the other party; `earlier`, the
            month or year before; `later`, the month or year after; `change`, by how much the mean Goldstein score
            rose (toward cooperation) or fell, to a tenth; `size`, the change without its sign; `goldstein_earlier`,
            the mean before, from -10 (conflict) to 10 (cooperation); `goldstein_later`, the mean after;
            `acts_earlier`, number of acts before; `acts_later`, number of acts after; `one_id`, id of the one
            party; `other_id`, id of the other party.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.largest_changes()
        >>> found.columns[0]
        'one'
        """
        return self.run(
            "largest-changes",
            one=one,
            other=other,
            period=period,
            since=since,
            until=until,
            least=least,
            limit=limit,
        )

    def most_active_pairs(
        self,
        *,
        kind: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        limit: int = 20,
    ) -> Result:
        """The most active pairs.

        Between whom most was said and done, how often each way, and how friendly it was. A state stands also for
        those who act for it; what stays within one state is left out. Whom an act is only told to counts where it
        is aimed at nobody.

        Parameters
        ----------
        kind
            Only acts of this kind. Any name.
        since
            Only acts that certainly lie on or after this day. A day, month or year.
        until
            Only acts that certainly lie on or before this day. A day, month or year.
        limit
            At most so many pairs, the most active.

        Returns
        -------
        Result
            Rows with the columns `one`, name of the one party; `other`, name of the other party; `acts`, number of
            acts; `one_to_other`, number of those in which the one acts toward the other; `other_to_one`, number of
            those in which the other acts toward the one; `joint`, number of those in which both act; `goldstein`,
            mean score from -10 (conflict) to 10 (cooperation), as ICEWS has it, to a tenth; `hostile`, number of
            acts with a score below 0; `one_id`, id of the one party; `other_id`, id of the other party.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.most_active_pairs()
        >>> found.columns[0]
        'one'
        """
        return self.run(
            "most-active-pairs",
            kind=kind,
            since=since,
            until=until,
            limit=limit,
        )

    def motives_and_aims(
        self,
        *,
        act: str | None = None,
        actor: str | None = None,
    ) -> Result:
        """Why it was done, and what for.

        The aims and motives of acts that a source gives, or that the writers infer: the mark says which.

        Parameters
        ----------
        act
            Only of this act.
        actor
            Only of acts of this actor; a state stands also for those who act for it (SIDE). Any name.

        Returns
        -------
        Result
            Rows with the columns `summary`, the act in one sentence; `relation`, AIMS_AT or MOTIVATED_BY; `reason`,
            the aim or motive, in one sentence; `mark`, reported, attributed, inferred or derived; `speaker`, who
            says so: names of the speakers of the statement (empty: the article itself); `article`, id of the
            article; `paragraph`, its paragraph there; `act`, id of the act; `reason_id`, id of the aim or motive;
            `via`, id of the statement in which it is said.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.motives_and_aims()
        >>> found.columns[0]
        'summary'
        """
        return self.run(
            "motives-and-aims",
            act=act,
            actor=actor,
        )

    def names_of_a_place(
        self,
        place: str,
        *,
        name: str | None = None,
    ) -> Result:
        """Names of a place.

        What a place is called: by which state, as the vocabulary has it, and in which article, for itself or as it
        says of others.

        Parameters
        ----------
        place
            Which place. Any name.
        name
            Only names that hold these words, as printed.

        Returns
        -------
        Result
            Rows with the columns `name`, the name; `used_by`, names of those who are said to use it (empty: the
            article itself); `article`, id of the article (empty: the vocabulary); `publisher`, who published it;
            `published`, when; `paragraph`, its paragraph there; `mark`, reported, attributed, inferred or derived;
            `factuality`, asserted, denied ...; `chain`, the voices, from the outermost (empty: the article itself);
            `used_by_id`, ids of those who are said to use it; `publisher_id`, id of who published it; `detail`, id
            of the detail; `place`, name of the place; `place_id`, id of the place.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.names_of_a_place(place="takeshima")
        >>> found.columns[0]
        'name'
        """
        return self.run(
            "names-of-a-place",
            place=place,
            name=name,
        )

    def office_holders(
        self,
        office: str,
        *,
        date: date | str | None = None,
    ) -> Result:
        """Who held an office.

        The holders of an office, on a day or at any time, among the persons that loaded articles name. On the day
        of a change the new holder counts.

        Parameters
        ----------
        office
            Which office. Any name.
        date
            On this day. A day, month or year.

        Returns
        -------
        Result
            Rows with the columns `holder`, name of the person; `office`, name of the office; `held`, when, as
            recorded (2013-03/.. has no end yet); `certain`, whether the day certainly lies in the tenure (its first
            or last day may be known by month only); `holder_id`, id of the person; `office_id`, id of the office;
            `earliest`, first day that the tenure can have; `latest`, last day that it can have.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.office_holders(office="fm-china")
        >>> found.columns[0]
        'holder'
        """
        return self.run(
            "office-holders",
            office=office,
            date=date,
        )

    def offices_of_a_person(
        self,
        person: str,
        *,
        date: date | str | None = None,
    ) -> Result:
        """Offices of a person.

        The offices that a person held, on a day or at any time, with the articles that give the person this office.

        Parameters
        ----------
        person
            Who. Any name.
        date
            On this day. A day, month or year.

        Returns
        -------
        Result
            Rows with the columns `office`, name of the office; `held`, when, as recorded (2013-03/.. has no end
            yet); `of`, whose office it is; `articles`, ids of the articles of that time that give the person this
            office; `office_id`, id of the office; `of_id`, id of whose office it is; `person`, name of the person;
            `earliest`, first day that the tenure can have; `latest`, last day that it can have.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.offices_of_a_person(person="wang-yi")
        >>> found.columns[0]
        'office'
        """
        return self.run(
            "offices-of-a-person",
            person=person,
            date=date,
        )

    def parts_of_an_event(
        self,
        act: str,
    ) -> Result:
        """Parts of an event.

        Acts that are part of another or took place during it, also parts of parts.

        Parameters
        ----------
        act
            Id of the whole.

        Returns
        -------
        Result
            Rows with the columns `depth`, 1 for a part of the whole itself; `relation`, PART_OF or DURING;
            `summary`, the part in one sentence; `status`, asserted, denied, planned ...; `date`, when, as it was
            given (2019-07 is a month; empty: not given); `whole`, what it is part of, in one sentence; `act`, id of
            the part; `whole_id`, id of what it is part of; `article`, id of the article that says so; `paragraph`,
            its paragraph there; `mark`, reported, attributed, inferred or derived; `earliest`, first day that it
            can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.parts_of_an_event(act="flight-2020-12-22")
        >>> found.columns[0]
        'depth'
        """
        return self.run(
            "parts-of-an-event",
            act=act,
        )

    def paths_between_actors(
        self,
        one: str,
        other: str,
    ) -> Result:
        """How two actors are connected.

        Acts in which both take part, and third parties with whom each of them has an act, at most two acts apart. A
        state stands also for those who act for it (SIDE).

        Parameters
        ----------
        one
            Where to begin. Any name.
        other
            Where to end. Any name.

        Returns
        -------
        Result
            Rows with the columns `acts`, how many acts lie between: 1 or 2; `through`, name of the third party
            (empty: directly); `first`, the first act that joins the one to the third party (or to the other), in
            one sentence; `second`, the first act that joins the third party to the other, in one sentence;
            `first_count`, number of such first acts; `second_count`, number of such second acts; `through_id`, id
            of the third party; `first_id`, id of the first act; `second_id`, id of the second act.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.paths_between_actors(one="wang-yi", other="putin")
        >>> found.columns[0]
        'acts'
        """
        return self.run(
            "paths-between-actors",
            one=one,
            other=other,
        )

    def plans_and_appeals(
        self,
        *,
        actor: str | None = None,
        party: str | None = None,
        topic: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
    ) -> Result:
        """What is planned or called for.

        Acts that are planned, promised, demanded or called for, with who says so.

        Parameters
        ----------
        actor
            Who says so: a speaker, a publisher in its own words, a state for its side. Any name.
        party
            Who takes part in what is said; a state stands also for its side. Any name.
        topic
            What it is about. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.

        Returns
        -------
        Result
            Rows with the columns `chain`, the voices, from the outermost (empty: the article itself); `summary`,
            what is said, in one sentence; `factuality`, asserted, denied, predicted ...; `hedge`, how it is limited
            (maybe); `phrase`, words quoted; `date`, when it is said to be, as it was given; `statement`, the
            statement in which it is said, in one sentence; `said_on`, when that was said; `certain`, whether what
            is said certainly lies in the window; `act`, id of what is said; `via`, id of the statement; `article`,
            id of the article; `paragraph`, its paragraph there; `mark`, reported, attributed, inferred or derived.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.plans_and_appeals()
        >>> found.columns[0]
        'chain'
        """
        return self.run(
            "plans-and-appeals",
            actor=actor,
            party=party,
            topic=topic,
            since=since,
            until=until,
        )

    def predictions(
        self,
        *,
        actor: str | None = None,
        party: str | None = None,
        topic: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
    ) -> Result:
        """What is predicted, and by whom.

        Acts that somebody predicts, with who predicts them and when that was said.

        Parameters
        ----------
        actor
            Who predicts: a speaker, a publisher in its own words, a state for its side. Any name.
        party
            Who takes part in what is said; a state stands also for its side. Any name.
        topic
            What it is about. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.

        Returns
        -------
        Result
            Rows with the columns `chain`, the voices, from the outermost (empty: the article itself); `summary`,
            what is said, in one sentence; `factuality`, asserted, denied, predicted ...; `hedge`, how it is limited
            (maybe); `phrase`, words quoted; `date`, when it is said to be, as it was given; `statement`, the
            statement in which it is said, in one sentence; `said_on`, when that was said; `certain`, whether what
            is said certainly lies in the window; `act`, id of what is said; `via`, id of the statement; `article`,
            id of the article; `paragraph`, its paragraph there; `mark`, reported, attributed, inferred or derived.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.predictions()
        >>> found.columns[0]
        'chain'
        """
        return self.run(
            "predictions",
            actor=actor,
            party=party,
            topic=topic,
            since=since,
            until=until,
        )

    def quoted_phrases(
        self,
        *,
        actor: str | None = None,
        party: str | None = None,
        topic: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
    ) -> Result:
        """Words quoted.

        Acts whose wording itself is given, with who said the words.

        Parameters
        ----------
        actor
            Whose words: a speaker, a publisher in its own words, a state for its side. Any name.
        party
            Who takes part in what is said; a state stands also for its side. Any name.
        topic
            What it is about. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.

        Returns
        -------
        Result
            Rows with the columns `chain`, the voices, from the outermost (empty: the article itself); `summary`,
            what is said, in one sentence; `factuality`, asserted, denied, predicted ...; `hedge`, how it is limited
            (maybe); `phrase`, words quoted; `date`, when it is said to be, as it was given; `statement`, the
            statement in which it is said, in one sentence; `said_on`, when that was said; `certain`, whether what
            is said certainly lies in the window; `act`, id of what is said; `via`, id of the statement; `article`,
            id of the article; `paragraph`, its paragraph there; `mark`, reported, attributed, inferred or derived.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.quoted_phrases()
        >>> found.columns[0]
        'chain'
        """
        return self.run(
            "quoted-phrases",
            actor=actor,
            party=party,
            topic=topic,
            since=since,
            until=until,
        )

    def responses(
        self,
        *,
        act: str | None = None,
        actor: str | None = None,
    ) -> Result:
        """Who answered what.

        Acts that respond to another, with what they respond to and the days between.

        Parameters
        ----------
        act
            The act that is answered.
        actor
            Who answers; a state stands also for those who act for it (SIDE). Any name.

        Returns
        -------
        Result
            Rows with the columns `who`, names of those who answer; `summary`, the answer in one sentence; `date`,
            when, as it was given (2019-07 is a month; empty: not given); `to_whom`, names of those whose act is
            answered; `answered`, the act that is answered, in one sentence; `answered_date`, when that was; `days`,
            days from the first possible day of the act to that of the answer; `article`, id of the article that
            makes the connection; `paragraph`, its paragraph there; `mark`, reported, attributed, inferred or
            derived; `via`, id of the statement in which the connection is made; `act`, id of the answer;
            `answered_id`, id of the act that is answered; `who_id`, ids of those who answer; `to_whom_id`, ids of
            those whose act is answered; `earliest`, first day that the answer can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.responses()
        >>> found.columns[0]
        'who'
        """
        return self.run(
            "responses",
            act=act,
            actor=actor,
        )

    def same_acts(
        self,
        *,
        act: str | None = None,
        relation: str | None = None,
        limit: int = 500,
    ) -> Result:
        """Acts that are the same, are not, or may be.

        What articles say of the identity of two acts with two ids, each with who says so, and both acts. Nothing is
        merged by it.

        Parameters
        ----------
        act
            Only with this act.
        relation
            Only SAME_AS, NOT_SAME_AS or UNSURE.
        limit
            At most so many, in the order of their acts.

        Returns
        -------
        Result
            Rows with the columns `relation`, SAME_AS, NOT_SAME_AS or UNSURE; `summary`, the act from which the link
            is drawn, in one sentence; `date`, when, as it was given; `other_summary`, the other act in one
            sentence; `other_date`, when, as it was given; `article`, id of the article that says so; `paragraph`,
            its paragraph there; `mark`, reported, attributed, inferred or derived; `hedge`, how it is limited
            (perhaps); `speaker`, names of those who say so in the article (empty: the article itself); `act`, id of
            the act from which the link is drawn; `other`, id of the other act; `via`, id of the statement that
            claims it.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.same_acts()
        >>> found.columns[0]
        'relation'
        """
        return self.run(
            "same-acts",
            act=act,
            relation=relation,
            limit=limit,
        )

    def series(
        self,
        *,
        topic: str | None = None,
    ) -> Result:
        """The acts of a series.

        The acts that sources count in a series, in the order of their numbers, with who counts them.

        Parameters
        ----------
        topic
            Which series. Any name.

        Returns
        -------
        Result
            Rows with the columns `series`, name of the series; `number`, place in the series; `date`, when, as it
            was given (2019-07 is a month; empty: not given); `who`, names of those who speak or act; `summary`, the
            act in one sentence; `article`, id of the article that counts it; `paragraph`, its paragraph there;
            `mark`, reported, attributed, inferred or derived; `via`, id of the statement in which it is counted;
            `act`, id of the act; `who_id`, ids of those who speak or act; `series_id`, id of the series;
            `earliest`, first day that it can have been; `latest`, last day that it can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.series()
        >>> found.columns[0]
        'series'
        """
        return self.run(
            "series",
            topic=topic,
        )

    def single_source_claims(
        self,
        *,
        source: str | None = None,
        article: str | None = None,
        party: str | None = None,
        limit: int = 500,
    ) -> Result:
        """Claims that rest on one source.

        Facts whose every report goes back to one original source: one voice, several of one state, or the one paper
        or agency that says so itself. What is denied is a claim of its own. Inferences and mere mentions are left
        out.

        Parameters
        ----------
        source
            Only what rests on this voice, agency or publisher; a state stands for its side. Any name.
        article
            Only facts that this article reports.
        party
            Who takes part in it; a state stands also for those who act for it (SIDE). Any name.
        limit
            At most so many facts, the first of them.

        Returns
        -------
        Result
            Rows with the columns `source`, names: the outermost voice that is no paper or agency, else agency or
            publisher (empty: not named); `interested`, whether the source or its state is a party to it; `summary`,
            the fact in one sentence; `factuality`, asserted, denied, planned ...; `reports`, in how many places it
            is reported; `articles`, ids of the articles that report it; `article`, id of the first of them;
            `paragraph`, its paragraph there; `mark`, reported, attributed or derived; `chain`, the voices there,
            from the outermost; `fact`, id of the fact; `source_id`, ids of the source.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.single_source_claims()
        >>> found.columns[0]
        'source'
        """
        return self.run(
            "single-source-claims",
            source=source,
            article=article,
            party=party,
            limit=limit,
        )

    def stance_changes(
        self,
        before: date | str,
        after: date | str,
        *,
        actor: str | None = None,
        topic: str | None = None,
        target: str | None = None,
        limit: int = 500,
    ) -> Result:
        """How stances changed.

        What somebody supported, criticized, denied or called for up to one day and after another, on the same
        actor, act or topic, and whether it changed. Words without a day count by the last that they can have. A
        state stands also for those who act for it (SIDE). Coded events only where something is asked for.

        Parameters
        ----------
        before
            The first period ends with this day. A day, month or year.
        after
            The second period begins after this day. A day, month or year.
        actor
            Who takes the stance. Any name.
        topic
            Only what is said about it; events that it is about stand for it. Any name.
        target
            Only the stance towards this actor. Any name.
        limit
            At most so many rows, the first of them.

        Returns
        -------
        Result
            Rows with the columns `who`, name of who takes the stance; `about`, what it is taken on: an actor, an
            act or a topic; `earlier`, the stances up to the first day (empty: none is known), neutral only where
            there is no other; `later`, the stances after the second day; `changed`, whether one is for it, against
            it or abstains, and the other does not (empty: one takes no side); `earlier_last`, last day of the
            earlier ones; `later_first`, first day of the later ones; `earlier_acts`, ids of the words and votes up
            to the first day; `later_acts`, ids of those after the second; `who_id`, id of who takes the stance;
            `about_id`, id of what it is taken on.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.stance_changes(before="2020-12-31", after="2021-01-01")
        >>> found.columns[0]
        'who'
        """
        return self.run(
            "stance-changes",
            before=before,
            after=after,
            actor=actor,
            topic=topic,
            target=target,
            limit=limit,
        )

    def stances(
        self,
        *,
        actor: str | None = None,
        topic: str | None = None,
        target: str | None = None,
        act: str | None = None,
        stance: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        limit: int = 500,
    ) -> Result:
        """Who supports, criticizes or denies what.

        The stance that words and votes take: by their kind on whom they are aimed at and the acts that they are
        about (on a topic only where they name neither), and by what they claim: called for, called against, denied.
        A state stands also for those who act for it (SIDE). Coded events only where something is asked for.

        Parameters
        ----------
        actor
            Who takes the stance. Any name.
        topic
            What it is about, or is taken over. Any name.
        target
            Towards whom; criticism of a policy is none of its owner. Any name.
        act
            The act that is supported, criticized, denied .
        stance
            Only support, criticize, oppose, threaten, deny, call for, call against .
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.
        limit
            At most so many rows, the first of them.

        Returns
        -------
        Result
            Rows with the columns `who`, names of those who take the stance; `side`, the states for which they act;
            `stance`, support, criticize, oppose, threaten, abstain, deny, call for, call against, neutral (no
            side); `about`, what it is taken on: an actor, an act, else a topic (what is denied, in the words of the
            denial); `topics`, names of the topics over which it is taken; `date`, when, as it was given (2019-07 is
            a month; empty: not given); `certain`, whether the act certainly lies in the window (a vague or partial
            date may not); `kind`, the kind of the words or vote; `strength`, Goldstein score of the kind that takes
            the stance, -10 to 10 (empty: it has none); `summary`, the words or the vote in one sentence; `act`, id
            of the act; `about_id`, id of what it is taken on; `who_id`, ids of those who take it; `article`, id of
            the article that reports it first (of coded events, the data set); `paragraph`, its paragraph there (of
            coded events, the row); `mark`, reported, attributed, inferred or derived; `chain`, the voices through
            which it is reported, from the outermost (empty: the article itself); `earliest`, first day that it can
            have been; `latest`, last day that it can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.stances()
        >>> found.columns[0]
        'who'
        """
        return self.run(
            "stances",
            actor=actor,
            topic=topic,
            target=target,
            act=act,
            stance=stance,
            since=since,
            until=until,
            limit=limit,
        )

    def statements_within(
        self,
        act: str,
    ) -> Result:
        """What is said inside a statement.

        Everything that a statement claims, however deep it is nested, each level as one article gives it.

        Parameters
        ----------
        act
            Id of the statement.

        Returns
        -------
        Result
            Rows with the columns `depth`, 1 for what the statement itself says; `speaker`, names of those who say
            it; `said`, what they say, in one sentence; `factuality`, whether the speaker asserts it, denies it,
            predicts it, calls for it ...; `hedge`, how the speaker limits it (maybe); `phrase`, words quoted;
            `article`, id of the article; `paragraph`, its paragraph there; `via`, id of the statement that says it;
            `said_id`, id of what is said; `speaker_id`, ids of those who say it.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.statements_within(act="mfa-china-readout")
        >>> found.columns[0]
        'depth'
        """
        return self.run(
            "statements-within",
            act=act,
        )

    def timeline_of_a_pair(
        self,
        one: str,
        other: str,
        *,
        kind: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        limit: int = 500,
    ) -> Result:
        """The timeline of two parties.

        Dated acts of either party toward the other, and their common acts, in order, with direction and score. A
        state stands also for those who act for it (SIDE). Acts without a first and last possible day are left out.

        Parameters
        ----------
        one
            The one party. Any name.
        other
            The other party. Any name.
        kind
            Only acts of this kind. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.
        limit
            At most so many acts, the first of them.

        Returns
        -------
        Result
            Rows with the columns `date`, when, as it was given (2019-07 is a month; empty: not given); `certain`,
            whether the act certainly lies in the window (a vague or partial date may not); `direction`, `one to
            other`, `other to one`, or `both` where both act or it goes both ways; `kind`, what kind of act;
            `summary`, the act in one sentence; `goldstein`, score from -10 (conflict) to 10 (cooperation), as ICEWS
            has it for the kind's CAMEO code; `act`, id of the act; `article`, id of the article that reports it
            first (of coded events, the data set); `paragraph`, its paragraph there (of coded events, the row);
            `mark`, reported, attributed, inferred or derived; `chain`, the voices through which it is reported,
            from the outermost (empty: the article itself); `reports`, how often articles report it; `according-to-
            whom` lists them all; `earliest`, first day that it can have been; `latest`, last day that it can have
            been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.timeline_of_a_pair(one="china", other="russia")
        >>> found.columns[0]
        'date'
        """
        return self.run(
            "timeline-of-a-pair",
            one=one,
            other=other,
            kind=kind,
            since=since,
            until=until,
            limit=limit,
        )

    def topics_of_an_actor(
        self,
        actor: str,
        *,
        kind: str | None = None,
    ) -> Result:
        """Topics of an actor.

        What an actor's acts and statements are about, with how many there are and when the first and last were. A
        state stands also for those who act for it (SIDE).

        Parameters
        ----------
        actor
            Whose acts. Any name.
        kind
            Only acts of this kind. Any name.

        Returns
        -------
        Result
            Rows with the columns `topic`, name of the topic; `acts`, number of acts about it; `earliest`, first day
            that the first of them can have been; `latest`, last day that the last of them can have been; `ids`, ids
            of the acts, in order; `topic_id`, id of the topic.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.topics_of_an_actor(actor="china")
        >>> found.columns[0]
        'topic'
        """
        return self.run(
            "topics-of-an-actor",
            actor=actor,
            kind=kind,
        )

    def untied_actors(
        self,
        *,
        dataset: str | None = None,
        limit: int = 500,
    ) -> Result:
        """Actors of event data that nothing is tied to.

        Actors of coded events that are no known state, body or person and belong to none, each with how often it
        acts or is acted upon, the most frequent first. Give one an entry in vocabulary.yaml, and import again into
        a new graph, to tie it.

        Parameters
        ----------
        dataset
            Only those of one data set.
        limit
            At most so many, the most frequent of them.

        Returns
        -------
        Result
            Rows with the columns `name`, the name, as the data set has it; `acts`, in how many acts it takes part;
            `parts`, how many other actors are part of it; `dataset`, the data sets in which it stands; `earliest`,
            the first day; `latest`, the last day; `actor`, id of the actor.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.untied_actors()
        >>> found.columns[0]
        'name'
        """
        return self.run(
            "untied-actors",
            dataset=dataset,
            limit=limit,
        )

    def what_happened_between(
        self,
        one: str,
        other: str,
        *,
        kind: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        status: str | None = None,
        limit: int = 500,
    ) -> Result:
        """What happened between two parties in a period.

        Acts in which both take part, in whatever role, either way round. A state stands also for those who act for
        it (SIDE).

        Parameters
        ----------
        one
            The one party. Any name.
        other
            The other party. Any name.
        kind
            Only acts of this kind. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.
        status
            Denied, planned, predicted, called_for, possible, inferred ...; else what holds.
        limit
            At most so many acts, the first of them.

        Returns
        -------
        Result
            Rows with the columns `date`, when, as it was given (2019-07 is a month; empty: not given); `certain`,
            whether the act certainly lies in the window (a vague or partial date may not); `kind`, what kind of
            act; `who`, names of those who speak or act; `whom`, names of those at whom it is aimed; `addressee`,
            names of those to whom it is addressed; `summary`, the act in one sentence; `status`, asserted,
            contested ...; `act`, id of the act; `who_id`, ids of those who speak or act; `whom_id`, ids of those at
            whom it is aimed; `addressee_id`, ids of those to whom it is addressed; `article`, id of the article
            that reports it first (of coded events, the data set); `paragraph`, its paragraph there (of coded
            events, the row); `mark`, reported, attributed, inferred or derived; `chain`, the voices through which
            it is reported, from the outermost (empty: the article itself); `reports`, how often articles report it;
            `according-to-whom` lists them all; `earliest`, first day that it can have been; `latest`, last day that
            it can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.what_happened_between(one="china", other="russia")
        >>> found.columns[0]
        'date'
        """
        return self.run(
            "what-happened-between",
            one=one,
            other=other,
            kind=kind,
            since=since,
            until=until,
            status=status,
            limit=limit,
        )

    def what_was_said_about(
        self,
        *,
        speaker: str | None = None,
        subject: str | None = None,
        topic: str | None = None,
        place: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        limit: int = 500,
    ) -> Result:
        """What somebody said about somebody or something.

        Statements that were made at or about a party, topic or place, or claim something of it, each with its
        content. A speaker or subject that is a state stands also for those who act for it (SIDE).

        Parameters
        ----------
        speaker
            Who speaks. Any name.
        subject
            About whom. Any name.
        topic
            About what. Any name.
        place
            About which place. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.
        limit
            At most so many rows, the first of them.

        Returns
        -------
        Result
            Rows with the columns `speaker`, names of the speakers; `addressee`, names of those to whom it was said;
            `statement`, the statement in one sentence; `said`, what it says, in one sentence (empty: no content is
            recorded); `factuality`, whether the speaker asserts it, denies it, predicts it, calls for it ...;
            `hedge`, how the speaker limits it (maybe); `phrase`, words quoted; `date`, when, as it was given
            (2019-07 is a month; empty: not given); `certain`, whether the act certainly lies in the window (a vague
            or partial date may not); `act`, id of the statement; `said_id`, id of what it says; `speaker_id`, ids
            of the speakers; `addressee_id`, ids of those to whom it was said; `article`, id of the article;
            `paragraph`, its paragraph there; `mark`, reported, attributed, inferred or derived; `chain`, the
            voices, from the outermost; the speaker is the last where the content is given; `earliest`, first day
            that it can have been; `latest`, last day that it can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.what_was_said_about()
        >>> found.columns[0]
        'speaker'
        """
        return self.run(
            "what-was-said-about",
            speaker=speaker,
            subject=subject,
            topic=topic,
            place=place,
            since=since,
            until=until,
            limit=limit,
        )

    def who_criticized_whom(
        self,
        *,
        actor: str | None = None,
        target: str | None = None,
        addressee: str | None = None,
        topic: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        status: str | None = None,
        limit: int = 500,
    ) -> Result:
        """Who criticized whom, and when.

        Every criticism, accusation and protest, with who made it, at whom it was aimed, to whom it was said, and
        about what. An actor that is a state stands also for those who act for it (SIDE).

        Parameters
        ----------
        actor
            Who criticizes. Any name.
        target
            Who is criticized. Any name.
        addressee
            To whom it is said. Any name.
        topic
            What it is about. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.
        status
            Denied, planned, predicted, called_for, possible, inferred ...; else what holds.
        limit
            At most so many acts, the first of them.

        Returns
        -------
        Result
            Rows with the columns `who`, names of the critics; `side`, the states for which they act; `whom`, names
            of the criticized; `addressee`, names of those to whom it is said; `about`, what it is about; `date`,
            when, as it was given (2019-07 is a month; empty: not given); `certain`, whether the act certainly lies
            in the window (a vague or partial date may not); `summary`, the act in one sentence; `status`, asserted,
            contested ...; `act`, id of the act; `who_id`, ids of the critics; `whom_id`, ids of the criticized;
            `addressee_id`, ids of those to whom it is said; `about_id`, ids of what it is about; `article`, id of
            the article that reports it first (of coded events, the data set); `paragraph`, its paragraph there (of
            coded events, the row); `mark`, reported, attributed, inferred or derived; `chain`, the voices through
            which it is reported, from the outermost (empty: the article itself); `reports`, how often articles
            report it; `according-to-whom` lists them all; `earliest`, first day that it can have been; `latest`,
            last day that it can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.who_criticized_whom()
        >>> found.columns[0]
        'who'
        """
        return self.run(
            "who-criticized-whom",
            actor=actor,
            target=target,
            addressee=addressee,
            topic=topic,
            since=since,
            until=until,
            status=status,
            limit=limit,
        )

    def who_initiates(
        self,
        one: str,
        other: str,
        *,
        days: int = 7,
        since: date | str | None = None,
        until: date | str | None = None,
    ) -> Result:
        """Who initiates and who reciprocates.

        Of what each of two parties did toward the other, cooperation and conflict apart: how much came first, with
        nothing of the sort from the other in the days before, and how much was answered in kind in the days after.
        A state stands also for those who act for it (SIDE). Acts of both, and of no certain day, are left out.

        Parameters
        ----------
        one
            The one party. Any name.
        other
            The other party. Any name.
        days
            How many days an answer may take.
        since
            Only acts on or after this day. A day, month or year.
        until
            Only acts on or before this day. A day, month or year.

        Returns
        -------
        Result
            Rows with the columns `who`, name of who acts; `whom`, name of the other party; `sort`, cooperation
            (quad classes 1 and 2) or conflict (3 and 4); `acts`, number of acts; `initiated`, number of those that
            came first; `answered`, number of those that the other answered in kind; `act`, id of one of them;
            `who_id`, id of who acts; `whom_id`, id of the other party.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.who_initiates(one="china", other="usa")
        >>> found.columns[0]
        'who'
        """
        return self.run(
            "who-initiates",
            one=one,
            other=other,
            days=days,
            since=since,
            until=until,
        )

    def who_quotes_whom(
        self,
        *,
        quoting: str | None = None,
        quoted: str | None = None,
    ) -> Result:
        """Who quotes whom.

        Which papers and agencies pass on the words of whom, and which speakers those of others, with how many
        statements. In a chain of voices each passes on the next. An article's words are its agency's, else its
        publisher's; what speakers said together is no quotation of each other.

        Parameters
        ----------
        quoting
            Who passes words on (an agency, a publisher or a speaker). Any name.
        quoted
            Whose words. Any name.

        Returns
        -------
        Result
            Rows with the columns `quoting`, name of who passes words on; `quoted`, name of whose words they are;
            `statements`, number of statements; `ids`, ids of the statements that are passed on; `articles`, ids of
            the articles in which they stand; `quoting_id`, id of who passes words on; `quoted_id`, id of whose
            words they are.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.who_quotes_whom()
        >>> found.columns[0]
        'quoting'
        """
        return self.run(
            "who-quotes-whom",
            quoting=quoting,
            quoted=quoted,
        )

    def who_said_what_to_whom(
        self,
        *,
        speaker: str | None = None,
        addressee: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        limit: int = 500,
    ) -> Result:
        """Who said what to whom.

        Statements that were made to somebody, each with its content. A speaker or addressee that is a state stands
        also for those who act for it (SIDE).

        Parameters
        ----------
        speaker
            Who speaks. Any name.
        addressee
            To whom. Any name.
        since
            From this day on; acts that possibly lie in the window are given. A day, month or year.
        until
            Up to this day, itself included. A day, month or year.
        limit
            At most so many rows, the first of them.

        Returns
        -------
        Result
            Rows with the columns `speaker`, names of the speakers; `addressee`, names of those to whom it was said;
            `statement`, the statement in one sentence; `said`, what it says, in one sentence (empty: no content is
            recorded); `factuality`, whether the speaker asserts it, denies it, predicts it, calls for it ...;
            `hedge`, how the speaker limits it (maybe); `phrase`, words quoted; `date`, when, as it was given
            (2019-07 is a month; empty: not given); `certain`, whether the act certainly lies in the window (a vague
            or partial date may not); `act`, id of the statement; `said_id`, id of what it says; `speaker_id`, ids
            of the speakers; `addressee_id`, ids of those to whom it was said; `article`, id of the article;
            `paragraph`, its paragraph there; `mark`, reported, attributed, inferred or derived; `chain`, the
            voices, from the outermost; the speaker is the last where the content is given; `earliest`, first day
            that it can have been; `latest`, last day that it can have been.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     found = graph.who_said_what_to_whom()
        >>> found.columns[0]
        'speaker'
        """
        return self.run(
            "who-said-what-to-whom",
            speaker=speaker,
            addressee=addressee,
            since=since,
            until=until,
            limit=limit,
        )
