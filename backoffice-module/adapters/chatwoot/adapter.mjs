// Puts Visavis' screen share into Chatwoot: docs/plug-in/chatwoot.md says how. No libraries, Node 20.
import { once } from "node:events";
import process from "node:process";
import { Adapter } from "./lib/server.mjs";
import { BadSetting, settingsOf } from "./lib/settings.mjs";

try {
  const settings = settingsOf(process.env);
  const log = (line) => process.stdout.write(`${new Date().toISOString()} ${line}\n`);
  const server = new Adapter(settings, log).server();
  server.listen(settings.port, settings.host);
  await once(server, "listening");
  log(`listening on ${settings.host}:${settings.port} for account ${settings.account}`);
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
} catch (failure) {
  const words =
    failure instanceof BadSetting ? failure.message : `cannot listen: ${failure.message}`;
  process.stderr.write(`${words}\nThe settings are told in docs/plug-in/chatwoot.md.\n`);
  process.exitCode = 1;
}
