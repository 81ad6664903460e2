const [ask, state, again] = ["ask", "state", "again"].map((id) => document.getElementById(id));
addEventListener("visavis:request", (event) => {
  event.preventDefault();
  ask.querySelector("b").textContent = event.detail.session.agent.name;
});
addEventListener("visavis:state", ({ detail: { session } }) => {
  ask.hidden = session.state !== "requested";
  state.value = session.endReason ?? session.state;
});
document.getElementById("yes").onclick = () => (again.hidden = window.visavis.accept());
document.getElementById("no").onclick = () => window.visavis.decline();
