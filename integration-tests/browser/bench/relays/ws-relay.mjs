// The least a relay can do: passes every message of a connection to the other one of its pair.
// Clients connect to /?pair=<name>. Prints its port. Port 0: the system chooses.
import { WebSocketServer } from "ws";

const waiting = new Map();
const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });

server.on("listening", () => process.stdout.write(String(server.address().port)));
server.on("connection", (socket, request) => {
  const pair = new URL(request.url, "http://relay").searchParams.get("pair");
  const other = waiting.get(pair);
  if (other === undefined) {
    waiting.set(pair, socket);
    return;
  }
  waiting.delete(pair);
  socket.on("message", (data) => other.send(data, { binary: false }));
  other.on("message", (data) => socket.send(data, { binary: false }));
});

// Its input closes when the bench ends, however that comes about.
process.stdin.resume().on("end", () => process.exit());
