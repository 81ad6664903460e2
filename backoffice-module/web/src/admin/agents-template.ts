import { icon } from "@visavis/visitor-widget/design";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { unsafeSVG } from "../shared/drawing.ts";
import { withAgents } from "./policy.ts";
import { draftIn, faultLine, invalid, type PolicyDrawing } from "./policy-fields.ts";

/** Adds and removes the agents who may ask. */
export function agentsTemplate(drawing: PolicyDrawing): TemplateResult {
  const { t, mayDecide, page } = drawing;
  const { agents, typedAgents } = draftIn(drawing);
  const count =
    agents.length === 1 ? t("agents.count.one") : t("agents.count.many", { count: agents.length });
  return html`<div class="vv-field policy__inside">
    <label for="agent-id">${t("agents.label")}</label>
    ${
      agents.length === 0
        ? html`<p class="policy__none">${t("agents.none")}</p>`
        : html`<ul class="vv-chips" role="list" data-testid="agents">
            ${repeat(
              agents,
              (agent) => agent,
              (agent) => chip(drawing, agent),
            )}
          </ul>`
    }
    ${
      mayDecide
        ? html`<div class="policy__add">
            <input
              class="vv-input"
              id="agent-id"
              autocomplete="off"
              spellcheck="false"
              maxlength="2000"
              data-testid="agent-id"
              .value=${typedAgents}
              aria-invalid=${invalid(drawing, "agents")}
              aria-describedby="fault-agents agents-hint"
              @input=${(event: Event) =>
                page.edit({ typedAgents: (event.currentTarget as HTMLInputElement).value })}
              @keydown=${(event: KeyboardEvent) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                add(drawing);
              }}
            />
            <button
              type="button"
              class="vv-button"
              data-testid="agent-add"
              @click=${() => add(drawing)}
            >
              ${unsafeSVG(icon("plus", 16))} ${t("agents.add")}
            </button>
          </div>`
        : nothing
    }
    ${faultLine(drawing, "agents")}
    <div class="vv-field__foot">
      <span id="agents-hint">${t("agents.hint")}</span>
      <span class="vv-field__count" role="status">${count}</span>
    </div>
  </div>`;
}

function chip(drawing: PolicyDrawing, agent: string): TemplateResult {
  const { t, mayDecide, page } = drawing;
  const wrong = page.state.faults.agents !== undefined && agent === page.state.refusedAgent;
  return html`<li class="vv-chip" ?data-wrong=${wrong}>
    <span>${agent}</span>
    ${
      mayDecide
        ? html`<button
            type="button"
            class="vv-button vv-button--ghost vv-button--icon vv-button--small"
            aria-label=${t("agents.remove", { agent })}
            @click=${() => remove(drawing, agent)}
          >
            ${unsafeSVG(icon("close", 14))}
          </button>`
        : html`<span class="policy__gap"></span>`
    }
  </li>`;
}

function field(): HTMLInputElement | null {
  const found = document.getElementById("agent-id");
  return found instanceof HTMLInputElement ? found : null;
}

function add(drawing: PolicyDrawing): void {
  const { agents, typedAgents } = draftIn(drawing);
  drawing.page.edit({ agents: withAgents(agents, typedAgents), typedAgents: "" });
  field()?.focus();
}

function remove(drawing: PolicyDrawing, agent: string): void {
  const { agents } = draftIn(drawing);
  drawing.page.edit({ agents: agents.filter((one) => one !== agent) });
  // The button that had the focus is gone.
  field()?.focus();
}
