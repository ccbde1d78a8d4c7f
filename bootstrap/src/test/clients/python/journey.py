# The main job with the client that openapi-generator makes. usage: python journey.py <url of the server>
import sys
from datetime import datetime, timedelta, timezone

import health_connect_client as hc

HOST = sys.argv[1]
PASSWORD = "lantern-Orchid-47-tugboat"
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Person:
    """Signs up, logs in, and sends the token from then on."""

    def __init__(self, role, **profile):
        email = f"{role}.python@example.org"
        accounts = hc.AccountsApi(hc.ApiClient(hc.Configuration(host=HOST)))
        request = hc.SignUpRequest(role=role, name=f"A {role}", email=email, password=PASSWORD, **profile)
        accounts.sign_up(request, token="body")
        logged_in = accounts.log_in(hc.LogInRequest(email=email, password=PASSWORD), token="body")
        self.id = logged_in.user.actual_instance.id
        client = hc.ApiClient(hc.Configuration(host=HOST, access_token=logged_in.token))
        self.doctors = hc.DoctorsApi(client)
        self.appointments = hc.AppointmentsApi(client)
        self.messages = hc.MessagesApi(client)


doctor = Person("doctor", specialization="Oncology", time_zone="UTC")
patient = Person("patient")

window = hc.Window(start_time="08:00", end_time="18:00")
week = [hc.DayRequest(day=day, windows=[window]) for day in DAYS]
doctor.doctors.replace_schedule(hc.ScheduleRequest(schedule=week))

found = patient.doctors.search_doctors(specialization="Oncology", limit=100)
assert doctor.id in [listed.id for listed in found.doctors], found

date = (datetime.now(timezone.utc) + timedelta(days=3)).date()
slot = patient.doctors.list_slots(doctor.id, date, date).slots[0]

booking = hc.BookRequest(
    doctor_id=doctor.id, date=slot.var_date, start_time=slot.start_time, mode="video", reason="A check-up"
)
booked = patient.appointments.book_appointment(booking, idempotency_key="python-1").appointment
assert booked.status == "pending", booked
assert booked.starts_at == slot.starts_at, booked
confirmed = doctor.appointments.confirm_appointment(booked.id).appointment
assert confirmed.status == "scheduled", confirmed

try:
    patient.appointments.book_appointment(booking)
    raise AssertionError("booked twice")
except hc.exceptions.ConflictException as refused:
    assert refused.data.code == "slot_taken", refused

patient.messages.send_message(doctor.id, hc.SendRequest(text="May I bring my test results?", client_id="python-1"))
chat = doctor.messages.list_messages(patient.id)
assert chat.messages[0].text == "May I bring my test results?", chat
assert doctor.messages.list_conversations().conversations[0].unread == 1

listed = patient.appointments.list_appointments(status="scheduled")
assert [each.id for each in listed.appointments] == [booked.id], listed
print("done")
