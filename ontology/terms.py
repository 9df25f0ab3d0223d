"""Every term as a constant; written by ``python -m ontology.generate``."""

# ruff: noqa: N816

from __future__ import annotations

from pyoxigraph import NamedNode

from ontology import NAMESPACE


def _term(name: str) -> NamedNode:
    return NamedNode(NAMESPACE + name)


# Classes

# Something that happens, or is planned or proposed to happen, over a time.
Activity = _term("Activity")
# A person, state or organised group that can act, agree, own or speak.
Agent = _term("Agent")
# A set of mutual commitments between two or more parties, at any stage from proposal to
# termination.
Agreement = _term("Agreement")
# One individual aircraft.
Aircraft = _term("Aircraft")
# A model or kind of aircraft, crewed.
AircraftType = _term("AircraftType")
# A standing or issue-based grouping of states formed for common security purposes.
Alliance = _term("Alliance")
# The act of making something known in public.
Announcement = _term("Announcement")
# A standing armed service of one state, or all its services together.
ArmedForce = _term("ArmedForce")
# A published news item from which facts are loaded.
Article = _term("Article")
# A material item or installation of defence value.
Asset = _term("Asset")
# A model, class or kind of asset, spoken of as a type rather than as an individual.
AssetType = _term("AssetType")
# One statement that one passage makes; a named graph of its own name holds its triples.
Claim = _term("Claim")
# A commercial firm.
Company = _term("Company")
# A war, invasion, campaign or other armed conflict.
Conflict = _term("Conflict")
# An agreement whose subject is defence or security.
DefenceAgreement = _term("DefenceAgreement")
# The movement and stationing of forces or assets away from their base.
Deployment = _term("Deployment")
# A military exercise, conducted to practise rather than to fight.
Exercise = _term("Exercise")
# A built site used for a purpose, such as a base, border post, port or office.
Facility = _term("Facility")
# A number reported about something by a source, kept as reported and never merged.
Figure = _term("Figure")
# A ministry, cabinet, agency or other organ of one state.
GovernmentBody = _term("GovernmentBody")
# An encounter arranged for discussion between agents.
Meeting = _term("Meeting")
# A span of text in a passage that refers to an entity.
Mention = _term("Mention")
# A body of forces grouped for command or for a task.
MilitaryFormation = _term("MilitaryFormation")
# Talks that aim at an agreement.
Negotiation = _term("Negotiation")
# A named or described military operation or mission.
Operation = _term("Operation")
# An organised group of people that acts as one and is not itself a sovereign state.
Organisation = _term("Organisation")
# The part that one agent or asset takes in one activity, where role, time, extent or status of
# its own matter.
Participation = _term("Participation")
# A contiguous span of an article's text, normally one sentence, that can state facts.
Passage = _term("Passage")
# A human being.
Person = _term("Person")
# A location of any extent, natural or man-made.
Place = _term("Place")
# A plan, strategy or programme adopted by one actor alone.
Policy = _term("Policy")
# An office that one person at a time can hold, independent of who holds it.
Post = _term("Post")
# An agreement to buy goods or services for defence use.
ProcurementContract = _term("ProcurementContract")
# Words reported as said or written by an agent.
Quotation = _term("Quotation")
# A state, or a territory that acts as one, as the actor that makes agreements and as the land it
# governs; no view on recognition.
State = _term("State")
# The holding of one post by one person for a time.
Tenure = _term("Tenure")
# An agreement whose subject is trade between its parties.
TradeAgreement = _term("TradeAgreement")
# An activity whose purpose is to train people of some force.
TrainingProgramme = _term("TrainingProgramme")
# The supply, sale, loan or gift of assets to a beneficiary.
Transfer = _term("Transfer")
# One individual uncrewed vehicle or drone.
UncrewedSystem = _term("UncrewedSystem")
# A model or kind of uncrewed vehicle or drone, in the air, on land, at sea or under water.
UncrewedSystemType = _term("UncrewedSystemType")
# One individual ship, boat or submarine.
Vessel = _term("Vessel")
# A class or kind of ship, boat or submarine.
VesselType = _term("VesselType")
# A trip by officials to a place or host.
Visit = _term("Visit")
# A model or kind of weapon, missile, munition or sensor.
WeaponType = _term("WeaponType")

# Object properties

# Is chiefly concerned with, as its subject.
about = _term("about")
# Names the activity that the part is taken in.
activity = _term("activity")
# Is an ally or partner of the agent.
alliedWith = _term("alliedWith")
# Belongs, as an individual asset, to the model, class or kind.
assetType = _term("assetType")
# Is said by the agent, not by the article itself.
attributedTo = _term("attributedTo")
# Has its home port, its home base or, of a firm, its works in the place.
basedIn = _term("basedIn")
# Is an organ, possession or product of the agent, usually a state.
belongsTo = _term("belongsTo")
# Is done for, or delivered to, the agent.
beneficiary = _term("beneficiary")
# Says how the number bounds the true value: exactly, about, more than, at least, up to.
bound = _term("bound")
# Is, or is to be, the buyer under the contract.
buysUnder = _term("buysUnder")
# Carries, or is the mother ship or platform for, the thing.
carries = _term("carries")
# Counts, among sources, as the article that stands for all copies of its story.
countsAs = _term("countsAs")
# Has the status that the latest dated asserted report gives it; inferred.
currentStatus = _term("currentStatus")
# Goes to the place.
destination = _term("destination")
# Is aimed at deterring or countering the agent.
deters = _term("deters")
# Gives a number about the thing.
figureOf = _term("figureOf")
# Comes later than, or continues, the other thing.
follows = _term("follows")
# Has a plant, base or office in the place.
hasSiteIn = _term("hasSiteIn")
# Held, holds or is to hold a post for the time that the tenure describes.
hasTenure = _term("hasTenure")
# Has its head office in the place.
headquarteredIn = _term("headquarteredIn")
# Holds or held the post; see Tenure for when.
holdsPost = _term("holdsPost")
# Is a passage of the article.
inArticle = _term("inArticle")
# Occurs in the passage.
inPassage = _term("inPassage")
# Is made within the words of the quotation.
inQuotation = _term("inQuotation")
# Plans to take part, or is planned to take part, in an activity that is already real; inferred.
intendsToParticipateIn = _term("intendsToParticipateIn")
# Concerns or contributes the asset or asset type.
item = _term("item")
# Is the leader or framework actor of the activity or alliance, or commands the unit or vessel.
leads = _term("leads")
# Is, or happens, at the place.
location = _term("location")
# Is manufactured by the organisation.
madeBy = _term("madeBy")
# Says what is counted or measured.
measure = _term("measure")
# Belongs to the organisation as a member.
memberOf = _term("memberOf")
# Says how the article puts the claim: asserted, quoted or denied.
modality = _term("modality")
# Is, or happens, near the place, not at it.
near = _term("near")
# Is run, crewed or flown by the agent.
operatedBy = _term("operatedBy")
# Starts from the place.
origin = _term("origin")
# Is a part of a thing of the same sort: place, activity or organisation.
partOf = _term("partOf")
# Names the agent, asset or post whose part it is.
participant = _term("participant")
# Takes part in the activity; how real it is follows the status of the activity.
participatesIn = _term("participatesIn")
# Is, or is to be, a party to the agreement; how real it is follows the agreement's status.
partyTo = _term("partyTo")
# Is a post in the state or organisation.
postIn = _term("postIn")
# Is preparation for the later activity.
preparesFor = _term("preparesFor")
# Stands, in the text, for the thing.
refersTo = _term("refersTo")
# Takes, or is to take, the place of an earlier agreement.
replaces = _term("replaces")
# Says what the participant does in the activity, such as host or train.
role = _term("role")
# Names the agent whose words they are.
speaker = _term("speaker")
# Has, in the report that says so, the stage of reality: proposed, planned, committed, under way,
# completed, concluded, in force, ended, cancelled.
status = _term("status")
# Is, or is to be, the supplier under the contract.
suppliesUnder = _term("suppliesUnder")
# Gives or pledges support to the agent.
supports = _term("supports")
# Names the post that is held in the tenure.
tenureOf = _term("tenureOf")

# Datatype properties

# Says whether the date published is only about right.
approximate = _term("approximate")
# Says how sure its maker is that the passage makes the claim, from 0 to 1.
confidence = _term("confidence")
# Has the SHA-256 hash, in hexadecimal: of an article's bytes, or of a passage's text in UTF-8.
contentHash = _term("contentHash")
# Has the words of the source that hedge it.
cue = _term("cue")
# Says what a date was counted from or rests on.
dateBasis = _term("dateBasis")
# Has the time as the source words it, kept even when it cannot be resolved.
dateText = _term("dateText")
# Ends before the code-point offset in the article's text as stored.
end = _term("end")
# Ends on, at the precision stated.
endDate = _term("endDate")
# Says how far the part goes, in the words of the source.
extent = _term("extent")
# Entered into force on, at the precision stated.
inForceDate = _term("inForceDate")
# Was published on, at the precision known.
published = _term("published")
# Says what it is for, in the words of the source.
purpose = _term("purpose")
# Has the text as it reads with its damaged characters repaired.
repairedText = _term("repairedText")
# Was signed on, at the precision stated.
signedDate = _term("signedDate")
# Begins at the code-point offset in the article's text as stored.
start = _term("start")
# Starts on, at the precision stated.
startDate = _term("startDate")
# Has the exact characters of the source, damage included.
text = _term("text")
# Says what it deals with, in the words of the source.
topic = _term("topic")
# Says whether the state is a member of the United Nations.
unMember = _term("unMember")
# Says what the number counts in: an ISO 4217 code for money, otherwise a UCUM code.
unit = _term("unit")
# Gives the upper end, where the source reports a range.
upperValue = _term("upperValue")
# Gives the reported number.
value = _term("value")

# Concept schemes

# How a reported number bounds the true value.
BoundScheme = _term("BoundScheme")
# What a figure counts or measures.
MeasureScheme = _term("MeasureScheme")
# How an article puts a claim.
ModalityScheme = _term("ModalityScheme")
# The role that a participant has in an activity.
RoleScheme = _term("RoleScheme")
# How far a thing has come from proposal to end.
StatusScheme = _term("StatusScheme")

# Concepts

# The true value is near the number.
About = _term("About")
# The article states it in its own voice.
Asserted = _term("Asserted")
# The true value is the number or more.
AtLeast = _term("AtLeast")
# Gets the assets of a transfer against payment.
Buyer = _term("Buyer")
# It was intended and is given up.
Cancelled = _term("Cancelled")
# An actor has bound itself to it.
Committed = _term("Committed")
# It took place and is over.
Completed = _term("Completed")
# It has been agreed or signed, whether in force or not.
Concluded = _term("Concluded")
# The money that a contract is worth.
ContractValue = _term("ContractValue")
# The article, or the agent it is attributed to, says that it is not so.
Denied = _term("Denied")
# It was real and has stopped being so.
Ended = _term("Ended")
# The true value is the number, as far as the source tells.
Exactly = _term("Exactly")
# The money that an actor spends or undertakes to spend, contracts apart.
Expenditure = _term("Expenditure")
# Receives the others, or offers the place.
Host = _term("Host")
# It binds its parties.
InForce = _term("InForce")
# Sets the activity going.
Initiator = _term("Initiator")
# It is meant to be, and is not real yet, or no more meant.
Intended = _term("Intended")
# Directs the activity.
Lead = _term("Lead")
# The true value is more than the number.
MoreThan = _term("MoreThan")
# Talks in order to come to an agreement.
Negotiator = _term("Negotiator")
# The people who serve, take part or have been sent.
Personnel = _term("Personnel")
# The people who are to serve, take part or be sent.
PersonnelIntended = _term("PersonnelIntended")
# The people who are to be trained.
PersonnelToTrain = _term("PersonnelToTrain")
# The people who have been trained, or are in training.
PersonnelTrained = _term("PersonnelTrained")
# It is set to happen.
Planned = _term("Planned")
# It is suggested or being negotiated.
Proposed = _term("Proposed")
# The items of an asset or asset type.
Quantity = _term("Quantity")
# An agent that the article quotes says it.
Quoted = _term("Quoted")
# It is, or was, so.
Real = _term("Real")
# Makes the announcement, or speaks in the meeting.
Speaker = _term("Speaker")
# Gives or sells the assets of a transfer.
Supplier = _term("Supplier")
# Is trained.
Trainee = _term("Trainee")
# Trains others.
Trainer = _term("Trainer")
# It has begun and goes on.
Underway = _term("Underway")
# The true value is the number or less.
UpTo = _term("UpTo")
# Comes to the place or host.
Visitor = _term("Visitor")

# Datatypes

# The letters that the Correlates of War project gives a state.
CowAbbreviation = _term("CowAbbreviation")
# The number that the Correlates of War project gives a state.
CowNumber = _term("CowNumber")
# The two letters that ISO 3166-1 gives a country.
IsoAlpha2 = _term("IsoAlpha2")
# The three letters that ISO 3166-1 gives a country.
IsoAlpha3 = _term("IsoAlpha3")
# The three digits that ISO 3166-1 and the United Nations standard M49 give a country.
IsoNumeric = _term("IsoNumeric")
