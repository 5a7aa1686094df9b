"""What `tppo why` prints of a statement."""

from __future__ import annotations

import pytest
from papers import officer
from projected import NUNUKAN, RANGGA, built

from graph.evidence import why
from tppo.why_command import tell


def test_dates_of_an_office_are_those_of_reports(capsys: pytest.CaptureFixture[str]) -> None:
    """No document tells when the office began or ended, so the dates are called what they are."""
    papers = [officer(RANGGA, "AKBP", *NUNUKAN, day) for day in ("2025-03-01", "2025-01-01")]
    (office,) = [each for each in why(built(*papers), RANGGA) if each.relationship.type == "HOLDS_POSITION"]
    tell(office)
    expected = "  title: Kapolres; reported from: 2025-01-01; reported to: 2025-03-01; read from documents;"
    assert expected in capsys.readouterr().out
