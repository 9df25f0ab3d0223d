"""The table from the ontology's statements to the closed list of flat predicates.

Two forms: an ``Edge`` maps one statement, a ``Fold`` a node with the statements around it. A path
is a property, ``^`` against it, ``|`` for either, ``players:Role`` for who takes part in an
activity: those of that role, else those without one. ``only:Role`` has no else, ``#Measure``
leads to the figure of that measure, ``.`` stays at the node.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..reading.bodies import RULE, SHIP_RULE

OF_AGREEMENTS = (
    "partyTo",
    "signedOn",
    "inForceOn",
    "negotiating",
    "replaces",
    "agreementValue",
    "agreementTopic",
)
OF_ACTIVITIES = (
    "leads",
    "participatesIn",
    "hosts",
    "takesPlaceIn",
    "trains",
    "startsOn",
    "endsOn",
    "personnelCount",
    "trainedCount",
    "extendsCommitmentTo",
)
OF_ASSETS = (
    "operates",
    "manufactures",
    "contributesAsset",
    "supplies",
    "buys",
    "classOf",
    "basedIn",
    "headquarteredIn",
)
OF_PEOPLE = ("holdsOffice", "visits", "meets", "says")
OF_ORGANISATIONS = ("memberOf", "leadsCoalition")
#: Every predicate that may be scored.
PREDICATES = (*OF_AGREEMENTS, *OF_ACTIVITIES, *OF_ASSETS, *OF_PEOPLE, *OF_ORGANISATIONS)
#: What the object of a predicate is; those not named take an entity.
OBJECTS = {
    **dict.fromkeys(("signedOn", "inForceOn", "startsOn", "endsOn"), "date"),
    **dict.fromkeys(("personnelCount", "trainedCount"), "number"),
    "agreementValue": "money",
    "agreementTopic": "words",
    "holdsOffice": "words",
    "says": "quotation",
}
#: Qualifiers that are scored.
QUALIFIERS = frozenset(
    {"role", "n", "date", "until", "asset", "quantity", "value", "of", "from", "mode"}
)

AGENT, ASSET, PLACE, UNIT = ("Agent",), ("Asset", "AssetType"), ("Place",), ("MilitaryFormation",)
ORGANISATION, AGREEMENT = ("Organisation",), ("Agreement",)
PERSON, POST = ("Person",), ("Post",)
ACTIVITY = ("Operation", "Exercise", "Deployment", "TrainingProgramme")
LED = (*ACTIVITY, "MilitaryFormation", "Vessel")


@dataclass(frozen=True, slots=True)
class Edge:
    """One statement that is one fact.

    Attributes:
        predicate: The flat predicate.
        ours: Properties that state it, joined by ``|``.
        subject: Classes that the subject of the statement may be of; none allows any.
        object: Classes that its object may be of; none allows any, literals too.
        turned: Whether the statement's object is the fact's subject.
        unless: A property that, between the same two in the same claim, says it better.
    """

    predicate: str
    ours: str
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    turned: bool = False
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Fold:
    """A node that is one fact for each pair of ends that it joins.

    Attributes:
        predicate: The flat predicate.
        node: Classes of the node.
        subject: Path from the node to the fact's subject.
        object: Path from the node to the fact's object.
        ends: Classes that the object may be of; none allows any.
        of: Classes that the subject may be of; none allows any.
        code: Property and concept that the node must have: ``measure=Personnel``; ``|`` joins.
        needs: Property that the node must have.
        lacks: Properties, or properties with a concept, that the node must not have; ``|`` joins.
        per: Qualifier, and the path that fills it, of which each value gives a fact of its own.
        qualifiers: Other qualifiers with their paths.
    """

    predicate: str
    node: tuple[str, ...]
    subject: str
    object: str
    ends: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    code: str = ""
    needs: str = ""
    lacks: str = ""
    per: tuple[str, str] | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()


#: Makers of claims that a name alone implies ("Fiji Navy", "HMCS"): the text does not state them.
BY_NAME = frozenset({f"rule:{RULE}", f"rule:{SHIP_RULE}"})

#: Measures of what is only meant to be.
INTENDED = frozenset({"PersonnelIntended", "PersonnelToTrain"})
PART, FIGURE, VISIT, DATE = ("Participation",), ("Figure",), ("Visit",), ("date", "startDate")
VISITED = ("Organisation", "Vessel")
SOLD = (("quantity", "#Quantity"), ("value", "#ContractValue"), DATE)

EDGES = (
    Edge("partyTo", "partyTo|buysUnder|suppliesUnder", AGENT, AGREEMENT),
    Edge("signedOn", "signedDate", AGREEMENT),
    Edge("inForceOn", "inForceDate", AGREEMENT),
    Edge("replaces", "replaces", AGREEMENT, AGREEMENT),
    Edge("agreementTopic", "topic|about", AGREEMENT),
    Edge("leads", "leads", AGENT, LED),
    Edge("leadsCoalition", "leads", AGENT, ("Alliance",)),
    Edge("participatesIn", "participatesIn", (*AGENT, *ASSET, *POST), ACTIVITY),
    Edge("takesPlaceIn", "location|destination", ACTIVITY, PLACE),
    Edge("trains", "beneficiary", ACTIVITY, AGENT),
    Edge("startsOn", "startDate", ACTIVITY),
    Edge("endsOn", "endDate", ACTIVITY),
    Edge("operates", "operatedBy", ASSET, AGENT, turned=True),
    Edge("operates", "belongsTo", ASSET, AGENT, turned=True),
    Edge("operates", "partOf", (*ASSET, *UNIT), ORGANISATION, turned=True),
    Edge("operates", "belongsTo", UNIT, ORGANISATION, turned=True),
    Edge("manufactures", "madeBy", ASSET, ORGANISATION, turned=True),
    Edge("classOf", "assetType", ("Vessel",), ("AssetType",)),
    Edge("basedIn", "basedIn|hasSiteIn", (), PLACE),
    Edge("basedIn", "location", ORGANISATION, PLACE),
    Edge("basedIn", "location|near", ("Facility",), PLACE),
    Edge("headquarteredIn", "headquarteredIn", ORGANISATION, PLACE),
    Edge("holdsOffice", "holdsPost", PERSON, POST),
    Edge("memberOf", "memberOf", ("State",), ORGANISATION, unless="leads"),
)

FOLDS = (
    Fold(
        "participatesIn",
        PART,
        "participant",
        "activity",
        ACTIVITY,
        lacks="follows|role=Host|role=Lead",
        qualifiers=(("role", "role"), ("n", "#Personnel"), DATE, ("until", "endDate")),
    ),
    Fold("hosts", PART, "participant", "activity", ACTIVITY, code="role=Host"),
    Fold("leads", PART, "participant", "activity", ACTIVITY, code="role=Lead"),
    Fold(
        "contributesAsset",
        PART,
        "participant",
        "activity",
        ACTIVITY,
        per=("asset", "item"),
        qualifiers=(("quantity", "#Quantity"),),
    ),
    Fold(
        "extendsCommitmentTo",
        PART,
        "participant",
        "activity",
        ACTIVITY,
        needs="follows",
        qualifiers=(("until", "endDate"),),
    ),
    Fold("agreementTopic", ("ProcurementContract",), ".", "item", ASSET, lacks="topic"),
    Fold("negotiating", ("Negotiation",), "players:", "about", AGREEMENT),
    Fold("agreementValue", FIGURE, "figureOf", "value", of=AGREEMENT, code="measure=ContractValue"),
    Fold(
        "personnelCount",
        FIGURE,
        "figureOf",
        "value",
        of=ACTIVITY,
        code="measure=Personnel|measure=PersonnelIntended",
    ),
    Fold(
        "trainedCount",
        FIGURE,
        "figureOf",
        "value",
        of=ACTIVITY,
        code="measure=PersonnelTrained|measure=PersonnelToTrain",
    ),
    Fold(
        "supplies",
        ("Transfer",),
        "players:Supplier",
        "beneficiary",
        AGENT,
        per=("asset", "item"),
        qualifiers=SOLD,
    ),
    Fold(
        "buys",
        ("Transfer",),
        "only:Buyer",
        "item",
        ASSET,
        qualifiers=(("from", "only:Supplier"), *SOLD),
    ),
    Fold(
        "buys",
        ("ProcurementContract",),
        "^buysUnder",
        "item",
        ASSET,
        qualifiers=(("from", "^suppliesUnder"), *SOLD),
    ),
    Fold(
        "visits",
        VISIT,
        "players:Visitor",
        "location|destination",
        PLACE,
        lacks="status=Cancelled",
        qualifiers=(DATE,),
    ),
    Fold(
        "visits",
        VISIT,
        "players:Visitor",
        "about",
        VISITED,
        lacks="status=Cancelled",
        qualifiers=(DATE,),
    ),
    Fold("meets", ("Meeting",), "players:", "players:", PERSON, qualifiers=(DATE,)),
    Fold("holdsOffice", ("Tenure",), "^hasTenure", "tenureOf", POST, lacks="status=Ended"),
)
