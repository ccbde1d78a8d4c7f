# usage: python stock.py <url of the server> <transports>; with a server that echoes.
import sys
import threading

import socketio

url, transports = sys.argv[1], sys.argv[2].split(",")
LIMIT = 30


def connects_and_sends_events_both_ways():
    client = socketio.Client(reconnection=False)
    heard = []
    complete = threading.Event()

    @client.on("echo")
    def on_echo(payload):
        heard.append(payload["args"][0])
        if len(heard) == 50:
            complete.set()

    client.connect(url, auth={"token": "token-ann"}, transports=transports, wait_timeout=LIMIT)
    for number in range(50):
        answer = client.call("echo", number, timeout=LIMIT)
        assert answer["args"] == [number], answer
    assert complete.wait(LIMIT), heard
    assert heard == list(range(50)), heard
    client.disconnect()


def is_refused_without_a_token():
    client = socketio.Client(reconnection=False)
    refusals = []
    client.on("connect_error", refusals.append)
    try:
        client.connect(url, transports=transports, wait_timeout=LIMIT)
    except socketio.exceptions.ConnectionError:
        assert refusals == [{"message": "unauthorized"}], refusals
    else:
        raise AssertionError("connected")


CASES = [connects_and_sends_events_both_ways, is_refused_without_a_token]
for case in CASES:
    print(f"case {case.__name__}")
for case in CASES:
    try:
        case()
        print(f"ok {case.__name__}", flush=True)
    except Exception as error:  # the test reports it
        print(f"FAILED {case.__name__}: {error!r}", flush=True)
