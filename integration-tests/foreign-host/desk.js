const SERVICE = "{{service}}";
const { visitor } = document.getElementById("lines").dataset;
const state = document.getElementById("state");
const show = ({ session }) => (state.value = session?.endReason ?? session?.state ?? "");
const token = async () => (await fetch(`/token/${visitor}`, { method: "POST" })).text();

function showFrame(main) {
  const frame = Object.assign(document.createElement("iframe"), { width: 1000, height: 700 });
  frame.allow = "fullscreen; autoplay";
  addEventListener("message", async ({ origin, source, data }) => {
    if (origin !== SERVICE || source !== frame.contentWindow || data.source !== "visavis") return;
    if (data.type === "state" || data.type === "ended") show(data);
    if (data.type === "token-needed") {
      const answer = { source: "visavis-host", type: "token", token: await token() };
      source.postMessage(answer, SERVICE);
    }
  });
  frame.src = `${SERVICE}/panel/?site={{siteKey}}&visitor=${visitor}&lang=fr`;
  main.append(frame);
}

async function showElement(main) {
  await customElements.whenDefined("visavis-share");
  const share = document.createElement("visavis-share");
  for (const [name, value] of Object.entries({ site: "{{siteKey}}", visitor, lang: "fr" }))
    share.setAttribute(name, value);
  share.tokenSource = token;
  for (const type of ["visavis-state", "visavis-ended"])
    share.addEventListener(type, ({ detail }) => show(detail));
  main.append(share);
}

document.getElementById("link").onclick = () => fetch(`/link/${visitor}`, { method: "POST" });
const main = document.querySelector("main");
void (main.dataset.way === "element" ? showElement(main) : showFrame(main));
