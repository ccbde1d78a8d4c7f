"""Who makes the requests, and what no schema can say about them."""

import os
import re
import uuid

import requests
import schemathesis

BASE = os.environ["BASE_URL"]
ROLE = os.environ["ROLE"]
PASSWORD = "copper-Lantern-77-tugboat"

# These end sessions or accounts. Each of their requests has a session of its own.
ENDING = {
    "logOut",
    "changePassword",
    "endSession",
    "endOtherSessions",
    "eraseMe",
    "beginSecondFactor",
    "confirmSecondFactor",
    "turnOffSecondFactor",
}

# Rules on single fields that are no schema's. Everything else that keeps to the schema must not be answered with 400.
RULES = [
    (r"cursor", "invalid_format"),  # it names a place in a list of this server
    (r"after", "not_allowed"),  # before and after exclude each other
    (r"from|to|dateOfBirth", "invalid_format"),  # a pattern does not know how many days a month has
    (r"dateOfBirth", "out_of_range"),  # the past
    (r"to|availableTo", "out_of_range|too_long"),  # after from, and not too far from it
    (r"availableOn", "not_allowed"),  # one date and a range exclude each other
    (r"availableFrom|availableTo", "required"),  # a range has two ends
    (r"timeZone", "unknown_value"),  # the zones that this version of Java knows
    (r"contactNumber|emergencyContacts\[\d\]\.contactNumber", "invalid_format"),  # digits and dashes of all scripts
    (r"email", "invalid_format"),  # domains in Unicode and Punycode
    (r"windows|schedule\[\d\].*", "overlap"),  # times of one day, and of its neighbours
    (r"schedule\[\d\]\.day", "duplicate"),  # two entries for one weekday
    (r"doctorId", "not_allowed"),  # a doctor books for themselves
    (r".*", "forbidden_characters"),  # by the Unicode properties of each character
    (r"name|specialization|text|reason|licenceNumber|documentName|emergencyContacts\[\d\]\.name", "required"),  # something visible
    (r"keys\.p256dh", "invalid_format"),  # a point of the curve
    (r"image|document", "invalid_format"),  # base64 of the right length
    (r"image", "not_allowed"),  # a message has one file
    (r"documentName", "not_allowed"),  # without a document
]


def is_rule(error, body):
    if error["code"] == "wrong_type":
        # To a schema 2.0 is an integer. The server takes it for a mistake.
        return isinstance(body, dict) and isinstance(body.get(error["field"]), float)
    return any(re.fullmatch(field, error["field"]) and re.fullmatch(code, error["code"]) for field, code in RULES)


@schemathesis.check
def valid_requests_are_accepted(ctx, response, case):
    """As positive_data_acceptance, which is off: it allows a 400 for no rule, or for any."""
    if case.meta is None or not case.meta.generation.mode.is_positive or response.status_code != 400:
        return
    errors = response.json().get("errors", [])
    broken = [error for error in errors if not is_rule(error, case.body)]
    assert errors and not broken, f"A request that keeps to its schema was refused: {response.text}"


def session():
    """A new session that nothing else uses."""
    email = f"throwaway.{uuid.uuid4().hex}@mail.example"
    body = {"role": ROLE, "name": "Eve Throwaway", "email": email, "password": PASSWORD}
    if ROLE == "doctor":
        body["specialization"] = "Cardiology"
    reply = requests.post(f"{BASE}/api/auth/signup?token=body", json=body, timeout=30)
    reply.raise_for_status()
    return reply.json()["token"]


class Sessions:
    def get(self, case, ctx):
        if ROLE == "anonymous":
            return None
        return session() if case.operation.definition.raw["operationId"] in ENDING else os.environ["TOKEN"]

    def set(self, case, data, ctx):
        if data is not None:
            case.headers = case.headers or {}
            case.headers["Authorization"] = f"Bearer {data}"


schemathesis.auth(refresh_interval=None)(Sessions)
