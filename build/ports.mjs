// Which TCP ports of the loopback are free.
import net from "node:net";

/**
 * Whether this process may listen on this port and nothing else does, neither on 127.0.0.1 nor on
 * ::1 (browsers try both).
 */
export async function portIsFree(port) {
  const answers = await Promise.all(["127.0.0.1", "::1"].map((host) => connects(host, port)));
  return !answers.includes(true) && (await listens(port));
}

/** The first free port of those from `first` on, else whichever the system gives. */
export async function nextFreePort(first) {
  for (let port = first; port < first + 20; port++) {
    if (await portIsFree(port)) {
      return port;
    }
  }
  return freePort();
}

function listens(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

function connects(host, port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 1_000 });
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
    socket.once("timeout", () => done(false));
  });
}

/** A port that was free a moment ago, chosen by the system. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
