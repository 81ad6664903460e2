// Live Helper Chat's stand-in with the extension, beside a Visavis that runs: for the browser journey.
import process from "node:process";
import { install } from "./stage.mjs";

const { PORT, SERVICE, SITE_KEY, KEY_ID, KEY } = process.env;
const own = { service: SERVICE, site_key: SITE_KEY, key_id: KEY_ID, key: KEY, language: "fr" };
const running = await install(Number(PORT), own);
process.once("SIGTERM", () => void running.close());
process.stdout.write("ready\n");
