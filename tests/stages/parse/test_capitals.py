"""Reports in capitals, as wire copy is: read in usual letters, quoted in their own."""

from accordingto.pipeline import compare_readings, read_document
from tests.factory import make_document

TEXT = (
    "ORVEL, 4 MAY (QPA) -- THE TRESK LIBERATION FRONT [TLF] ATTACKED A POLICE POST IN ORVEL TODAY AND KILLED FOUR "
    "POLICEMEN, GOVERNOR ADA WREN SAID. THE TLF DENIED THAT ITS FIGHTERS HAD KILLED ANYBODY."
)


def test_a_report_in_capitals_is_read_as_any_other():
    """Names, claimers and figures are found; every span points into the text as it was given."""
    document = make_document(TEXT)
    findings = compare_readings([read_document(document)])
    names = {name for actor in findings.resolution.actors for name in actor.names}
    assert {"TLF", "Ada Wren"} <= names
    assert findings.readings[0].document == document
    killed = [claim for claim in findings.claims if claim.attribute == "killed"]
    assert "KILLED FOUR POLICEMEN" in {document.quote(claim.evidence) for claim in killed}
