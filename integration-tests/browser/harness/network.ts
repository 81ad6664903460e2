import { NetworkGate } from "./gate.ts";

/** One person's network: a gate to each of the servers. What breaks, breaks for all of them. */
export class PersonalNetwork {
  private constructor(readonly gates: ReadonlyMap<number, NetworkGate>) {}

  static async to(ports: readonly number[]): Promise<PersonalNetwork> {
    const gates = await Promise.all(
      ports.map(async (port) => [port, await NetworkGate.to(port)] as const),
    );
    return new PersonalNetwork(new Map(gates));
  }

  /** The cable is pulled: nothing moves, nobody is told. */
  hang(): void {
    this.gates.forEach((gate) => gate.hang());
  }

  /** Every connection is reset, and every new one. */
  cut(): void {
    this.gates.forEach((gate) => gate.cut());
  }

  /** The network works again. */
  repair(): void {
    this.gates.forEach((gate) => gate.open());
  }

  async close(): Promise<void> {
    await Promise.all([...this.gates.values()].map((gate) => gate.close()));
  }
}
