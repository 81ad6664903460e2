import net from "node:net";
import type { AddressInfo } from "node:net";

type Mode = "open" | "hanging" | "cut";

interface Pair {
  readonly client: net.Socket;
  readonly server: net.Socket;
}

/**
 * A TCP relay between one browser and the server, with which a journey breaks that browser's
 * network: `hang` is a pulled cable (nothing moves, nobody is told), `cut` a refused network
 * (connections are reset and new ones too), `open` the repaired one.
 */
export class NetworkGate {
  readonly #listener: net.Server;
  readonly #pairs = new Set<Pair>();
  #mode: Mode = "open";

  private constructor(target: number) {
    this.#listener = net.createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => {
      this.#take(client, target);
    });
  }

  /** Opens a relay to a port of the loopback; it listens on a port of its own. */
  static async to(target: number): Promise<NetworkGate> {
    const gate = new NetworkGate(target);
    await new Promise<void>((resolve) => gate.#listener.listen(0, "127.0.0.1", resolve));
    return gate;
  }

  get port(): number {
    return (this.#listener.address() as AddressInfo).port;
  }

  /** Nothing moves any more in either direction; sockets stay open and new ones are taken mute. */
  hang(): void {
    this.#mode = "hanging";
    for (const pair of this.#pairs) {
      pause(pair);
    }
  }

  /** Every connection is reset, and every new one. */
  cut(): void {
    this.#mode = "cut";
    for (const { client, server } of this.#pairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** The network works again; what was held back arrives now. */
  open(): void {
    this.#mode = "open";
    for (const pair of this.#pairs) {
      flow(pair);
    }
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#listener.close(resolve));
  }

  #take(client: net.Socket, target: number): void {
    if (this.#mode === "cut") {
      client.resetAndDestroy();
      return;
    }
    const server = net.connect({ port: target, host: "127.0.0.1", allowHalfOpen: true });
    const pair = { client, server };
    this.#pairs.add(pair);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on("error", () => to.destroy());
      from.on("close", () => {
        to.destroy();
        this.#pairs.delete(pair);
      });
    }
    if (this.#mode === "open") {
      flow(pair);
    }
  }
}

function flow({ client, server }: Pair): void {
  client.pipe(server);
  server.pipe(client);
}

function pause({ client, server }: Pair): void {
  client.unpipe(server);
  server.unpipe(client);
  client.pause();
  server.pause();
}
