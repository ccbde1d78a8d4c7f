# usage: python journey.py <url of the server> <url of the test's control> <transports>
# One client from its sign-in to its return after a restart of the server.
import json
import queue
import sys
import urllib.request

import socketio

url, control, transports = sys.argv[1], sys.argv[2], sys.argv[3].split(",")
LIMIT = 30
FINGERPRINT = ":".join(["AB"] * 32)


def rig(verb, **body):
    request = urllib.request.Request(f"{control}/{verb}", json.dumps(body).encode(), method="POST")
    with urllib.request.urlopen(request, timeout=LIMIT) as reply:
        return json.load(reply)


def description(kind):
    lines = ["v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "t=0 0", f"a=fingerprint:sha-256 {FINGERPRINT}"]
    return {"type": kind, "sdp": "".join(f"{line}\r\n" for line in lines)}


def candidate(number):
    text = f"candidate:{number} 1 udp 2122260223 192.0.2.1 {5000 + number} typ host"
    return {"candidate": text, "sdpMid": "0", "sdpMLineIndex": 0}


class Device:
    """A connected client whose handlers take one argument, as python-socketio's examples do."""

    def __init__(self, person):
        self.heard = queue.Queue()
        self.connects = queue.Queue()
        self.client = socketio.Client(reconnection_delay=0.1, reconnection_delay_max=0.5)
        self.client.on("connect", lambda: self.connects.put(True))
        for event in ["newMessage", "call-made", "call-answered", "ice-candidate", "call-end", "online-users"]:
            self.client.on(event, self.handler(event))
        self.client.connect(url, auth={"token": person["token"]}, transports=transports, wait_timeout=LIMIT)
        self.connected()

    def handler(self, event):
        def on_event(payload):
            self.heard.put((event, payload))

        return on_event

    def connected(self):
        self.connects.get(timeout=LIMIT)
        return self.next("online-users")

    def next(self, event):
        while True:
            name, payload = self.heard.get(timeout=LIMIT)
            if name == event:
                return payload

    def does(self, event, payload):
        answer = self.client.call(event, payload, timeout=LIMIT)
        assert answer["ok"], (event, answer)
        return answer


def signs_in_chats_calls_and_survives_a_restart():
    doctor, patient = rig("sign-up", role="doctor"), rig("sign-up", role="patient")
    rig("book", doctor=doctor["token"], patient=patient["token"])
    caller, callee = Device(doctor), Device(patient)
    to_doctor, to_patient = {"to": doctor["id"]}, {"to": patient["id"]}

    rig("send", token=patient["token"], text="grüße 🩺", **to_doctor)
    for device in [caller, callee]:
        assert device.next("newMessage")["message"]["text"] == "grüße 🩺"

    call = {"callId": caller.does("call-user", {**to_patient, "offer": description("offer")})["callId"]}
    assert callee.next("call-made")["callId"] == call["callId"]
    callee.does("answer-call", {**to_doctor, **call, "answer": description("answer")})
    assert caller.next("call-answered")["callId"] == call["callId"]
    caller.does("ice-candidate", {**to_patient, **call, "candidate": candidate(1)})
    assert callee.next("ice-candidate")["candidate"]["candidate"].startswith("candidate:1 ")

    rig("restart")
    for device in [caller, callee]:
        device.connected()
        assert device.does("call-resume", call)["call"]["state"] == "active"
    callee.does("ice-candidate", {**to_doctor, **call, "candidate": candidate(2)})
    assert caller.next("ice-candidate")["candidate"]["candidate"].startswith("candidate:2 ")
    caller.does("call-end", {**to_patient, **call})
    assert callee.next("call-end")["reason"] == "hangup"
    rig("send", token=doctor["token"], text="after the restart", **to_patient)
    while callee.next("newMessage")["message"]["text"] != "after the restart":
        pass
    for device in [caller, callee]:
        device.client.disconnect()


CASES = [signs_in_chats_calls_and_survives_a_restart]
for case in CASES:
    print(f"case {case.__name__}")
for case in CASES:
    try:
        case()
        print(f"ok {case.__name__}", flush=True)
    except Exception as error:  # the test reports it
        print(f"FAILED {case.__name__}: {error!r}", flush=True)
