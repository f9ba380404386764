"""docker-compose.yml is what the Compose specification allows, and gives nothing away."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

COMPOSE = ROOT / "docker-compose.yml"


@pytest.fixture
def service() -> dict[str, Any]:
    """The Neo4j service."""
    found: dict[str, Any] = yaml.safe_load(COMPOSE.read_text("utf-8"))["services"]["neo4j"]
    return found


def test_it_follows_the_compose_specification() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(COMPOSE)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_image_is_pinned_and_only_this_machine_reaches_it(service: dict[str, Any]) -> None:
    assert service["image"].startswith("neo4j:5.26.")
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])


def test_there_is_no_password_but_the_one_that_is_set(service: dict[str, Any]) -> None:
    assert service["environment"]["NEO4J_AUTH"].startswith("neo4j/${NEO4J_PASSWORD:?")


def test_its_health_is_asked_over_bolt(service: dict[str, Any]) -> None:
    assert "cypher-shell" in " ".join(service["healthcheck"]["test"])
