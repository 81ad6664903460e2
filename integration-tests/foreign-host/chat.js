export function startChat() {
  const lines = document.getElementById("lines");
  const address = `/chat/${lines.dataset.visitor}`;
  new EventSource(address).onmessage = ({ data }) => {
    const { who, text } = JSON.parse(data);
    lines.append(Object.assign(document.createElement("li"), { textContent: `${who}: ${text}` }));
  };
  document.querySelector("form").onsubmit = (event) => {
    event.preventDefault();
    void fetch(address, { method: "POST", body: event.target.elements.text.value });
    event.target.reset();
  };
}
