const lines = document.getElementById("lines");
const address = `/chat/${lines.dataset.visitor}`;

function show({ who, text }) {
  const line = Object.assign(document.createElement("li"), { textContent: `${who}: ${text}` });
  const [href] = /https?:\/\/\S+/.exec(text) ?? [];
  const link = { href, target: "_blank", rel: "noopener", textContent: "Ouvrir le lien" };
  if (href) line.append(" ", Object.assign(document.createElement("a"), link));
  lines.append(line);
}

setInterval(async () => {
  const said = await (await fetch(address)).json();
  said.slice(lines.children.length).forEach(show);
}, 300);
document.querySelector("form").onsubmit = (event) => {
  event.preventDefault();
  void fetch(address, { method: "POST", body: event.target.elements.text.value });
  event.target.reset();
};
