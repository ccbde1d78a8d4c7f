import { beforeEach, describe, expect, it } from 'vitest';
import { FakeNetwork } from '../testing/FakePeers';
import { settle } from '../testing/ManualClock';
import { PeerLink } from './PeerLink';
import { madeFor, originOf } from './sdp';
import type { Description } from './wire';

let network: FakeNetwork;
let said: Description[];
beforeEach(() => {
  network = new FakeNetwork();
  said = [];
});

function link(polite: boolean, gone: string | null = null): PeerLink {
  const nothing = () => undefined;
  const rest = {
    candidate: nothing,
    state: nothing,
    track: nothing,
    channel: nothing,
    message: nothing,
    session: nothing,
  };
  return new PeerLink(network.port(), polite, { description: (description) => said.push(description), ...rest }, gone);
}

/** A description of another browser. */
function theirs(type: 'offer' | 'answer', session: string, to = '', ufrag = `u${session}`): Description {
  const line = to === '' ? '' : `a=x-made-for:- ${to}\r\n`;
  return { type, sdp: `v=0\r\no=- ${session} 1 IN IP4 0.0.0.0\r\n${line}m=audio 9 RTP 0\r\na=ice-ufrag:${ufrag}\r\n` };
}

function sessions(): string[] {
  return said.map(({ type, sdp }) => `${type} ${originOf(sdp).session}`);
}

describe('a link', () => {
  it('says in an answer which offer it is for', async () => {
    await link(true).receive(theirs('offer', '70'));
    expect(sessions()).toEqual(['answer - 1']);
    expect(madeFor(said[0]?.sdp ?? '')).toEqual({ session: '- 70', version: '1' });
  });

  it('answers a new connection with a new one', async () => {
    const mine = link(true);
    await mine.receive(theirs('offer', '70'));
    await mine.receive(theirs('offer', '71'));
    expect(sessions()).toEqual(['answer - 1', 'answer - 2']);
    expect(network.open.map(({ id }) => id)).toEqual(['2']);
  });

  it('leaves aside what came from a connection that is gone', async () => {
    const mine = link(true, '- 70');
    await mine.receive(theirs('offer', '70'));
    await mine.receive(theirs('offer', '71'));
    await mine.receive(theirs('offer', '72'));
    await mine.receive(theirs('offer', '71'));
    expect(sessions()).toEqual(['answer - 1', 'answer - 2']);
  });

  it('leaves aside what was made for another connection of this side', async () => {
    const mine = link(true);
    await mine.open();
    await mine.receive(theirs('offer', '70', '99 1'));
    await mine.receive(theirs('answer', '70', '99 1'));
    await mine.receive(theirs('answer', '70', '1 7'));
    expect(sessions()).toEqual(['offer - 1']);
    expect(network.open[0]?.hasLocalOffer()).toBe(true);
  });

  it('offers a new connection to a second device that was made for the first', async () => {
    const mine = link(false);
    await mine.open();
    await mine.receive(theirs('answer', '70', '1 1'));
    await mine.receive(theirs('offer', '71', '1 1'));
    expect(sessions()).toEqual(['offer - 1', 'offer - 2']);
    expect(network.violations).toEqual([]);
  });

  it.each([
    [true, ['offer - 1', 'offer - 1', 'answer - 1']],
    [false, ['offer - 1', 'offer - 1']],
  ])('when offers cross, gives way if polite: %s', async (polite, expected) => {
    const mine = link(polite);
    await mine.open();
    await mine.receive(theirs('answer', '70', '1 1'));
    await mine.restart();
    const offer = theirs('offer', '70', '1 1', 'other');
    await mine.receive({ ...offer, sdp: offer.sdp.replace('70 1 ', '70 2 ') });
    expect(sessions()).toEqual(expected);
  });

  it('repeats an answer that may have been lost', async () => {
    const mine = link(true);
    await mine.receive(theirs('offer', '70'));
    await mine.receive(theirs('offer', '70'));
    expect(said).toHaveLength(2);
    expect(said[1]).toEqual(said[0]);
  });

  it('adds no candidate to a connection whose description has not come', async () => {
    const mine = link(false);
    await mine.open();
    await mine.receive(theirs('answer', '70', '1 1'));
    await mine.renew();
    mine.addCandidate({ candidate: 'candidate:1' });
    await settle();
    expect(network.violations).toEqual([]);
  });

  it('adds the other candidates of a batch when the browser does not understand one', async () => {
    const mine = link(false);
    await mine.open();
    const added: string[] = [];
    const [peer] = network.open;
    if (peer === undefined) throw new Error('There is no connection.');
    peer.addCandidate = ({ candidate }) => {
      added.push(candidate);
      return candidate === 'candidate:bad' ? Promise.reject(new Error('bad')) : Promise.resolve();
    };
    for (const candidate of ['candidate:1', 'candidate:bad', 'candidate:2']) {
      mine.addCandidate({ candidate, usernameFragment: 'u70' });
    }
    await mine.receive(theirs('answer', '70', '1 1', 'u70'));
    await settle();
    expect(added).toEqual(['candidate:1', 'candidate:bad', 'candidate:2']);
  });
});
