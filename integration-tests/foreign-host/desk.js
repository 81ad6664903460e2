import { startChat } from "./chat.js";

const SERVICE = "{{service}}";
const { visitor } = document.getElementById("lines").dataset;
const state = document.getElementById("state");
const token = async () => (await fetch(`/token/${visitor}`, { method: "POST" })).text();

function showFrame(main) {
  const frame = Object.assign(document.createElement("iframe"), { width: 1000, height: 700 });
  frame.allow = "fullscreen; autoplay";
  addEventListener("message", async ({ origin, source, data }) => {
    if (origin !== SERVICE || source !== frame.contentWindow || data.source !== "visavis") return;
    if (data.type === "state") state.value = data.session?.state ?? "";
    if (data.type === "ended") state.value = data.session.endReason;
    if (data.type === "token-needed") {
      const answer = { source: "visavis-host", type: "token", token: await token() };
      source.postMessage(answer, SERVICE);
    }
  });
  frame.src = `${SERVICE}/panel/?site={{siteKey}}&visitor=${visitor}&lang=fr`;
  main.append(frame);
}

startChat();
showFrame(document.querySelector("main"));
