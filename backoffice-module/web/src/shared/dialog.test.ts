// @vitest-environment happy-dom
import { html, nothing, render } from "lit";
import { ref } from "lit/directives/ref.js";
import { beforeEach, expect, test } from "vitest";
import { keepingFocus, showModal } from "./dialog.ts";

interface Shown {
  readonly dialog: "question" | "done" | null;
  readonly lines: readonly string[];
  readonly action: string;
}

let root: HTMLElement;

function draw({ dialog, lines, action }: Shown): void {
  const question = dialog === "question" ? html`<form><button id="yes">Yes</button></form>` : "";
  const open = html`<dialog ${ref(showModal)}>
    <h2 tabindex="-1" id="title">?</h2>
    ${question}
  </dialog>`;
  const line = (name: string) =>
    html`<tr id=${name}>
      <td>
        ${action === "open" ? html`<button class="open">Open</button>` : html`<button>${action}</button>`}
      </td>
    </tr>`;
  keepingFocus(root, () => {
    const content = html`<h1 tabindex="-1">Accounts</h1>
      <table>
        ${lines.map(line)}
      </table>
      ${dialog === null ? nothing : open}`;
    render(content, root);
  });
}

function focus(selector: string): HTMLElement | null {
  const element = root.querySelector<HTMLElement>(selector);
  element?.focus();
  return element;
}

const usual: Shown = { dialog: null, lines: ["a", "b"], action: "open" };

beforeEach(() => {
  document.body.innerHTML = "<main></main>";
  root = document.querySelector("main") ?? document.body;
  draw(usual);
});

async function ask(): Promise<HTMLElement | null> {
  const opener = focus("#b .open");
  draw({ ...usual, dialog: "question" });
  await Promise.resolve();
  focus("#yes");
  return opener;
}

test("a dialog that goes with its state gives the focus back to what opened it", async () => {
  const opener = await ask();
  draw(usual);
  expect(document.activeElement).toBe(opener);
});

test("where what opened it goes, too, its line keeps the focus", async () => {
  await ask();
  draw(usual);
  draw({ ...usual, action: "other" });
  expect(document.activeElement?.closest("tr")?.id).toBe("b");
});

test("where the line goes, too, the page's heading gets it", async () => {
  await ask();
  draw(usual);
  draw({ ...usual, lines: ["a"] });
  expect(document.activeElement?.tagName).toBe("H1");
});

test("a dialog that shows something else keeps the focus inside", async () => {
  await ask();
  draw({ ...usual, dialog: "done" });
  expect(document.activeElement?.id).toBe("title");
});

test("a drawing that takes nothing away moves nothing", () => {
  document.body.tabIndex = -1;
  document.body.focus();
  draw({ ...usual, lines: [] });
  expect(document.activeElement).toBe(document.body);
});
