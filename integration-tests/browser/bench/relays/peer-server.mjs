// The npm package `peer` as its README runs it, on a free port, which it prints.
import { PeerServer } from "peer";

PeerServer({ host: "127.0.0.1", port: 0, path: "/" }, (server) =>
  process.stdout.write(String(server.address().port)),
);

// Its input closes when the bench ends, however that comes about.
process.stdin.resume().on("end", () => process.exit());
