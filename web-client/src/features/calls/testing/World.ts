import { CallMachine } from '../machine/CallMachine';
import type { CallKeeper, KeptCall } from '../machine/ports';
import type { Person } from '../machine/wire';
import { FakeMedia } from './FakeMedia';
import { FakeNetwork } from './FakePeers';
import { FakeServer, FakeSignaling } from './FakeServer';
import { ManualClock, settle } from './ManualClock';

export function person(id: string): Person {
  return { id, name: id, avatar: null };
}

class MemoryKeeper implements CallKeeper {
  #call: KeptCall | null = null;

  keep(call: KeptCall): void {
    this.#call = call;
  }

  kept(): KeptCall | null {
    return this.#call;
  }

  forget(): void {
    this.#call = null;
  }
}

/** A tab of a person's browser. */
export class Tab {
  readonly keeper = new MemoryKeeper();
  media = new FakeMedia();
  signaling: FakeSignaling;
  machine: CallMachine;
  /** Logs out. */
  stop: () => void;

  constructor(
    private readonly world: World,
    readonly user: string,
  ) {
    this.signaling = new FakeSignaling(world.server, user);
    this.machine = this.#load();
    this.stop = this.machine.start();
    this.signaling.connect();
  }

  get phase(): string {
    return this.machine.snapshot()?.phase ?? 'idle';
  }

  get reason(): string | undefined {
    return this.machine.snapshot()?.ending?.reason;
  }

  call(other: Tab | string): void {
    this.machine.call(person(typeof other === 'string' ? other : other.user), 'video', null);
  }

  /** Discards everything that a reload discards, and loads the page again. */
  reload(): void {
    this.machine.leave();
    this.signaling.disconnect();
    for (const track of this.media.tracks) track.stop();
    this.media = new FakeMedia();
    this.signaling = new FakeSignaling(this.world.server, this.user);
    this.machine = this.#load();
    this.stop = this.machine.start();
    this.signaling.connect();
  }

  rejoin(): void {
    const kept = this.machine.cutOff();
    if (kept !== null) this.machine.rejoin(kept, true);
  }

  #load(): CallMachine {
    return new CallMachine({
      clock: this.world.clock,
      signaling: this.signaling,
      media: this.media,
      peers: this.world.network.port(),
      keeper: this.keeper,
    });
  }
}

/** Two people, their devices, a server and a network, without a browser. */
export class World {
  readonly clock = new ManualClock();
  readonly server = new FakeServer(this.clock);
  readonly network = new FakeNetwork();
  readonly tabs: Tab[] = [];

  tab(user: string): Tab {
    const tab = new Tab(this, user);
    this.tabs.push(tab);
    return tab;
  }

  /** Ann has called Bob, and they talk. */
  async talking(): Promise<{ ann: Tab; bob: Tab }> {
    const ann = this.tab('ann');
    const bob = this.tab('bob');
    ann.call(bob);
    await settle();
    bob.machine.answer(true);
    await settle();
    return { ann, bob };
  }
}
